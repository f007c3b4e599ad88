package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_STEP;

import cn.lianban.cases.CaseStep.Answer;
import cn.lianban.cases.CaseStep.State;
import cn.lianban.cases.CaseStepRows.Given;
import cn.lianban.graphql.Rejected;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Parallel approval (并联审批): stages one after the other, in each the co-units side by side, then its
 * lead (牵头单位). Inside the caller's transaction.
 */
@Component
class Parallel {
  private final CaseStepRows rows;
  private final ProcedureRows procedures;
  private final StepClocks clocks;
  private final ChildCases children;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  Parallel(
      CaseStepRows rows,
      ProcedureRows procedures,
      StepClocks clocks,
      ChildCases children,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.procedures = procedures;
    this.clocks = clocks;
    this.children = children;
    this.log = log;
    this.events = events;
  }

  /** Plans the steps of the procedure the case began with, once, and opens the first stage. */
  void begin(CaseFile file, Instant at) {
    Long procedure = file.procedureId();
    if (procedure == null || !rows.of(file.id()).isEmpty()) {
      return;
    }
    rows.plan(file, procedures.find(procedure).orElseThrow().steps());
    open(file, 1, at);
  }

  private void open(CaseFile file, int stage, Instant at) {
    List<CaseStep> here =
        rows.of(file.id()).stream().filter(step -> step.stage() == stage).toList();
    for (CaseStep step : here) {
      boolean waits = step.state() == State.WAITING || step.state() == State.EARLY;
      if (waits && !step.lead()) {
        openStep(file, step, at);
      }
    }
    openLead(file, stage, at);
  }

