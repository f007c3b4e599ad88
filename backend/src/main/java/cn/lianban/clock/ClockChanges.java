package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens a clock for a change, and writes down the dates, rungs and event that follow from it. */
@Component
class ClockChanges {
  private final DutyRows rows;
  private final Rungs rungs;
  private final ClockLog log;
  private final Calendars calendars;

  ClockChanges(DutyRows rows, Rungs rungs, ClockLog log, Calendars calendars) {
    this.rows = rows;
    this.rungs = rungs;
    this.log = log;
    this.calendars = calendars;
  }

  /** Locks the calendar before the clock, always in this order. */
  Change open(long dutyId, Instant at) {
    LocalRules rules = calendars.rulesForChange();
    DutyRecord row = rows.lock(dutyId);
    return new Change(row, rows.suspensions(dutyId), rules, at, ClockLog.Before.of(row));
  }

  /** Opens a suspension of a clock that runs; its basis is the event's cause. */
  void stop(Change change, SuspensionRecord pause) {
    change.row().setConsumed(change.reckoning().consumed(change.at()));
    change.row().setRunningSince(null);
    rows.openSuspension(change.row(), pause);
    change.suspensions().add(pause);
    finish(change, ClockEventKind.SUSPENDED, pause.getBasis());
  }

  void finish(Change change, ClockEventKind kind, String cause) {
    Projection.apply(change.row, change.reckoning().dates());
    rows.save(change.row);
    rungs.replace(change.row, change.pause());
    log.write(change.row, change.at, kind, cause, change.before);
  }

  /** A clock that is being changed at an instant. */
  record Change(
      DutyRecord row,
      List<SuspensionRecord> suspensions,
      LocalRules rules,
      Instant at,
      ClockLog.Before before) {

    Reckoning reckoning() {
      return Projection.reckoning(row, suspensions, rules);
    }

    /** The open suspension, null while the clock runs. */
    @Nullable SuspensionRecord pause() {
      return suspensions.stream().filter(s -> s.getToAt() == null).findFirst().orElse(null);
    }

    /** Ends an open suspension, not before it began. */
    void endPause(SuspensionRecord pause) {
      pause.setToAt(at.isBefore(pause.getFromAt()) ? pause.getFromAt() : at);
      pause.update();
    }
  }
}
