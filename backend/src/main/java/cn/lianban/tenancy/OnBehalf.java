package cn.lianban.tenancy;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** A job's work in somebody's name: his roles and reach as they are now, not as he left them. */
@Component
public class OnBehalf {
  private final TenantScope scope;
  private final Callers callers;

  OnBehalf(TenantScope scope, Callers callers) {
    this.scope = scope;
    this.callers = callers;
  }

  /**
   * Never called inside a request's work.
   *
   * @throws cn.lianban.graphql.Problem UNAUTHENTICATED when the account is gone or disabled
   */
  public <T> T of(int districtId, long accountId, Supplier<T> job) {
    return scope.run(
        new Scope(districtId, null, null, Reach.ALL, Set.of(), "account:" + accountId),
        work -> callers.resolve(new ScopeFilter.Caller(districtId, accountId, null)),
        job::get);
  }
}
