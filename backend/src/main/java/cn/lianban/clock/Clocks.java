package cn.lianban.clock;

import cn.lianban.clock.ClockChanges.Change;
import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Starts, suspends, resumes, extends, hands on and closes clocks. Every method joins the caller's
 * write transaction and is authorised and audited by the caller; the variants without an instant
 * happen now. An unknown clock is refused with NOT_FOUND, one that is over with CLOCK_CLOSED.
 */
@Component
public class Clocks {
  private final ClockChanges changes;
  private final DutyRows rows;
  private final Rungs rungs;
  private final ClockLog log;
  private final Segments segments;
  private final Calendars calendars;
  private final TenantScope scope;
  private final Now now;

  Clocks(
      ClockChanges changes,
      DutyRows rows,
      Rungs rungs,
      ClockLog log,
      Segments segments,
      Calendars calendars,
      TenantScope scope,
      Now now) {
    this.changes = changes;
    this.rows = rows;
    this.rungs = rungs;
    this.log = log;
    this.segments = segments;
    this.calendars = calendars;
    this.scope = scope;
    this.now = now;
  }

  /** Starts a clock: 行政许可法 Art. 42 counts from acceptance. Returns the duty's id. */
  public long start(StartDuty duty) {
    LocalRules rules = calendars.rulesForChange();
    DutyRecord row = NewDuty.row(duty, scope.district(), rules.zone());
    Projection.apply(row, Projection.reckoning(row, List.of(), rules).dates());
    rows.insert(row);
    segments.open(row, duty.ownerUnitId(), duty.startedAt());
    rungs.first(row);
    log.write(row, duty.startedAt(), ClockEventKind.STARTED, "", ClockLog.Before.NOTHING);
    return row.getId();
  }

  /** As {@link #suspend(long, SuspensionReason, String, LocalDate, Instant, Instant)}, now. */
  public void suspend(
      long dutyId,
      SuspensionReason reason,
      String basis,
      LocalDate expectedUntil,
      @Nullable Instant toldAt) {
    suspend(dutyId, reason, basis, expectedUntil, toldAt, now.instant());
  }

  /**
   * Stops a clock for a time that does not count (行政许可法 Art. 45: the applicant is told in writing
   * how long it takes).
   *
   * @param basis the article or paper it rests on, 1 to 1000 characters
   * @param expectedUntil the last day the applicant was told; an alarm follows the day after
   * @param toldAt when he was told, null when not yet
   * @throws Rejected CLOCK_PAUSED, REQUIRED at basis, EXPECTED_UNTIL_PAST at expectedUntil
   */
  public void suspend(
      long dutyId,
      SuspensionReason reason,
      String basis,
      LocalDate expectedUntil,
      @Nullable Instant toldAt,
      Instant at) {
    Change change = changes.open(dutyId, at);
    changes.stop(change, change.begunPause(reason, basis, expectedUntil, toldAt));
  }

  public void resume(long dutyId) {
    resume(dutyId, now.instant());
  }

  /**
   * Lets a paused clock run on; the day it resumes on does not count, like a day of acceptance.
   *
   * @throws Rejected CLOCK_RUNNING when it is not paused
   */
  public void resume(long dutyId, Instant at) {
    Change change = changes.open(dutyId, at);
    SuspensionRecord pause = change.goOn();
    pause.update();
    changes.finish(change, ClockEventKind.RESUMED, pause.getBasis());
  }

  public void extend(long dutyId, int by, String reason) {
    extend(dutyId, by, reason, now.instant());
  }

  /**
   * Lengthens promise and statutory limit by days or hours of the clock's unit and starts a new
   * generation of rungs (行政许可法 Art. 42: once, by the head; the caller sees to that).
   *
   * @throws Rejected OUT_OF_RANGE at by, REQUIRED at reason
   */
  public void extend(long dutyId, int by, String reason, Instant at) {
    Change change = changes.open(dutyId, at);
    DutyRecord row = change.row();
    int longest = Objects.requireNonNullElse(row.getStatutoryBudget(), 0);
    int limit = Budget.MAX - Math.max(row.getBudget(), longest) - row.getExtendedBy();
    Checks.within(by, 1, limit, "by");
    row.setExtendedBy(row.getExtendedBy() + by);
    row.setGeneration(row.getGeneration() + 1);
    changes.finish(change, ClockEventKind.EXTENDED, Checks.text(reason, 1000, "reason"));
  }

  public void holdBy(long dutyId, int unitId) {
    holdBy(dutyId, unitId, now.instant());
  }

  /** As {@link #holdBy(long, int, Long, Instant)}, by nobody in particular. */
  public void holdBy(long dutyId, int unitId, Instant at) {
    holdBy(dutyId, unitId, null, at);
  }

  /**
   * Hands the clock to another unit: a new segment, and the duty moves to that unit's queue.
   *
   * @param assigneeId who there works on it, null: whoever takes it
   */
  public void holdBy(long dutyId, int unitId, @Nullable Long assigneeId, Instant at) {
    hold(dutyId, unitId, assigneeId, at, ClockLog.Why.ACT);
  }

  /** As {@link #holdBy(long, int, Instant)}, not by an act on the subject: somebody moved it. */
  void handOver(long dutyId, int unitId, Instant at, ClockLog.Why why) {
    hold(dutyId, unitId, null, at, why);
  }

  private void hold(
      long dutyId, int unitId, @Nullable Long assigneeId, Instant at, ClockLog.Why why) {
    Change change = changes.open(dutyId, at);
    change.row().setAssigneeId(assigneeId);
    if (change.row().getOwnerUnitId() == unitId) {
      rows.save(change.row());
      return;
    }
    String name = segments.handOn(change.row(), change.reckoning(), unitId, at);
    change.row().setOwnerUnitId(unitId);
    rows.save(change.row());
    log.held(change.row(), at, name, why);
  }

  /** The district level takes part and sees the clock from now on; never taken back. */
  public void raiseToDistrict(long dutyId) {
    DutyRecord row = changes.open(dutyId, now.instant()).row();
    if (!row.getAtDistrict()) {
      row.setAtDistrict(true);
      rows.save(row);
      rows.raise(row);
    }
  }

  public void close(long dutyId) {
    close(dutyId, now.instant());
  }

  /** Ends a clock, keeping the light it had; a pause that is open ends with it. */
  public void close(long dutyId, Instant at) {
    Change change = changes.open(dutyId, at);
    DutyRecord row = change.row();
    SuspensionRecord pause = change.pause();
    Reckoning reckoning = change.close();
    if (pause != null) {
      pause.update();
    }
    rows.save(row);
    rungs.remove(row);
    segments.close(row, reckoning, at);
    log.write(row, at, ClockEventKind.CLOSED, "", change.before());
  }
}
