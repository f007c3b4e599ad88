package cn.lianban.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A year of the calendar as the API shows it: its notice, and the days that are not as the week
 * says.
 */
record CalendarYear(
    int year,
    boolean published,
    @Nullable String notice,
    List<CalendarDay> days,
    int workingDays,
    boolean viewerCanEdit) {}
