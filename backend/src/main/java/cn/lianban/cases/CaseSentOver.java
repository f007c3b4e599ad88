package cn.lianban.cases;

/** A case was sent to a unit and waits for its signature; in the transaction that sent it. */
public record CaseSentOver(long caseId, int toUnitId) {}
