package cn.lianban.cases;

/** The applicant says that he has sent what was asked for, in the transaction that noted it. */
public record SupplementSent(long caseId, int unitId) {}
