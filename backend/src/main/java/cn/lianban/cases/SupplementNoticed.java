package cn.lianban.cases;

/**
 * The applicant was told what is missing, in the transaction that told him.
 *
 * @param anomaly a second notice, or one after acceptance (行政许可法 Art. 32: once, before)
 */
public record SupplementNoticed(long caseId, long supplementId, boolean anomaly) {}
