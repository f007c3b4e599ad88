package cn.lianban.cases;

/** Something was written into a case's history, in the transaction that writes it. */
public record CaseTold(long caseId) {}
