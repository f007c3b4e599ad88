package cn.lianban.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day of a date's explanation: number 0 is the day of acceptance, null a day that does not count.
 */
public record TraceDay(
    LocalDate day,
    @Nullable Integer number,
    boolean counted,
    DayReason reason,
    @Nullable String name,
    boolean provisional) {}
