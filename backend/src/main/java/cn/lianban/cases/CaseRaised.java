package cn.lianban.cases;

/**
 * A sub-district's case has been sent up for the first time: from now on the district's level sees
 * it, and whatever hangs on it. Told inside its transaction.
 */
public record CaseRaised(long caseId) {}
