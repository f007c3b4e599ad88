package cn.lianban.cases;

/** A case's result has reached its applicant, in the transaction that noted it. */
public record CaseDelivered(long caseId) {}
