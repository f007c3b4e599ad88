package cn.lianban.setup;

import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The working days around now, and moments inside office hours. */
final class DemoDays {
  private static final int OPEN = 8 * 60 + 40;
  private static final int CLOSE = 17 * 60 + 20;
  private final List<LocalDate> days;
  private final int today;
  private final RandomGenerator random;

  /**
   * @param works whether a day is worked
   */
  DemoDays(LocalDate today, Predicate<LocalDate> works, RandomGenerator random) {
    this.days = today.minusDays(372).datesUntil(today.plusDays(200)).filter(works).toList();
    this.random = random;
    int known = (int) days.stream().filter(day -> !day.isAfter(today)).count();
    this.today = known - 1;
  }

  /** A moment of the working day that many working days before the last one. */
  Instant ago(int workingDays) {
    return moment(days.get(Math.max(0, today - workingDays)), OPEN);
  }

  /** How many working days there are to choose from. */
  int past() {
    return today + 1;
  }

  /** A moment that many working days after; on the same day it is later, if only by minutes. */
  Instant after(Instant from, int workingDays) {
    var local = from.atZone(Now.CHINA);
    int index = index(local.toLocalDate());
    if (workingDays == 0) {
      int minutes = local.getHour() * 60 + local.getMinute();
      return minutes >= CLOSE - 10
          ? from.plusSeconds(120 + random.nextInt(600))
          : moment(local.toLocalDate(), minutes + 3);
    }
    return moment(days.get(Math.min(days.size() - 1, index + workingDays)), OPEN);
  }

  LocalDate day(Instant from, int workingDays) {
    return after(from, workingDays).atZone(Now.CHINA).toLocalDate();
  }

  private int index(LocalDate day) {
    int found = java.util.Collections.binarySearch(days, day);
    return found >= 0 ? found : -found - 2;
  }

  private Instant moment(LocalDate day, int notBefore) {
    int earliest = Math.min(notBefore, CLOSE - 1);
    int minute = earliest + random.nextInt(CLOSE - earliest);
    return day.atStartOfDay(Now.CHINA)
        .plusMinutes(minute)
        .plusSeconds(random.nextInt(60))
        .toInstant();
  }
}