  private void openStep(CaseFile file, CaseStep step, Instant at) {
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASE_STEP.STATE, State.OPEN.name());
    begin(file, step, at, values);
    rows.update(step, step.version(), values);
    events.publishEvent(new StepOpened(file.id(), step.id(), step.unitId(), at));
  }

  private void begin(
      CaseFile file, CaseStep step, Instant at, Map<Field<?>, @Nullable Object> values) {
    if (step.childItemId() != null) {
      CaseFile child = children.open(file, step, at);
      values.put(CASE_STEP.CHILD_CASE_ID, child.id());
      values.put(CASE_STEP.DUTY_ID, Objects.requireNonNull(child.dutyId()));
    } else {
      values.put(CASE_STEP.DUTY_ID, clocks.step(file, step, at));
    }
  }

  /** The lead's own time begins, or goes on, when every co-unit of the stage has answered. */
  private void openLead(CaseFile file, int stage, Instant at) {
    List<CaseStep> steps = rows.of(file.id());
    CaseStep lead = lead(steps, stage);
    if (!StageRules.leadsTurn(steps, stage) || lead.state() != State.WAITING) {
      return;
    }
    if (lead.dutyId() == null) {
      openStep(file, lead, at);
    } else {
      clocks.goOn(file, lead.dutyId(), at);
      rows.update(lead, lead.version(), Map.of(CASE_STEP.STATE, State.OPEN.name()));
    }
  }

  private static CaseStep lead(List<CaseStep> steps, int stage) {
    return steps.stream()
        .filter(step -> step.lead() && step.stage() == stage)
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param given AGREE, DISAGREE, REFER or DEEMED
   * @throws Rejected WRONG_STATE, CO_UNIT_DISAGREES, VERSION_CONFLICT
   */
  void answer(CaseFile file, CaseStep step, int version, Given given, By by) {
    if (step.state() != State.OPEN && step.state() != State.EARLY) {
      throw new Rejected("WRONG_STATE", null, "该环节现在不能答复");
    }
    boolean deemed = given.answer().equals(State.DEEMED.name());
    Answer answer = deemed ? Answer.AGREE : Answer.valueOf(given.answer());
    rows.lockStage(step);
    if (step.lead()
        && answer != Answer.DISAGREE
        && !StageRules.mayAgree(rows.of(file.id()), step.stage())) {
      throw new Rejected("CO_UNIT_DISAGREES", null, "有配合单位不同意，须先退回其重新答复，或由牵头单位答复不同意");
    }
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASE_STEP.STATE, (deemed ? State.DEEMED : State.ANSWERED).name());
    values.put(CASE_STEP.ANSWER, answer.name());
    values.put(CASE_STEP.REASON, given.reason());
    values.put(CASE_STEP.ANSWERED_AT, given.at());
    values.put(CASE_STEP.ANSWERED_BY, by.accountId());
    rows.update(step, version, values);
    rows.given(file, step, given, by.accountId());
    Long duty = step.dutyId();
    if (duty != null && step.childCaseId() == null) {
      clocks.close(duty, given.at());
    }
    log.add(
        CaseLog.Place.of(file),
        deemed ? CaseEventKind.STEP_DEEMED : CaseEventKind.STEP_ANSWERED,
        by,
        given.at(),
        StepWords.answered(step, given));
    events.publishEvent(new StepAnswered(file.id(), step.id(), step.unitId(), given.answer()));
    goOn(file, step, answer, by, given.at());
  }

  private void goOn(CaseFile file, CaseStep step, Answer answer, By by, Instant at) {
    if (!step.lead()) {
      openLead(file, step.stage(), at);
      return;
    }
    log.add(CaseLog.Place.of(file), CaseEventKind.STAGE_DONE, by, at, step.stageName());
    boolean more = rows.of(file.id()).stream().anyMatch(one -> one.stage() == step.stage() + 1);
    if (answer != Answer.DISAGREE && more) {
      open(file, step.stage() + 1, at);
    }
  }

  /**
   * The lead asks a co-unit for another answer; the one it gave is kept. A child case that came to
   * nothing is applied for again: a new one, with a number and a clock of its own.
   *
   * @throws Rejected WRONG_STATE when there is no answer to correct, or the stage is over; those of
   *     {@link ChildCases#open}
   */
  void reopen(CaseFile file, CaseStep step, int version, String why, By by, Instant at) {
    rows.lockStage(step);
    CaseStep lead = lead(rows.of(file.id()), step.stage());
    if (!StageRules.mayReopen(step, lead)) {
      throw new Rejected("WRONG_STATE", null, "该环节现在不能退回重新答复");
    }
    rows.reopened(step, why);
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASE_STEP.STATE, State.OPEN.name());
    values.put(CASE_STEP.ANSWER, null);
    values.put(CASE_STEP.REASON, "");
    values.put(CASE_STEP.ANSWERED_AT, null);
    begin(file, step, at, values);
    rows.update(step, version, values);
    if (lead.state() == State.OPEN) {
      clocks.waitFor(Objects.requireNonNull(lead.dutyId()), step, at);
      rows.update(lead, lead.version(), Map.of(CASE_STEP.STATE, State.WAITING.name()));
    }
    String note = step.name() + "：" + why;
    log.add(CaseLog.Place.of(file), CaseEventKind.STEP_REOPENED, by, at, note);
    events.publishEvent(new StepOpened(file.id(), step.id(), step.unitId(), at));
  }

  /**
   * @throws Rejected STEPS_OPEN, CO_UNIT_DISAGREES when the case may not be passed
   */
  void checkDecision(CaseFile file, CaseOutcome outcome) {
    if (file.procedureId() == null || !outcome.passed()) {
      return;
    }
    List<CaseStep> steps = rows.of(file.id());
    if (steps.isEmpty() || StageRules.current(steps) != 0) {
      throw new Rejected("STEPS_OPEN", null, "并联环节尚未全部办完，不能作出准予决定");
    }
    if (!StageRules.mayPass(steps)) {
      throw new Rejected("LEAD_DISAGREES", null, "牵头单位不同意，不能作出准予决定");
    }
  }

  /** The case is decided or ended: nobody owes a step any more, nor a child case. */
  void end(CaseFile file, @Nullable CaseStatus status, Instant at) {
    if (file.procedureId() == null) {
      return;
    }
    for (CaseStep step : rows.of(file.id())) {
      Long child = step.childCaseId();
      if (child != null && !step.state().settled()) {
        children.end(child, status == null ? CaseStatus.VOIDED : status, at);
      } else if (step.dutyId() != null
          && (step.state() == State.OPEN || step.state() == State.WAITING)) {
        clocks.closeIfOpen(step.dutyId(), at);
      }
    }
    rows.endAll(file.id());
  }
}
