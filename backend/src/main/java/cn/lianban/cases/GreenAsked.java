package cn.lianban.cases;

/** Somebody asked for the green channel, in the transaction that wrote it. */
public record GreenAsked(long caseId, int unitId) {}
