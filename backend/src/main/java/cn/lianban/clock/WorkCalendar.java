package cn.lianban.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The national calendar with a district's own days laid over it. Immutable. */
final class WorkCalendar {
  private final NationalCalendar national;
  private final Map<LocalDate, LocalDay> local;

  WorkCalendar(NationalCalendar national, Collection<LocalDay> local) {
    this.national = national;
    this.local =
        local.stream().collect(Collectors.toUnmodifiableMap(LocalDay::day, Function.identity()));
  }

  DayMark mark(LocalDate day) {
    LocalDay own = local.get(day);
    if (own == null) {
      return national.mark(day);
    }
    return new DayMark(
        !own.off(), own.off() ? DayReason.LOCAL_OFF : DayReason.LOCAL_WORKING_DAY, own.name());
  }

  boolean works(LocalDate day) {
    return mark(day).working();
  }

  /** With the district's own row of a day as it would be; off null: without one. */
  WorkCalendar with(LocalDate day, @Nullable Boolean off) {
    List<LocalDay> own = new ArrayList<>(local.values());
    own.removeIf(row -> row.day().equals(day));
    if (off != null) {
      own.add(new LocalDay(day, off, "", "", 0));
    }
    return new WorkCalendar(national, own);
  }

  /** With another national calendar under the district's own days. */
  WorkCalendar over(NationalCalendar other) {
    return new WorkCalendar(other, local.values());
  }

  /** The district's own days of a year, in order. */
  List<LocalDay> ownDays(int year) {
    return local.values().stream()
        .filter(d -> d.day().getYear() == year)
        .sorted(Comparator.comparing(LocalDay::day))
        .toList();
  }

  NationalCalendar national() {
    return national;
  }

  /** Whether the State Council notice of the day's year is published. */
  boolean published(LocalDate day) {
    return national.published(day.getYear());
  }

  /** The day itself when it is worked, else the next day that is. */
  LocalDate workedFrom(LocalDate day) {
    LocalDate d = day;
    while (!works(d)) {
      d = d.plusDays(1);
    }
    return d;
  }

  /** The last working day before a day, but not before the floor. */
  LocalDate workedBefore(LocalDate day, LocalDate floor) {
    LocalDate d = day.minusDays(1);
    while (d.isAfter(floor) && !works(d)) {
      d = d.minusDays(1);
    }
    return d.isBefore(floor) ? floor : d;
  }

  /**
   * Some year from the first to the last day has no published notice: a date counted over them may
   * still move.
   */
  boolean provisional(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!national.published(year)) {
        return true;
      }
    }
    return false;
  }

  int workingDays(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return (int) first.datesUntil(first.plusYears(1)).filter(this::works).count();
  }
}
