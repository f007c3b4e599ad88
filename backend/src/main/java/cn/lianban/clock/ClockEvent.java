package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.EventRecord;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to a clock, and what moved its date. */
record ClockEvent(
    Instant at,
    ClockEventKind kind,
    String cause,
    int generation,
    @Nullable LocalDate oldDueOn,
    @Nullable LocalDate newDueOn) {

  static ClockEvent of(EventRecord row) {
    return new ClockEvent(
        row.getAt(),
        ClockEventKind.valueOf(row.getKind()),
        row.getCause(),
        row.getGeneration(),
        row.getOldDueOn(),
        row.getNewDueOn());
  }
}
