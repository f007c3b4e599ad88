package cn.lianban.clock;

/** What a time limit is counted in. */
public enum BudgetUnit {
  /** Weekdays not declared off, and declared make-up days (行政许可法 Art. 82). */
  WORKING_DAYS,
  /** Every day; a last day that is off moves to the next working day (民法典 Art. 203). */
  CALENDAR_DAYS,
  /** Elapsed hours round the clock, from an instant. */
  HOURS
}
