package cn.lianban.cases;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepting a case at a window. */
@Component
class WindowDesk {
  private static final int OLDEST_RECEIPT_DAYS = 30;
  private final Cases cases;
  private final CaseIntake intake;
  private final CaseSteps steps;
  private final Items items;
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
      Items items,
      Once once,
      AuditTrail audit,
      Posts posts,
      Units units,
      TenantScope scope,
      Now now) {
    this.cases = cases;
    this.intake = intake;
    this.steps = steps;
    this.items = items;
    this.once = once;
    this.audit = audit;
    this.posts = posts;
    this.units = units;
    this.scope = scope;
    this.now = now;
  }

  /**
   * Accepts a case at the caller's window; its clock runs from now. A clerk with posts in several
   * units (综合窗口) accepts at the one that is named, else at the first that may accept the item.
   *
   * @param unitId one of the units he is a clerk of, null: whichever accepts the item
   * @return the id and the query password, which is issued anew when the request is a replay
   */
  Accepted accept(String key, Object input, NewCase wanted, @Nullable Integer unitId) {
    return take(key, input, wanted, unitId, intake::open, "accept");
  }

  /** As {@link #accept}, without accepting yet: the days for acceptance run (行政许可法 Art. 32). */
  Accepted receive(String key, Object input, NewCase wanted, @Nullable Integer unitId) {
    return take(key, input, wanted, unitId, intake::receive, "receive");
  }

  private interface Way {
    long open(NewCase wanted, Unit unit, By by, Instant at);
  }

  private Accepted take(
      String key, Object input, NewCase wanted, @Nullable Integer unitId, Way way, String verb) {
    Seat seat = seat(wanted.itemId(), unitId);
    scope.actFor(seat.forAccount());
    By by = By.caller(posts, seat);
    Instant at = now.instant();
    checkReceipt(wanted.receivedAt(), at);
    return scope.write(
        () -> {
          Once.Done done = once.run(key, input, () -> open(wanted, by, at, way, verb));
          if (done.replayed()) {
            audit.record("case.reissue_password", "case:" + done.id(), Map.of());
          }
          return new Accepted(done.id(), steps.issuePassword(cases.visible(done.id())));
        });
  }

  private Seat seat(long itemId, @Nullable Integer unitId) {
    List<Seat> seats = posts.seats(Role.WINDOW_CLERK);
    if (seats.isEmpty()) {
      throw Problem.forbidden();
    }
    if (unitId != null) {
      return seats.stream()
          .filter(seat -> Objects.equals(seat.unitId(), unitId))
          .findFirst()
          .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "您不在这个单位的窗口任职"));
    }
    return seats.stream()
        .filter(seat -> items.acceptableAt(itemId, Objects.requireNonNull(seat.unitId())))
        .findFirst()
        .orElse(seats.getFirst());
  }

  private long open(NewCase wanted, By by, Instant at, Way way, String verb) {
    long id = way.open(wanted, units.find(by.unitId()).orElseThrow(), by, at);
    audit.record("case." + verb, "case:" + id, Map.of("item", wanted.itemId()));
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
