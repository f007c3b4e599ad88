package cn.lianban.cases;

import cn.lianban.cases.WayIn.Accepted;
import cn.lianban.cases.WayIn.Way;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accepting a case at a window. */
@Component
class WindowDesk {
  private static final int OLDEST_RECEIPT_DAYS = 30;
  private final WayIn wayIn;
  private final Items items;
  private final Posts posts;
  private final TenantScope scope;
  private final Now now;

  WindowDesk(WayIn wayIn, Items items, Posts posts, TenantScope scope, Now now) {
    this.wayIn = wayIn;
    this.items = items;
    this.posts = posts;
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
    return take(key, input, wanted, unitId, Way.ACCEPT);
  }

  /** As {@link #accept}, without accepting yet: the days for acceptance run (行政许可法 Art. 32). */
  Accepted receive(String key, Object input, NewCase wanted, @Nullable Integer unitId) {
    return take(key, input, wanted, unitId, Way.RECEIVE);
  }

  private Accepted take(
      String key, Object input, NewCase wanted, @Nullable Integer unitId, Way way) {
    Seat seat = seat(wanted.itemId(), unitId);
    scope.actFor(seat.forAccount());
    By by = By.caller(posts, seat);
    Instant at = now.instant();
    checkReceipt(wanted.receivedAt(), at);
    return wayIn.take(key, input, wanted, way, by, at);
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
        .filter(seat -> accepts(itemId, Objects.requireNonNull(seat.unitId())))
        .findFirst()
        .orElse(seats.getFirst());
  }

  /** An acceptance point of the item, or the department whose item it is. */
  private boolean accepts(long itemId, int unit) {
    return items.acceptableAt(itemId, unit)
        || items.find(itemId).filter(item -> item.unitId() == unit).isPresent();
  }

  private static void checkReceipt(Instant receivedAt, Instant at) {
    if (receivedAt.isAfter(at)) {
      throw new Rejected("INVALID", "receivedOn", "收件日期不能晚于今天");
    }
    if (receivedAt.isBefore(at.minus(Duration.ofDays(OLDEST_RECEIPT_DAYS)))) {
      throw new Rejected("INVALID", "receivedOn", "收件日期不能早于 " + OLDEST_RECEIPT_DAYS + " 天前");
    }
  }
}
