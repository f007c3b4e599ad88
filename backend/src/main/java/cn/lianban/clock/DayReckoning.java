package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WORKING_DAYS and CALENDAR_DAYS. The day of acceptance is day 0; a suspension from S to R takes
 * out the days d with S &lt; d ≤ R. 行政许可法 Art. 82: limits in it are working days, statutory
 * holidays not counted.
 */
final class DayReckoning implements Reckoning {
  private final Terms terms;
  private final WorkCalendar calendar;
  private final ZoneId zone;
  private final LocalDate start;
  private final DayCount count;
  private final List<Pause> pauses;

  DayReckoning(Terms terms, WorkCalendar calendar, List<Pause> pauses) {
    this.terms = terms;
    this.calendar = calendar;
    this.zone = terms.zone();
    this.start = terms.startedOn();
    this.pauses = pauses;
    this.count = new DayCount(calendar, terms.budget().unit(), zone, pauses);
  }

  @Override
  public Dates dates() {
    LocalDate pausedFrom = pausedFrom();
    if (pausedFrom != null) {
      return Dates.paused(calendar.provisional(start, max(start, pausedFrom)));
    }
    int n = terms.budget().amount();
    LocalDate due = due(n);
    LocalDate yellow = yellow(n, due);
    Integer statutory = terms.statutory();
    Instant dark = statutory == null ? null : startOf(due(Math.max(n, statutory)).plusDays(1));
    return new Dates(
        due,
        startOf(due.plusDays(1)),
        yellow,
        yellow == null ? null : startOf(yellow),
        dark,
        false,
        calendar.provisional(start, due));
  }

  @Override
  public int consumed(Instant until) {
    return count.between(start, until.atZone(zone).toLocalDate());
  }

  @Override
  public List<TraceDay> trace(LocalDate today) {
    LocalDate pausedFrom = pausedFrom();
    LocalDate last = pausedFrom == null ? due(terms.budget().amount()) : max(pausedFrom, today);
    LocalDate moved =
        pausedFrom == null && terms.budget().unit() == BudgetUnit.CALENDAR_DAYS
            ? count.nth(start, terms.budget().amount())
            : last;
    return new DayTrace(calendar, count, pauses, zone).of(start, moved, last);
  }

  /**
   * Budget 0 is due on day 0, worked or not; CALENDAR_DAYS move off days off where the district
   * says so.
   */
  private LocalDate due(int n) {
    LocalDate last = count.nth(start, n);
    boolean moves =
        terms.budget().unit() == BudgetUnit.CALENDAR_DAYS && terms.rules().moveOffDays();
    return n > 0 && moves ? calendar.workedFrom(last) : last;
  }

  /** The first yellow day, never before the start; none for budget 0. */
  private @Nullable LocalDate yellow(int n, LocalDate due) {
    int perMille = terms.rules().yellowPerMille();
    if (n == 0) {
      return null;
    }
    if (n <= 2) {
      return due;
    }
    if (terms.budget().unit() == BudgetUnit.WORKING_DAYS) {
      return count.nth(start, YellowRule.workingDay(n, perMille));
    }
    LocalDate share = count.nth(start, YellowRule.share(n, perMille));
    LocalDate eve = calendar.workedBefore(due, start);
    return eve.isBefore(share) ? eve : share;
  }

  /** The first day of the earliest open suspension, null when the clock runs. */
  private @Nullable LocalDate pausedFrom() {
    return pauses.stream()
        .filter(p -> p.to() == null)
        .map(p -> p.fromDay(zone))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
