package cn.lianban.clock;

import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Duties for tests of this room, without a case behind them. */
final class Stories {
  private static final AtomicLong SUBJECT = new AtomicLong(1);

  private Stories() {}

  static StartDuty duty(TestDistrict here, String unit, Budget promised, Instant at) {
    return new StartDuty(
        "CASE",
        "Story",
        SUBJECT.getAndIncrement(),
        null,
        here.unit(unit),
        "办件 " + SUBJECT.get(),
        here.subDistricts().get(unit),
        false,
        promised,
        promised.unit() == BudgetUnit.WORKING_DAYS ? promised.amount() + 5 : null,
        at,
        false);
  }
}
