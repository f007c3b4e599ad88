package cn.lianban.cases;

/**
 * A case ended without a decision, in the transaction that ended it.
 *
 * @param status NOT_ACCEPTED, WITHDRAWN, VOIDED or TRANSFERRED
 */
public record CaseEnded(long caseId, CaseStatus status) {}
