package cn.lianban.cases;

/**
 * A case of the district's level goes down to a sub-district: from now on that one sees it, and
 * whatever hangs on it. Told inside its transaction.
 */
public record CaseLowered(long caseId, int subDistrictId) {}
