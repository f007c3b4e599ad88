package cn.lianban.cases;

/** A result waits for the department that supervises afterwards; in the decision's transaction. */
public record ResultSent(long caseId, int toUnitId) {}
