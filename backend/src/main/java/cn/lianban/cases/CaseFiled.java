package cn.lianban.cases;

import java.util.Set;

/**
 * A filing has become a case, in the transaction that made it.
 *
 * @param files ids of the uploads that were meant; the filing's others are not
 */
public record CaseFiled(long filingId, CaseFile file, Set<Long> files) {}
