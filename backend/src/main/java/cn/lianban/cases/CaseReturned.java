package cn.lianban.cases;

/** A case was sent back to a unit; in the transaction that sent it. */
public record CaseReturned(long caseId, int toUnitId) {}
