package cn.lianban.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision's entry said before it was corrected.
 *
 * @param said as it stood
 * @param replacedBy name of who corrected it
 */
record EarlierDecision(
    UpperDecision said, String reason, @Nullable Long replacedBy, Instant replacedAt) {}
