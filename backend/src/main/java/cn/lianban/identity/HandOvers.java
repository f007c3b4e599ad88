package cn.lianban.identity;

import cn.lianban.api.types.WorkHandOverInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.OpenWork.Holding;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands a whole queue over: on transfer, dismissal, or when a unit's work moves to another. */
@Component
class HandOvers {
  /** Why, in each clock's story, when a post has ended. */
  private static final String LEAVING = "结束任职，移交在办";

  private final ObjectProvider<OpenWork> work;
  private final People people;
  private final Posts posts;
  private final AccountQueries accounts;
  private final Units units;
  private final Once once;
  private final AuditTrail audit;

  HandOvers(
      ObjectProvider<OpenWork> work,
      People people,
      Posts posts,
      AccountQueries accounts,
      Units units,
      Once once,
      AuditTrail audit) {
    this.work = work;
    this.people = people;
    this.posts = posts;
    this.accounts = accounts;
    this.units = units;
    this.once = once;
    this.audit = audit;
  }

  /**
   * How much is open in those hands.
   *
   * @throws Problem FORBIDDEN for whoever heads and administers nothing
   */
  int count(@Nullable String accountId, @Nullable String unitId) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    Holding held = holding(accountId, unitId);
    return mayMove(held) ? count(held) : 0;
  }

  int count(Holding held) {
    return work.getObject().count(held);
  }

  /**
   * @return how much was handed over
   * @throws Rejected REQUIRED, NOT_FOUND, NOT_IN_UNIT, UNIT_ELSEWHERE, COUNT_CHANGED
   */
  long handOver(WorkHandOverInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
    String reason = input.getReason().strip();
    if (reason.isEmpty() || reason.length() > 500) {
      throw new Rejected("REQUIRED", "reason", "请填写移交原因（500 字以内）");
    }
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              Holding from = holding(input.getFromAccountId(), input.getFromUnitId());
              Holding to = target(from, input.getToAccountId(), input.getToUnitId());
              if (count(from) != input.getExpectedCount()) {
                throw new Rejected("COUNT_CHANGED", "expectedCount", "在办数量已变化，请核对后重新提交");
              }
              int moved = work.getObject().handOver(from, to, reason);
              Map<String, Object> facts = new HashMap<>(facts(from, to, moved));
              facts.put("reason", reason);
              audit.record("work.hand-over", subject(from), facts);
              return moved;
            })
        .id();
  }

  /**
   * Hands what a leaving person holds to a colleague, in the caller's transaction.
   *
   * @param successorId null: nobody was named
   * @throws Rejected OPEN_WORK while there is work and nobody to take it, NOT_FOUND or NOT_IN_UNIT
   *     at handOverToId
   */
  void settle(Holding left, @Nullable String successorId) {
    settle(left, successorId, "handOverToId");
  }

  /** As {@link #settle(Holding, String)}; refusals stand at the field. */
  void settle(Holding left, @Nullable String successorId, String field) {
    int open = count(left);
    if (open == 0) {
      return;
    }
    if (successorId == null) {
      throw new Rejected("OPEN_WORK", field, "还有 " + open + " 件在办，请指定接收人");
    }
    Person taker = people.requireColleague(Ids.parse(Account.KIND, successorId), field);
    if (Objects.equals(taker.id(), left.accountId())) {
      throw People.noColleague(field);
    }
    if (left.unitId() != null) {
      people.requireWorksIn(taker.id(), left.unitId(), field);
    }
    int moved = work.getObject().handOver(left, new Holding(taker.id(), left.unitId()), LEAVING);
    audit.record(
        "work.hand-over", subject(left), facts(left, new Holding(taker.id(), null), moved));
  }

  private Holding holding(@Nullable String accountId, @Nullable String unitId) {
    return new Holding(
        accountId == null ? null : Ids.parse(Account.KIND, accountId),
        unitId == null ? null : Ids.parseInt(Unit.KIND, unitId));
  }

  private Holding target(Holding from, @Nullable String accountId, @Nullable String unitId) {
    if (!mayMove(from)) {
      throw new Rejected("NOT_FOUND", "fromAccountId", "没有找到该人员或单位");
    }
    Holding to = holding(accountId, unitId);
    if (to.accountId() == null && to.unitId() == null) {
      throw new Rejected("REQUIRED", "toAccountId", "请选择接收人或接收单位");
    }
    if (to.unitId() != null) {
      checkUnit(from, to.unitId());
    }
    Long taker = to.accountId();
    if (taker != null) {
      people.requireColleague(taker, "toAccountId");
    }
    return to;
  }

  /** A unit's work stays at its level, and only an administrator moves it to another unit. */
  private void checkUnit(Holding from, int wanted) {
    Unit unit =
        units.find(wanted).orElseThrow(() -> new Rejected("NOT_FOUND", "toUnitId", "没有这个单位"));
    if (from.unitId() != null && from.unitId() == wanted) {
      return;
    }
    if (from.unitId() == null || !accounts.inMyCharge(PostRules.placeOf(unit))) {
      throw new Rejected("UNIT_ELSEWHERE", "toUnitId", "请选择要移交的单位；只有管理员可移交到其他单位");
    }
    Unit old = units.find(from.unitId()).orElseThrow();
    if (!Objects.equals(PostRules.placeOf(old), PostRules.placeOf(unit))) {
      throw new Rejected("UNIT_ELSEWHERE", "toUnitId", "只能移交给同一层级的单位");
    }
  }

  /** Administrators in their charge; heads in the units they head. */
  private boolean mayMove(Holding from) {
    Long person = from.accountId();
    Integer unit = from.unitId();
    if (person == null && unit == null) {
      return false;
    }
    boolean administers = posts.holds(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    if (administers) {
      boolean personMine =
          person == null
              || people
                  .find(person)
                  .filter(p -> accounts.inMyCharge(p.subDistrictId()))
                  .isPresent();
      boolean unitMine =
          unit == null
              || units
                  .find(unit)
                  .filter(u -> accounts.inMyCharge(PostRules.placeOf(u)))
                  .isPresent();
      return personMine && unitMine;
    }
    return unit != null && posts.seat(unit, Role.DEPARTMENT_HEAD).isPresent();
  }

  private static Map<String, Object> facts(Holding from, Holding to, int moved) {
    return Map.of(
        "fromUnit", Objects.requireNonNullElse(from.unitId(), 0),
        "to", Objects.requireNonNullElse(to.accountId(), 0L),
        "toUnit", Objects.requireNonNullElse(to.unitId(), 0),
        "moved", moved);
  }

  private static String subject(Holding from) {
    return from.accountId() != null ? "account:" + from.accountId() : "unit:" + from.unitId();
  }
}
