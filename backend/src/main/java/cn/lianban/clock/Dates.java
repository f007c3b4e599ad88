package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a clock. Day units: dueOn is the last day, dueAt (= red) the start of the next one;
 * HOURS: dueAt is the instant and dueOn its day. All null while paused. darkAt: the statutory limit
 * has passed as well.
 */
record Dates(
    @Nullable LocalDate dueOn,
    @Nullable Instant dueAt,
    @Nullable LocalDate yellowOn,
    @Nullable Instant yellowAt,
    @Nullable Instant darkAt,
    boolean paused,
    boolean provisional) {

  static Dates paused(boolean provisional) {
    return new Dates(null, null, null, null, null, true, provisional);
  }

  /**
   * The light at an instant, from stored or reckoned moments; the view clock.duty_light says the
   * same in SQL.
   */
  static Light light(
      Instant now, @Nullable Instant dueAt, @Nullable Instant yellowAt, @Nullable Instant darkAt) {
    if (dueAt == null) {
      return Light.PAUSED;
    }
    if (darkAt != null && !now.isBefore(darkAt)) {
      return Light.DARK;
    }
    if (!now.isBefore(dueAt)) {
      return Light.RED;
    }
    return yellowAt != null && !now.isBefore(yellowAt) ? Light.YELLOW : Light.GREEN;
  }

  Light lightAt(Instant now) {
    return light(now, dueAt, yellowAt, darkAt);
  }
}
