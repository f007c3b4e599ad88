package cn.lianban.identity;

import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The throttle of the sign-in for doors that programs knock at. Failures are counted per door, so
 * that a program with a wrong secret does not keep the people behind its address from signing in.
 * Never called inside a request's work.
 */
@Component
public class ProgramThrottle {
  private final Throttle throttle;
  private final TenantScope scope;

  ProgramThrottle(Throttle throttle, TenantScope scope) {
    this.throttle = throttle;
    this.scope = scope;
  }

  /** How long nobody may knock from this address (30 failures in ten minutes); zero: he may. */
  public Duration blocked(String door, String address) {
    return nobody(() -> throttle.blocked(door, address));
  }

  public void failed(String door, String address) {
    nobody(
        () -> {
          throttle.failed(door, address);
          return true;
        });
  }

  /** Counts a request; how long to wait when there were {@code most} within the window already. */
  public Duration pace(String program, int most, Duration window) {
    return nobody(() -> throttle.pace(program, most, window));
  }

  private <T> T nobody(Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }
}
