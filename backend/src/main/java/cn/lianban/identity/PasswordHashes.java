package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, at most two at once: each takes 19 MiB and a core, so a flood of sign-ins would
 * otherwise starve the windows that are working.
 */
@Component
class PasswordHashes {
  private final PasswordEncoder passwords;
  private final Semaphore turns;
  private final Duration patience;

  @Autowired
  PasswordHashes(PasswordEncoder passwords) {
    this(passwords, 2, Duration.ofSeconds(2));
  }

  PasswordHashes(PasswordEncoder passwords, int atOnce, Duration patience) {
    this.passwords = passwords;
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /**
   * @throws Busy when no turn came within two seconds
   */
  String encode(String password) {
    return inTurn(() -> String.valueOf(passwords.encode(password)));
  }

  /**
   * The hash of a first password that an administrator asks for.
   *
   * @throws Rejected THROTTLED when no turn came within two seconds
   */
  String first(String password) {
    try {
      return encode(password);
    } catch (Busy busy) {
      throw new Rejected("THROTTLED", null, "系统繁忙，请稍后再试");
    }
  }

  /**
   * @throws Busy when no turn came within two seconds
   */
  boolean matches(String password, String hash) {
    return inTurn(() -> passwords.matches(password, hash));
  }

  private <T> T inTurn(Supplier<T> hashing) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
    try {
      return hashing.get();
    } finally {
      turns.release();
    }
  }

  /** Too many people sign in at this moment; nothing was checked. */
  static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
      super("no turn to hash", null, false, false);
    }
  }
}
