package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The arithmetic of one clock: pure, from its terms, the calendar and its suspensions. */
sealed interface Reckoning permits DayReckoning, HourReckoning {
  /** An answer to "why this date" is at most this many days long. */
  int MAX_TRACE = 5_500;

  static Reckoning of(Terms terms, WorkCalendar calendar, List<Pause> pauses) {
    return terms.budget().unit() == BudgetUnit.HOURS
        ? new HourReckoning(terms, pauses)
        : new DayReckoning(terms, calendar, pauses);
  }

  Dates dates();

  /**
   * Whole days or hours of running time used from the start until an instant; goes on after the due
   * date.
   */
  int consumed(Instant until);

  /**
   * Every day from the start to the due day, at most {@link #MAX_TRACE}; of a paused clock until
   * today, or until the pause began when that is later. Empty for HOURS.
   */
  List<TraceDay> trace(LocalDate today);

  /**
   * Running time of the piece between two instants. Pieces that follow one another sum to what is
   * consumed, because each is a difference of two values of the same function.
   */
  default int consumed(Instant from, Instant until) {
    return consumed(until) - consumed(from);
  }
}
