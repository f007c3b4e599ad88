package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.EventRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The append-only story of every clock: what happened, and what moved its date. */
@Component
class ClockLog {
  private final DSLContext sql;

  ClockLog(DSLContext sql) {
    this.sql = sql;
  }

  /** The due date of a row before a change. */
  record Before(@Nullable LocalDate dueOn, @Nullable Instant dueAt) {
    static final Before NOTHING = new Before(null, null);

    static Before of(DutyRecord row) {
      return new Before(row.getDueOn(), row.getDueAt());
    }
  }

  void write(DutyRecord row, Instant at, ClockEventKind kind, String cause, Before before) {
    writeAll(List.of(event(row, at, kind, cause, before)));
  }

  /** From one pair of hands into another. */
  static EventRecord transferred(DutyRecord row, Instant at, String note, Hands hands) {
    EventRecord event = event(row, at, ClockEventKind.TRANSFERRED, note, Before.of(row));
    event.setById(hands.by());
    event.setFromId(hands.from());
    event.setToId(hands.to());
    return event;
  }

  /** Another unit has it from now on. */
  void held(DutyRecord row, Instant at, String unit, Why why) {
    writeAll(List.of(heldBy(row, at, unit, why)));
  }

  static EventRecord heldBy(DutyRecord row, Instant at, String unit, Why why) {
    String cause = why.reason().isEmpty() ? unit : unit + "：" + why.reason();
    EventRecord event = event(row, at, ClockEventKind.HELD_BY, cause, Before.of(row));
    event.setById(why.by());
    return event;
  }

  /**
   * @param by who moved it; null: nobody did, it follows from an act on the subject, which tells
   */
  record Why(@Nullable Long by, String reason) {
    static final Why ACT = new Why(null, "");
  }

  /**
   * Accounts.
   *
   * @param by null: a task did it
   * @param from who had it, null: nobody
   */
  record Hands(@Nullable Long by, @Nullable Long from, long to) {}

  /** One batch for any number of events. */
  void writeAll(List<EventRecord> events) {
    sql.batchInsert(events).execute();
  }

  static EventRecord event(
      DutyRecord row, Instant at, ClockEventKind kind, String cause, Before before) {
    EventRecord event = new EventRecord();
    event.setDistrictId(row.getDistrictId());
    event.setSubDistrictId(row.getSubDistrictId());
    event.setAtDistrict(row.getAtDistrict());
    event.setDutyId(row.getId());
    event.setAt(at);
    event.setKind(kind.name());
    event.setCause(cause);
    event.setGeneration(row.getGeneration());
    event.setOldDueOn(before.dueOn());
    event.setOldDueAt(before.dueAt());
    event.setNewDueOn(row.getDueOn());
    event.setNewDueAt(row.getDueAt());
    return event;
  }
}
