package cn.lianban.cases;

/** A hand-over was sent back a second time and awaits a ruling; in its transaction. */
public record CaseDisputed(long caseId, int decideUnitId) {}
