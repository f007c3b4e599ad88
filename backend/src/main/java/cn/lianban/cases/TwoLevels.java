package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.audit.Once;
import cn.lianban.cases.Cases.Call;
import cn.lianban.clock.Clocks;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Between units: signing for many, rulings on what was sent back twice, passing on. */
@Component
class TwoLevels {
  private static final int MOST = 50;
  private final CaseActs acts;
  private final CaseRights rights;
  private final CaseSteps steps;
  private final Handovers handovers;
  private final Clocks clocks;
  private final Units units;
  private final Posts posts;
  private final CaseLog log;
  private final Once once;
  private final Now now;
  private final ApplicationEventPublisher events;

  TwoLevels(
      CaseActs acts,
      CaseRights rights,
      CaseSteps steps,
      Handovers handovers,
      Clocks clocks,
      Units units,
      Posts posts,
      CaseLog log,
      Once once,
      Now now,
      ApplicationEventPublisher events) {
    this.acts = acts;
    this.rights = rights;
    this.steps = steps;
    this.handovers = handovers;
    this.clocks = clocks;
    this.units = units;
    this.posts = posts;
    this.log = log;
    this.once = once;
    this.now = now;
    this.events = events;
  }

  /**
   * Signs for each that waits for the caller's unit; one that does not is left as it is.
   *
   * @throws Rejected TOO_MANY at cases
   */
  void signAll(String key, Object input, Map<Long, Integer> seen) {
    if (posts.seats(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD).isEmpty()) {
      throw Problem.forbidden();
    }
    if (seen.isEmpty() || seen.size() > MOST) {
      throw new Rejected("TOO_MANY", "cases", "一次签收 1 至 " + MOST + " 件");
    }
    once.run(
        key,
        input,
        () -> {
          // in one order, so that two who sign for the same never wait for each other
          new TreeMap<>(seen).forEach((id, version) -> sign(acts.visible(id), version));
          return 0;
        });
  }

  private void sign(CaseFile file, int version) {
    if (file.version() != version || !rights.may(CaseAction.SIGN, file)) {
      return;
    }
    By by = rights.require(CaseAction.SIGN, file, version);
    try {
      steps.sign(file, version, by, now.instant());
    } catch (Rejected faster) {
      if (!faster.code().equals("VERSION_CONFLICT")) {
        throw faster;
      }
      return; // somebody signed since it was read; nothing was written here
    }
    acts.record("case.sign", file.id(), Map.of());
  }

  /** Binding for both units (二次退回由裁定机构确定承办单位). */
  long rule(Call call, boolean departmentHandles, String reason) {
    String why = Texts.required(reason, "reason", "请填写裁定理由");
    return acts.act(
        call,
        CaseAction.RULE,
        (file, by, at) -> {
          int unit = departmentHandles ? file.decideUnitId() : file.acceptUnitId();
          move(file, call.version(), unit, CaseStates.ruled(departmentHandles), at);
          String name = units.find(unit).map(Unit::name).orElse("");
          String note = "由" + name + "承办。" + why;
          log.add(CaseLog.Place.of(file), CaseEventKind.RULED, by, at, note);
          events.publishEvent(new CaseRuled(file.id(), unit));
          if (departmentHandles) {
            events.publishEvent(new CaseSigned(file.id(), unit, at));
          }
        });
  }

  /**
   * The receiver signs, and until he has the time is the sender's; or he sends it back.
   *
   * @throws Rejected NOT_FOUND at unitId unless it is another open unit of the district's level
   */
  long passOn(Call call, int unitId, String reason) {
    String why = Texts.required(reason, "reason", "请填写转办理由");
    return acts.act(
        call,
        CaseAction.PASS_ON,
        (file, by, at) -> {
          Unit unit =
              units
                  .find(unitId)
                  .filter(one -> one.open() && one.atDistrictLevel())
                  .filter(one -> one.id() != file.decideUnitId())
                  .orElseThrow(() -> new Rejected("NOT_FOUND", "unitId", "请选择区级其他在设单位"));
          steps.change(
              file,
              call.version(),
              Map.of(
                  CASEFILE.STATUS,
                  CaseStates.after(CaseAction.PASS_ON, file.status()).name(),
                  CASEFILE.DECIDE_UNIT_ID,
                  unit.id()));
          handovers.passOn(file, unit.id(), why, at);
          String note = "转" + unit.name() + "。" + why;
          log.add(CaseLog.Place.of(file), CaseEventKind.PASSED_ON, by, at, note);
          events.publishEvent(new CasePassedOn(file.id(), unit.id()));
        });
  }

  private void move(CaseFile file, int version, int holder, CaseStatus status, Instant at) {
    steps.change(
        file,
        version,
        Map.of(
            CASEFILE.STATUS, status.name(), CASEFILE.HOLDER_UNIT_ID, holder, CASEFILE.RULED, true));
    if (file.holderUnitId() != holder) {
      clocks.holdBy(Objects.requireNonNull(file.dutyId()), holder, at);
    }
  }
}
