package cn.lianban.cases;

/** The lead urges a co-unit, in the transaction that wrote it. */
public record StepUrged(long caseId, long stepId, int unitId) {}
