package cn.lianban.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to wait after a technical failure: 30 s, doubled each time, half an hour at most. */
final class Backoff {
  private static final long FIRST = 30; // seconds
  private static final long CAP = 1_800;
  private static final long LONGEST_ASKED = 3_600; // a gateway that asks for more is not believed

  private Backoff() {}

  /**
   * @param attempts made so far, 1 after the first
   * @param asked what the gateway's Retry-After said
   */
  static Duration after(int attempts, @Nullable Duration asked) {
    long own = Math.min(CAP, FIRST << Math.min(attempts - 1, 10));
    long wished = asked == null ? 0 : Math.min(LONGEST_ASKED, asked.toSeconds());
    return Duration.ofSeconds(Math.max(own, wished));
  }
}
