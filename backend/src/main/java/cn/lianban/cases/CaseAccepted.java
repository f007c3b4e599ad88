package cn.lianban.cases;

/**
 * A case that had been received is accepted, in the transaction that accepted it.
 *
 * @param deemed by law, because nobody had said a word in 5 working days
 */
public record CaseAccepted(long caseId, boolean deemed) {}
