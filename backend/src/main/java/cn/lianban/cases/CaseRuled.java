package cn.lianban.cases;

/** A ruling says which unit has to handle the case; in its transaction. */
public record CaseRuled(long caseId, int unitId) {}
