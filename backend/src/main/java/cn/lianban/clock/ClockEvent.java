package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.EventRecord;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a clock, and what moved its date.
 *
 * @param byId of {@link ClockEventKind#TRANSFERRED}: who gave it; of {@link
 *     ClockEventKind#HELD_BY}: who moved it with a whole queue, null: an act on the subject did
 * @param fromId who had it in hand, null: nobody
 */
public record ClockEvent(
    Instant at,
    ClockEventKind kind,
    String cause,
    int generation,
    @Nullable LocalDate oldDueOn,
    @Nullable LocalDate newDueOn,
    @Nullable Long byId,
    @Nullable Long fromId,
    @Nullable Long toId) {

  static ClockEvent of(EventRecord row) {
    return new ClockEvent(
        row.getAt(),
        ClockEventKind.valueOf(row.getKind()),
        row.getCause(),
        row.getGeneration(),
        row.getOldDueOn(),
        row.getNewDueOn(),
        row.getById(),
        row.getFromId(),
        row.getToId());
  }
}
