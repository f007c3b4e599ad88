package cn.lianban.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One unit inherits from another, at this moment; both are of the same level.
 *
 * @param itemIds the items it is about; null: everything that is open
 * @param cause one line for histories: the change and its paper
 */
public record Succession(int fromUnitId, int toUnitId, @Nullable Set<Long> itemIds, String cause) {}
