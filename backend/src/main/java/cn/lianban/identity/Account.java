package cn.lianban.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as its administrator sees it.
 *
 * @param subDistrictId where the account and all its posts lie; null: the district level
 */
record Account(
    long id,
    String loginName,
    String name,
    @Nullable String mobile,
    @Nullable Integer subDistrictId,
    @Nullable Instant disabledAt,
    boolean mustChangePassword,
    @Nullable Instant lastSignInAt,
    boolean hasSecondFactor,
    int version) {
  /** The API's id kind. */
  static final String KIND = "Account";
}
