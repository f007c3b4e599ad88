package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.graphql.Rejected;
import java.time.Instant;
import java.time.LocalDate;
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
    change.stop(pause);
    rows.openSuspension(change.row(), pause);
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

    /**
     * A suspension that begins now.
     *
     * @throws Rejected CLOCK_PAUSED, REQUIRED at basis, EXPECTED_UNTIL_PAST at expectedUntil
     */
    SuspensionRecord begunPause(
        SuspensionReason reason, String basis, LocalDate expectedUntil, @Nullable Instant toldAt) {
      if (pause() != null) {
        throw new Rejected("CLOCK_PAUSED", null, "时限已经暂停");
      }
      SuspensionRecord pause = new SuspensionRecord();
      pause.setReason(reason.name());
      pause.setBasis(Checks.text(basis, 1000, "basis"));
      pause.setFromAt(at);
      pause.setExpectedUntil(Checks.endOf(expectedUntil, at, rules.zone()));
      pause.setToldAt(toldAt);
      return pause;
    }

    /** The clock stands still from now on. */
    void stop(SuspensionRecord pause) {
      row.setConsumed(reckoning().consumed(at));
      row.setRunningSince(null);
      suspensions.add(pause);
    }

    /**
     * Ends the open suspension; the clock runs on.
     *
     * @throws Rejected CLOCK_RUNNING when there is none
     */
    SuspensionRecord goOn() {
      SuspensionRecord pause = pause();
      if (pause == null) {
        throw new Rejected("CLOCK_RUNNING", null, "时限没有暂停");
      }
      endPause(pause);
      row.setRunningSince(at);
      return pause;
    }

    /** Ends the clock; answers what it was reckoned by at last. */
    Reckoning close() {
      SuspensionRecord pause = pause();
      if (pause != null) {
        endPause(pause);
      }
      Reckoning last = reckoning();
      Dates dates = last.dates();
      Projection.apply(row, dates);
      row.setConsumed(last.consumed(at));
      row.setRunningSince(null);
      row.setClosedAt(at);
      row.setClosedLight(dates.lightAt(at).name());
      return last;
    }

    /** Not before it began. */
    private void endPause(SuspensionRecord pause) {
      pause.setToAt(at.isBefore(pause.getFromAt()) ? pause.getFromAt() : at);
    }
  }
}
