package cn.lianban.clock;

import org.jspecify.annotations.Nullable;

/** What the calendar says of a day: worked or off, why, and the holiday's or local day's name. */
record DayMark(boolean working, DayReason reason, @Nullable String name) {
  static final DayMark WEEKDAY = new DayMark(true, DayReason.WORKING_DAY, null);
  static final DayMark WEEKEND = new DayMark(false, DayReason.WEEKEND, null);
}
