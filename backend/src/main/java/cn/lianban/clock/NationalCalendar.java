package cn.lianban.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The country's calendar: yearly State Council notices, and the days that are off by law before the
 * notice comes out (《全国年节及纪念日放假办法》, in force 2025-01-01). No make-up day is presumed. Immutable.
 */
final class NationalCalendar {
  /** The days fixed in the solar calendar; the lunar ones and Qingming are rows. */
  private static final Map<MonthDay, String> FIXED_BY_LAW =
      Map.of(
          MonthDay.of(1, 1), "元旦",
          MonthDay.of(5, 1), "劳动节",
          MonthDay.of(5, 2), "劳动节",
          MonthDay.of(10, 1), "国庆节",
          MonthDay.of(10, 2), "国庆节",
          MonthDay.of(10, 3), "国庆节");

  private final TreeMap<LocalDate, NationalDay> days = new TreeMap<>();
  private final Map<Integer, String> notices;

  /**
   * @param notices year → number of its published notice; a year that is missing is not published
   */
  NationalCalendar(Collection<NationalDay> days, Map<Integer, String> notices) {
    days.forEach(d -> this.days.put(d.day(), d));
    this.notices = Map.copyOf(notices);
  }

  /** As it would be with a notice: days it names, and days of an older notice that it drops. */
  NationalCalendar with(
      int year, String notice, Collection<NationalDay> named, Collection<NationalDay> dropped) {
    TreeMap<LocalDate, NationalDay> then = new TreeMap<>(days);
    dropped.forEach(day -> then.remove(day.day()));
    named.forEach(day -> then.put(day.day(), day));
    Map<Integer, String> papers = new HashMap<>(notices);
    papers.putIfAbsent(year, notice);
    return new NationalCalendar(then.values(), papers);
  }

  boolean published(int year) {
    return notices.containsKey(year);
  }

  /** The number of the year's notice, null when it is not published. */
  @Nullable String notice(int year) {
    return notices.get(year);
  }

  /** The row of a day that differs from plain weekday = working, weekend = off; else null. */
  @Nullable NationalDay special(LocalDate day) {
    boolean published = published(day.getYear());
    NationalDay row = days.get(day);
    if (row != null && !(row.byLaw() && published)) {
      return row;
    }
    String name = published ? null : FIXED_BY_LAW.get(MonthDay.from(day));
    return name == null ? null : new NationalDay(day, true, name, true);
  }

  DayMark mark(LocalDate day) {
    NationalDay row = special(day);
    if (row != null) {
      return new DayMark(!row.off(), reason(row), row.name());
    }
    return weekend(day) ? DayMark.WEEKEND : DayMark.WEEKDAY;
  }

  /** All special days of a year in order. */
  List<NationalDay> specials(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first
        .datesUntil(first.plusYears(1))
        .<NationalDay>mapMulti(
            (day, sink) -> {
              NationalDay row = special(day);
              if (row != null) {
                sink.accept(row);
              }
            })
        .toList();
  }

  private static DayReason reason(NationalDay row) {
    if (!row.off()) {
      return DayReason.MAKE_UP_DAY;
    }
    return row.byLaw() ? DayReason.HOLIDAY_BY_LAW : DayReason.HOLIDAY;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
  }
}
