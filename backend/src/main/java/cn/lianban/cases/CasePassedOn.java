package cn.lianban.cases;

/**
 * Another department is in charge of the case from now on; in the transaction that passed it on.
 */
public record CasePassedOn(long caseId, int toUnitId) {}
