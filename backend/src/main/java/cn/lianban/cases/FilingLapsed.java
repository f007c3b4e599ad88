package cn.lianban.cases;

/** Nobody handed the filing in within its time; what was sent for it is not needed. */
public record FilingLapsed(long filingId) {}
