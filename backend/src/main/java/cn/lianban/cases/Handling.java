package cn.lianban.cases;

import org.jspecify.annotations.Nullable;

/**
 * What a district allows for an item.
 *
 * @param owableDays working days within which an owed material has to come (容缺受理); null: nothing
 *     may be owed
 * @param checkDays working days after the decision within which a written promise is checked
 *     (告知承诺); null: no written promise
 * @param greenPercent the promise of the green channel in percent of the usual one; null: none
 * @param overseerUnitId who supervises after the decision; null: the department that decides
 */
record Handling(
    long itemId,
    @Nullable Integer owableDays,
    @Nullable Integer checkDays,
    @Nullable Integer greenPercent,
    @Nullable Integer overseerUnitId,
    int version) {
  static Handling none(long itemId) {
    return new Handling(itemId, null, null, null, null, 0);
  }

  boolean owable() {
    return owableDays != null;
  }

  /** The shortened promise, rounded up, at least 1; 即办件 (0) stays. */
  int shortened(int promise) {
    int percent = greenPercent == null ? 100 : greenPercent;
    return promise == 0 ? 0 : Math.max(1, (promise * percent + 99) / 100);
  }
}
