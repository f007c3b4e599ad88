package cn.lianban.cases;

/**
 * A written promise (告知承诺) was checked, in the transaction that wrote the result.
 *
 * @param kept false: what was promised is not so
 */
public record PromiseChecked(long caseId, boolean kept) {}
