package cn.lianban.clock;

/** Why a day of a trace counts or does not. */
public enum DayReason {
  START,
  WORKING_DAY,
  MAKE_UP_DAY,
  CALENDAR_DAY,
  WEEKEND,
  HOLIDAY,
  /** Off by law in a year whose notice is not published yet. */
  HOLIDAY_BY_LAW,
  LOCAL_OFF,
  LOCAL_WORKING_DAY,
  SUSPENDED,
  /** A CALENDAR_DAYS due day on a day off moved here. */
  MOVED
}
