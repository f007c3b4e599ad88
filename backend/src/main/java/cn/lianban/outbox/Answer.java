package cn.lianban.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway answered.
 *
 * @param status of HTTP; null: it was not reached, or is no HTTP
 * @param fault fixed words and codes; never what was sent
 * @param pause how long the gateway asked to be left alone
 */
record Answer(
    Kind kind, @Nullable Integer status, @Nullable String fault, @Nullable Duration pause) {

  enum Kind {
    SENT,
    /** Technical: tried again by itself. */
    AGAIN,
    /** For good: somebody has to look. */
    REFUSED
  }

  static Answer sent(@Nullable Integer status) {
    return new Answer(Kind.SENT, status, null, null);
  }

  static Answer again(@Nullable Integer status, String fault, @Nullable Duration pause) {
    return new Answer(Kind.AGAIN, status, fault, pause);
  }

  static Answer refused(@Nullable Integer status, String fault) {
    return new Answer(Kind.REFUSED, status, fault, null);
  }

  /** What a status of HTTP means. */
  static Answer ofStatus(int status, @Nullable Duration pause) {
    if (status >= 200 && status < 300) {
      return sent(status);
    }
    boolean technical = status >= 500 || status == 429 || status == 408 || status == 425;
    return technical ? again(status, "HTTP " + status, pause) : refused(status, "HTTP " + status);
  }
}
