package cn.lianban.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day that differs from plain weekday = working, weekend = off; local days always. */
record CalendarDay(
    LocalDate day,
    boolean off,
    String name,
    boolean byLaw,
    boolean local,
    @Nullable String paper,
    @Nullable Integer version) {

  static CalendarDay of(NationalDay day) {
    return new CalendarDay(day.day(), day.off(), day.name(), day.byLaw(), false, null, null);
  }

  static CalendarDay of(LocalDay day) {
    return new CalendarDay(
        day.day(), day.off(), day.name(), false, true, day.paper(), day.version());
  }
}
