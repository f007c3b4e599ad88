package cn.lianban.clock;

import cn.lianban.clock.ClockChanges.Change;
import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.EventRecord;
import cn.lianban.db.clock.tables.records.RungRecord;
import cn.lianban.db.clock.tables.records.SegmentRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock whose life so far is told before any of it is written: history that comes by the
 * thousand. Every act does to its rows what the method of {@link Clocks} of that name does; {@link
 * ClockStories} begins clocks and writes them down.
 */
public final class ClockStory {
  private final DutyRecord row;
  private final LocalRules rules;
  private final List<SuspensionRecord> suspensions = new ArrayList<>();
  private final List<SegmentRecord> segments = new ArrayList<>();
  private final List<EventRecord> events = new ArrayList<>();

  ClockStory(DutyRecord row, LocalRules rules) {
    this.row = row;
    this.rules = rules;
    Projection.apply(row, Projection.reckoning(row, suspensions, rules).dates());
    segments.add(Segments.next(row, row.getOwnerUnitId(), row.getStartedAt()));
    events.add(
        ClockLog.event(
            row, row.getStartedAt(), ClockEventKind.STARTED, "", ClockLog.Before.NOTHING));
  }

  public long id() {
    return row.getId();
  }

  /** As it stands now in the story. */
  public Duty duty() {
    return Duty.of(row, row.getStartedAt());
  }

  public void suspend(
      SuspensionReason reason,
      String basis,
      LocalDate expectedUntil,
      @Nullable Instant toldAt,
      Instant at) {
    Change change = change(at);
    SuspensionRecord pause = change.begunPause(reason, basis, expectedUntil, toldAt);
    DutyRows.hang(pause, row);
    change.stop(pause);
    finish(change, ClockEventKind.SUSPENDED, pause.getBasis());
  }

  public void resume(Instant at) {
    Change change = change(at);
    SuspensionRecord pause = change.goOn();
    finish(change, ClockEventKind.RESUMED, pause.getBasis());
  }

  public void holdBy(Unit unit, Instant at) {
    row.setAssigneeId(null);
    row.setVersion(row.getVersion() + 1);
    if (row.getOwnerUnitId() == unit.id()) {
      return;
    }
    count(change(at).reckoning(), at);
    segments.add(Segments.next(row, unit.id(), at));
    row.setOwnerUnitId(unit.id());
    events.add(ClockLog.heldBy(row, at, unit.name(), ClockLog.Why.ACT));
  }

  public void close(Instant at) {
    Change change = change(at);
    Reckoning reckoning = change.close();
    row.setVersion(row.getVersion() + 1);
    count(reckoning, at);
    events.add(ClockLog.event(row, at, ClockEventKind.CLOSED, "", change.before()));
  }

  private Change change(Instant at) {
    return new Change(row, suspensions, rules, at, ClockLog.Before.of(row));
  }

  private void finish(Change change, ClockEventKind kind, String cause) {
    Projection.apply(row, change.reckoning().dates());
    row.setVersion(row.getVersion() + 1);
    events.add(ClockLog.event(row, change.at(), kind, cause, change.before()));
  }

  private void count(Reckoning reckoning, Instant at) {
    segments.forEach(piece -> Segments.count(piece, reckoning, at));
  }

  DutyRecord row() {
    return row;
  }

  List<SuspensionRecord> suspensions() {
    return suspensions;
  }

  List<SegmentRecord> segments() {
    return segments;
  }

  List<EventRecord> events() {
    return events;
  }

  /** What is still to fire when the story has been told. */
  List<RungRecord> rungs() {
    boolean over = row.getClosedAt() != null;
    return over ? List.of() : Rungs.planned(row, change(row.getStartedAt()).pause());
  }
}
