package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What moved a last day.
 *
 * @param kind SUSPENDED, RESUMED, EXTENDED, SHORTENED or RECOMPUTED
 * @param cause the paper or reason that was told
 * @param newDueOn null while it stands still
 */
public record DueMove(
    Instant at,
    String kind,
    String cause,
    @Nullable LocalDate oldDueOn,
    @Nullable LocalDate newDueOn) {}
