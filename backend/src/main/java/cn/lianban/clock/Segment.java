package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.SegmentRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of a clock's running time and who held it; consumed in the clock's unit. */
record Segment(int holderUnitId, Instant fromAt, @Nullable Instant toAt, int consumed) {

  /** Of a closed clock as it was counted then, of an open one counted until now. */
  static Segment of(SegmentRecord row, Duty duty, Reckoning reckoning, Instant now) {
    Instant until = row.getToAt() == null ? now : row.getToAt();
    Integer counted = duty.closedAt() == null ? null : row.getConsumed();
    return new Segment(
        row.getHolderUnitId(),
        row.getFromAt(),
        row.getToAt(),
        counted == null ? reckoning.consumed(row.getFromAt(), until) : counted);
  }
}
