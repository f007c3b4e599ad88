package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.SuspensionRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that does not count, with its paper and what the applicant was told. */
public record Suspension(
    SuspensionReason reason,
    String basis,
    Instant fromAt,
    Instant expectedUntil,
    @Nullable Instant toldAt,
    @Nullable Instant toAt) {

  static Suspension of(SuspensionRecord row) {
    return new Suspension(
        SuspensionReason.valueOf(row.getReason()),
        row.getBasis(),
        row.getFromAt(),
        row.getExpectedUntil(),
        row.getToldAt(),
        row.getToAt());
  }
}
