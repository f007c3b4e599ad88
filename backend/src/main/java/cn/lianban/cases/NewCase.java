package cn.lianban.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted at a window.
 *
 * @param materials by the item's material number
 * @param receivedAt when the papers came; not after the acceptance
 * @param source {@code WINDOW}, or the platform it was imported from
 */
public record NewCase(
    long itemId,
    Applicant applicant,
    Map<Integer, MaterialState> materials,
    Instant receivedAt,
    String note,
    String source,
    @Nullable String foreignNo,
    boolean test) {}
