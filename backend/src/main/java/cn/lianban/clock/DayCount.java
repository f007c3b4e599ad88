package cn.lianban.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Which days a day clock counts, and the n-th of them. */
final class DayCount {
  private final WorkCalendar calendar;
  private final boolean everyDay;
  private final List<Pauses.Span<LocalDate>> spans;

  DayCount(WorkCalendar calendar, BudgetUnit unit, ZoneId zone, List<Pause> pauses) {
    this.calendar = calendar;
    this.everyDay = unit == BudgetUnit.CALENDAR_DAYS;
    this.spans = Pauses.united(pauses, p -> p.fromDay(zone), p -> p.toDay(zone));
  }

  boolean everyDay() {
    return everyDay;
  }

  /** A suspension takes the day out. */
  boolean suspended(LocalDate day) {
    return spans.stream().anyMatch(s -> s.from().isBefore(day) && !day.isAfter(s.to()));
  }

  /**
   * The n-th counted day after the start; the start itself for 0. Not for a paused clock: its days
   * never end.
   */
  LocalDate nth(LocalDate start, int n) {
    LocalDate day = start;
    int next = 0;
    for (int left = n; left > 0; ) {
      day = day.plusDays(1);
      while (next < spans.size() && spans.get(next).to().isBefore(day)) {
        next++;
      }
      if (next < spans.size() && spans.get(next).from().isBefore(day)) {
        day = spans.get(next).to(); // the whole span is out: a pause of years costs one step
      } else if (everyDay || calendar.works(day)) {
        left--;
      }
    }
    return day;
  }

  /** How many days d with after &lt; d ≤ until are counted. */
  int between(LocalDate after, LocalDate until) {
    int counted = 0;
    int next = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      while (next < spans.size() && spans.get(next).to().isBefore(day)) {
        next++;
      }
      boolean out = next < spans.size() && spans.get(next).from().isBefore(day);
      if (!out && (everyDay || calendar.works(day))) {
        counted++;
      }
    }
    return counted;
  }
}
