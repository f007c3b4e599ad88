package cn.lianban.cases;

/**
 * A case's decision was given more time, in the transaction that gave it.
 *
 * @param reason has to be told (行政许可法 Art. 42)
 */
public record CaseExtended(long caseId, int days, String reason) {}
