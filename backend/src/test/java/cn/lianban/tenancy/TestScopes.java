package cn.lianban.tenancy;

import java.util.function.Supplier;

/** Work in the scope that an account has on a request, without a request. */
public final class TestScopes {
  private TestScopes() {}

  public static <T> T as(
      TenantScope scope, Actor actors, int district, long account, Supplier<T> work) {
    Scope standing =
        scope.inDistrict(
            district,
            Reach.ALL,
            "job:test",
            () -> actors.standing(district, account, null).orElseThrow().scope());
    return scope.run(standing, null, () -> scope.write(work));
  }
}
