package cn.lianban.identity;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A sign-in that was not even checked: too many attempts, or too many people at once. */
final class SignInRefused extends AuthenticationException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final long retryAfterSeconds;

  private SignInRefused(int status, long retryAfterSeconds) {
    super("THROTTLED");
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** 429: this name or this address has to wait. */
  static SignInRefused tooManyFailures(Duration wait) {
    return new SignInRefused(429, Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  /** 503: no hash within two seconds; nothing has been counted. */
  static SignInRefused busy() {
    return new SignInRefused(503, 2);
  }

  int status() {
    return status;
  }

  long retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
