package cn.lianban.cases;

/** A case has been decided, in the transaction that decided it. */
public record CaseDecided(long caseId, int decideUnitId) {}
