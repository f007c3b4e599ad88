package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import java.util.List;
import java.util.Objects;

/** A duty's row as the reckoning sees it, and the reckoning's dates written back into the row. */
final class Projection {
  private Projection() {}

  static Reckoning reckoning(DutyRecord row, List<SuspensionRecord> suspensions, LocalRules rules) {
    return Duty.of(row, row.getStartedAt()).reckoning(suspensions, rules);
  }

  /** Some stored date is another one than the reckoned. */
  static boolean differs(DutyRecord row, Dates dates) {
    return !Objects.equals(row.getDueAt(), dates.dueAt())
        || !Objects.equals(row.getYellowAt(), dates.yellowAt())
        || !Objects.equals(row.getDarkAt(), dates.darkAt())
        || row.getProvisional() != dates.provisional();
  }

  /** Writes the dates; true when the due date is another one than before. */
  static boolean apply(DutyRecord row, Dates dates) {
    boolean moved = !Objects.equals(row.getDueAt(), dates.dueAt());
    row.setDueOn(dates.dueOn());
    row.setDueAt(dates.dueAt());
    row.setRedAt(dates.dueAt());
    row.setYellowAt(dates.yellowAt());
    row.setDarkAt(dates.darkAt());
    row.setProvisional(dates.provisional());
    return moved;
  }
}
