package cn.lianban.supervision;

import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * What lies around a case when it is judged.
 *
 * @param now the moment of judging
 * @param acts when each account accepted and decided cases lately, in order
 * @param workingDays how many working days lie after the first day up to the second
 */
record Around(
    Instant now, Map<Long, List<Instant>> acts, ToIntBiFunction<LocalDate, LocalDate> workingDays) {

  /** Working days after the one, up to and with the other; the day of the first is day 0. */
  int workingDays(Instant from, Instant to) {
    return workingDays.applyAsInt(day(from), day(to));
  }

  /** When more than so many working days have passed: the start of the day after the last. */
  Instant exceeded(Instant from, int days) {
    LocalDate start = day(from);
    LocalDate last = start.plusDays(days);
    while (workingDays.applyAsInt(start, last) <= days) {
      last = last.plusDays(1);
    }
    return last.atStartOfDay(Now.CHINA).toInstant();
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Now.CHINA);
  }
}
