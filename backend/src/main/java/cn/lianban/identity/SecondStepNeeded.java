package cn.lianban.identity;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and does not open a session by itself. */
final class SecondStepNeeded extends AuthenticationException {
  private static final long serialVersionUID = 1L;
  private final int district;
  private final long account;

  SecondStepNeeded(int district, long account) {
    super("second step");
    this.district = district;
    this.account = account;
  }

  int district() {
    return district;
  }

  long account() {
    return account;
  }
}
