package cn.lianban.cases;

/** A unit is asked for its answer to a case, in the transaction that asked. */
public record StepOpened(long caseId, long stepId, int unitId) {}
