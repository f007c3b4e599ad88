package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Scope;

/** Files come and go by people's hands: somebody with an account answers for each. */
final class Accountable {
  private static final String ACCOUNT = "account:";

  private Accountable() {}

  /**
   * @throws Problem FORBIDDEN for jobs, tokens and nobody
   */
  static long of(Scope who) {
    if (!who.actor().startsWith(ACCOUNT)) {
      throw Problem.forbidden();
    }
    return Long.parseLong(who.actor().substring(ACCOUNT.length()));
  }
}
