package cn.lianban.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case was accepted under another list than it was received under.
 *
 * @param seqs old number of a material → new one; null: it is not asked for any more
 */
public record MaterialsRenumbered(long caseId, Map<Integer, @Nullable Integer> seqs) {}
