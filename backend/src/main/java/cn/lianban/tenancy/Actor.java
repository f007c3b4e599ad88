package cn.lianban.tenancy;

import java.util.Optional;

/** Who an account is right now; implemented by identity, asked on each request. */
public interface Actor {
  /**
   * Reads an account's post and reach; runs under reach ALL in the request's own transaction.
   *
   * @return empty when the account is gone or disabled
   */
  Optional<Standing> standing(int districtId, long accountId);

  /**
   * @param mustChangePassword such an account may do nothing else
   */
  record Standing(Scope scope, boolean mustChangePassword) {}
}
