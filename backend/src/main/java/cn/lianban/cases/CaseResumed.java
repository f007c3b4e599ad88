package cn.lianban.cases;

/** A case's decision clock runs again, in the transaction that let it. */
public record CaseResumed(long caseId) {}
