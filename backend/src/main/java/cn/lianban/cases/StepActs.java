package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_STEP;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseStep.State;
import cn.lianban.cases.CaseStepRows.Given;
import cn.lianban.cases.Cases.Call;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What units do with their steps; the version is the step's, so co-units never collide. */
@Component
class StepActs {
  private final CaseStepRows rows;
  private final Parallel parallel;
  private final CaseActs acts;
  private final CaseLocks locks;
  private final CaseLog log;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;
  private final ApplicationEventPublisher events;

  StepActs(
      CaseStepRows rows,
      Parallel parallel,
      CaseActs acts,
      CaseLocks locks,
      CaseLog log,
      Posts posts,
      TenantScope scope,
      Once once,
      AuditTrail audit,
      Now now,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.parallel = parallel;
    this.acts = acts;
    this.locks = locks;
    this.log = log;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.now = now;
    this.events = events;
  }

  Optional<Seat> seat(int unitId) {
    return posts.seat(unitId, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
  }

  /**
   * @throws Rejected REQUIRED at reason unless it agrees; those of {@link Parallel#answer}
   */
  long answer(Call call, CaseStep.Answer answer, @Nullable String typed) {
    String reason =
        answer == CaseStep.Answer.AGREE
            ? Texts.optional(typed)
            : Texts.required(typed, "reason", "不同意或需转报的，须说明理由");
    return act(
        call,
        "case.step_answer",
        step -> seat(step.unitId()),
        (file, step, by, at) -> {
          if (step.childCaseId() != null) {
            throw new Rejected("WRONG_STATE", null, "该环节由子办件的决定答复");
          }
          Given given = new Given(at, answer.name(), reason, null);
          parallel.answer(file, step, call.version(), given, by);
        });
  }

  long reopen(Call call, String reason) {
    String why = Texts.required(reason, "reason", "请填写退回重新答复的原因");
    return act(
        call,
        "case.step_reopen",
        this::leadSeat,
        (file, step, by, at) -> parallel.reopen(file, step, call.version(), why, by, at));
  }

  /**
   * @throws Rejected WRONG_STATE unless the co-unit owes an answer
   */
  long urge(Call call) {
    return act(
        call,
        "case.step_urge",
        this::leadSeat,
        (file, step, by, at) -> {
          if (step.state() != State.OPEN || step.lead()) {
            throw new Rejected("WRONG_STATE", null, "只能催办未答复的配合单位");
          }
          rows.update(step, call.version(), Map.of(CASE_STEP.URGED, step.urged() + 1));
          log.add(CaseLog.Place.of(file), CaseEventKind.STEP_URGED, by, at, step.name());
          events.publishEvent(new StepUrged(file.id(), step.id(), step.unitId()));
        });
  }

  /**
   * Asked before its stage, without a clock (提前介入).
   *
   * @throws Rejected WRONG_STATE unless the step waits for its stage and is an opinion
   */
  long early(Call call) {
    return act(
        call,
        "case.step_early",
        step -> seat(step.unitId()).or(() -> anyLead(step)),
        (file, step, by, at) -> {
          if (step.state() != State.WAITING || step.lead() || step.childItemId() != null) {
            throw new Rejected("WRONG_STATE", null, "该环节不能提前介入");
          }
          rows.update(step, call.version(), Map.of(CASE_STEP.STATE, State.EARLY.name()));
          log.add(CaseLog.Place.of(file), CaseEventKind.STEP_EARLY, by, at, step.name());
          events.publishEvent(new StepOpened(file.id(), step.id(), step.unitId(), at));
        });
  }

  private Optional<Seat> leadSeat(CaseStep step) {
    return rows.of(step.caseId()).stream()
        .filter(one -> one.lead() && one.stage() == step.stage())
        .findFirst()
        .flatMap(lead -> seat(lead.unitId()));
  }

  private Optional<Seat> anyLead(CaseStep step) {
    return rows.of(step.caseId()).stream()
        .filter(CaseStep::lead)
        .flatMap(lead -> seat(lead.unitId()).stream())
        .findFirst();
  }

  private interface Who {
    Optional<Seat> seat(CaseStep step);
  }

  private interface Act {
    void take(CaseFile file, CaseStep step, By by, Instant at);
  }

  private long act(Call call, String action, Who who, Act act) {
    return once.run(
            call.key(),
            call.input(),
            () -> {
              CaseStep step =
                  rows.find(call.id()).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这个环节"));
              locks.lock(step.caseId()); // a case that ends meanwhile leaves no step behind
              CaseFile file = acts.visible(step.caseId());
              Seat seat = who.seat(step).orElseThrow(Problem::forbidden);
              scope.actFor(seat.forAccount());
              if (!file.status().isUnderWay()) {
                throw new Rejected("WRONG_STATE", null, "办件当前状态不能进行此操作");
              }
              act.take(file, step, By.caller(posts, seat), now.instant());
              audit.record(action, "case:" + file.id(), Map.of("step", step.id()));
              return step.id();
            })
        .id();
  }
}
