package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A suspension as the reckoning sees it. Day units take out the days d with from &lt; d ≤ to, HOURS
 * the time from ≤ t &lt; to; from = to takes out nothing; an open to means paused (行政许可法 Art. 45).
 */
public record Pause(Instant from, @Nullable Instant to, String paper) {
  LocalDate fromDay(ZoneId zone) {
    return from.atZone(zone).toLocalDate();
  }

  /** The last day taken out; the end of time for an open pause. */
  LocalDate toDay(ZoneId zone) {
    return to == null ? LocalDate.MAX : to.atZone(zone).toLocalDate();
  }

  Instant toOrEver() {
    return to == null ? Instant.MAX : to;
  }
}
