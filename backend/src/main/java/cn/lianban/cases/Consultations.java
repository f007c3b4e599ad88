package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CONSULTATION;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.Consultation.Question;
import cn.lianban.cases.Consultation.State;
import cn.lianban.catalog.Item;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Questions before the clock (预审咨询). Who is asked first sees to the answer, or hands it over and
 * keeps it until it was taken (首问负责制).
 */
@Component
class Consultations {
  static final Role[] STAFF = {Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD};
  private final ConsultationRows rows;
  private final ConsultationClocks clocks;
  private final Items items;
  private final Units units;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  Consultations(
      ConsultationRows rows,
      ConsultationClocks clocks,
      Items items,
      Units units,
      Posts posts,
      TenantScope scope,
      Once once,
      AuditTrail audit,
      Now now) {
    this.rows = rows;
    this.clocks = clocks;
    this.items = items;
    this.units = units;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @throws Rejected NOT_FOUND at itemId or unitId
   */
  long open(String key, Object input, Question asked) {
    By by = By.caller(posts, seatAnywhere(asked.unitId()));
    return once.run(key, input, () -> opened(asked, by)).id();
  }

  private long opened(Question asked, By by) {
    if (asked.itemId() != null && items.find(asked.itemId()).isEmpty()) {
      throw new Rejected("NOT_FOUND", "itemId", "没有这个事项");
    }
    Unit unit = units.find(by.unitId()).orElseThrow();
    Instant at = now.instant();
    long worker = Objects.requireNonNull(by.worker());
    long id = rows.insert(asked, unit, worker, at);
    record("consultation.open", id, Map.of());
    Consultation one = visible(id);
    if (asked.answer().isEmpty()) {
      clocks.start(ConsultationClocks.ANSWER, one, unit.id(), worker, label(one), at);
    } else {
      rows.answered(one, one.version(), by, asked.answer(), at);
    }
    return id;
  }

  private Seat seatAnywhere(@Nullable Integer unitId) {
    List<Seat> seats = posts.seats(STAFF);
    if (seats.isEmpty()) {
      throw Problem.forbidden();
    }
    Seat seat =
        seats.stream()
            .filter(one -> unitId == null || unitId.equals(one.unitId()))
            .findFirst()
            .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "您不在这个单位任职"));
    scope.actFor(seat.forAccount());
    return seat;
  }

  /**
   * A case has come of it; what was still to answer is answered by that. In the case's transaction.
   *
   * @throws Rejected NOT_FOUND, CONSULTATION_USED at consultationId
   */
  void became(long id, long caseId, By by, Instant at) {
    Consultation one =
        rows.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "consultationId", "没有这次咨询"));
    if (one.caseId() != null) {
      throw new Rejected("CONSULTATION_USED", "consultationId", "这次咨询已经受理为办件");
    }
    if (one.state() != State.ANSWERED) {
      rows.answered(one, one.version(), by, "已受理为办件", at);
      clocks.closeAll(one.id(), at);
      one = visible(id);
    }
    rows.change(one, one.version(), Map.of(CONSULTATION.CASE_ID, caseId));
    record("consultation.became_case", id, Map.of("case", caseId));
  }

  Consultation visible(long id) {
    return rows.find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这次咨询"));
  }

  /** Of the item only: what people ask may name them. */
  String label(Consultation one) {
    Long item = one.itemId();
    return item == null ? "咨询" : "咨询：" + items.find(item).map(Item::name).orElse("");
  }

  void record(String action, long id, Map<String, ?> facts) {
    audit.record(action, "consultation:" + id, facts);
  }
}
