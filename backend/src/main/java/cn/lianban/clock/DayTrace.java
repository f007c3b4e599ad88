package cn.lianban.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains a date: every day from the start on, counted or skipped, with its reason. */
final class DayTrace {
  private final WorkCalendar calendar;
  private final DayCount count;
  private final List<Pause> pauses;
  private final ZoneId zone;

  DayTrace(WorkCalendar calendar, DayCount count, List<Pause> pauses, ZoneId zone) {
    this.calendar = calendar;
    this.count = count;
    this.pauses = pauses;
    this.zone = zone;
  }

  /**
   * @param counted the last day that may count
   * @param last the last day of the answer: later than counted when a due day on a day off moved
   */
  List<TraceDay> of(LocalDate start, LocalDate counted, LocalDate last) {
    List<TraceDay> trace = new ArrayList<>();
    trace.add(new TraceDay(start, 0, false, DayReason.START, null, !calendar.published(start)));
    int number = 0;
    for (LocalDate day = start.plusDays(1);
        !day.isAfter(last) && trace.size() < Reckoning.MAX_TRACE;
        day = day.plusDays(1)) {
      TraceDay next = day.isAfter(counted) ? moving(day, last) : counting(day, number + 1);
      number = next.counted() ? number + 1 : number;
      trace.add(next);
    }
    return trace;
  }

  private TraceDay counting(LocalDate day, int number) {
    DayMark mark = calendar.mark(day);
    boolean candidate = count.everyDay() || mark.working();
    if (candidate && count.suspended(day)) {
      return skipped(day, DayReason.SUSPENDED, paper(day));
    }
    if (!candidate) {
      return skipped(day, mark.reason(), mark.name());
    }
    DayReason reason = count.everyDay() ? DayReason.CALENDAR_DAY : mark.reason();
    return new TraceDay(day, number, true, reason, mark.name(), !calendar.published(day));
  }

  private TraceDay moving(LocalDate day, LocalDate due) {
    DayMark mark = calendar.mark(day);
    return skipped(day, day.equals(due) ? DayReason.MOVED : mark.reason(), mark.name());
  }

  private TraceDay skipped(LocalDate day, DayReason reason, @Nullable String name) {
    return new TraceDay(day, null, false, reason, name, !calendar.published(day));
  }

  /** The papers of all suspensions that take the day out. */
  private @Nullable String paper(LocalDate day) {
    List<String> papers =
        pauses.stream()
            .filter(p -> p.fromDay(zone).isBefore(day) && !day.isAfter(p.toDay(zone)))
            .map(Pause::paper)
            .filter(p -> !p.isBlank())
            .distinct()
            .toList();
    return papers.isEmpty() ? null : String.join("；", papers);
  }
}
