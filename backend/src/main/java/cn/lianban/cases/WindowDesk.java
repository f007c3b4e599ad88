package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accepting a case at a window. */
@Component
class WindowDesk {
  private static final int OLDEST_RECEIPT_DAYS = 30;
  private final Cases cases;
  private final CaseIntake intake;
  private final CaseSteps steps;
  private final Once once;
  private final AuditTrail audit;
  private final Posts posts;
  private final Units units;
  private final TenantScope scope;
  private final Now now;

  WindowDesk(
      Cases cases,
      CaseIntake intake,
      CaseSteps steps,
      Once once,
      AuditTrail audit,
      Posts posts,
      Units units,
      TenantScope scope,
      Now now) {
    this.cases = cases;
    this.intake = intake;
    this.steps = steps;
    this.once = once;
    this.audit = audit;
    this.posts = posts;
    this.units = units;
    this.scope = scope;
    this.now = now;
  }

  /**
   * Accepts a case at the caller's window; its clock runs from now.
   *
   * @return the id and the query password, which is issued anew when the request is a replay
   */
  Accepted accept(String key, Object input, NewCase wanted) {
    posts.require(Role.WINDOW_CLERK);
    posts.requireUnit();
    By by = By.caller(scope.current());
    Instant at = now.instant();
    checkReceipt(wanted.receivedAt(), at);
    return scope.write(
        () -> {
          Once.Done done = once.run(key, input, () -> open(wanted, by, at));
          if (done.replayed()) {
            audit.record("case.reissue_password", "case:" + done.id(), Map.of());
          }
          return new Accepted(done.id(), steps.issuePassword(cases.visible(done.id())));
        });
  }

  private long open(NewCase wanted, By by, Instant at) {
    long id = intake.open(wanted, units.find(by.unitId()).orElseThrow(), by, at);
    audit.record("case.accept", "case:" + id, Map.of("item", wanted.itemId()));
    return id;
  }

  private static void checkReceipt(Instant receivedAt, Instant at) {
    if (receivedAt.isAfter(at)) {
      throw new Rejected("INVALID", "receivedOn", "收件日期不能晚于今天");
    }
    if (receivedAt.isBefore(at.minus(Duration.ofDays(OLDEST_RECEIPT_DAYS)))) {
      throw new Rejected("INVALID", "receivedOn", "收件日期不能早于 " + OLDEST_RECEIPT_DAYS + " 天前");
    }
  }

  /** The new case and its query password. */
  record Accepted(long id, String queryPassword) {}
}
