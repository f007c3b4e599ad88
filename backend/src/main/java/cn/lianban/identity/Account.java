package cn.lianban.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its administrator sees it. */
record Account(
    long id,
    String loginName,
    String name,
    @Nullable Instant disabledAt,
    boolean mustChangePassword,
    @Nullable Instant lastSignInAt,
    int version) {
  /** The API's id kind. */
  static final String KIND = "Account";
}
