package cn.lianban.cases;

import cn.lianban.cases.CaseStep.State;
import cn.lianban.cases.CaseStepRows.Given;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What parallel approval does when a case, a child case or a clock speaks. */
@Component
class ParallelListeners {
  private final Parallel parallel;
  private final CaseStepRows rows;
  private final ChildCases cases;
  private final ConsentRules rules;
  private final StepClocks clocks;
  private final CaseLocks locks;
  private final Now now;

  ParallelListeners(
      Parallel parallel,
      CaseStepRows rows,
      ChildCases cases,
      ConsentRules rules,
      StepClocks clocks,
      CaseLocks locks,
      Now now) {
    this.parallel = parallel;
    this.rows = rows;
    this.cases = cases;
    this.rules = rules;
    this.clocks = clocks;
    this.locks = locks;
    this.now = now;
  }

  /** The stages begin when the deciding unit has the case: here at once. */
  @EventListener
  void accepted(CaseAccepted event) {
    CaseFile file = cases.find(event.caseId());
    if (file.acceptUnitId() == file.decideUnitId()) {
      parallel.begin(file, Objects.requireNonNullElse(file.acceptedAt(), now.instant()));
    }
  }

  @EventListener
  void signed(CaseSigned event) {
    parallel.begin(cases.find(event.caseId()), event.at());
  }

  @EventListener
  void decided(CaseDecided event) {
    CaseFile file = cases.find(event.caseId());
    Instant at = Objects.requireNonNullElse(file.decidedAt(), now.instant());
    parallel.end(file, null, at);
    clocks.endOpinions(file.id(), at);
    if (file.parentId() != null) {
      boolean passed = file.outcome() != CaseOutcome.REFUSED;
      answerParent(file, passed ? "AGREE" : "DISAGREE", at, reason(file));
    }
  }

  @EventListener
  void ended(CaseEnded event) {
    CaseFile file = cases.find(event.caseId());
    parallel.end(file, event.status(), now.instant());
    if (file.parentId() != null) {
      answerParent(file, "DISAGREE", now.instant(), "子办件未作决定而终止");
    }
  }

  private static String reason(CaseFile file) {
    return file.outcomeReason() == null ? "" : file.outcomeReason();
  }

  private void answerParent(CaseFile child, String answer, Instant at, String reason) {
    rows.byChild(child.id())
        .filter(step -> step.state() == State.OPEN)
        .ifPresent(
            step -> {
              CaseFile parent = cases.find(step.caseId());
              if (parent.status().isOpen()) {
                Given given = new Given(at, answer, reason, null);
                By by = new By(step.unitId(), null);
                parallel.answer(parent, step, step.version(), given, by);
              }
            });
  }

  /** Silence counts as consent only with a published rule, and the unit answers for it. */
  @EventListener
  void fired(RungFired fired) {
    if (!fired.dutyKind().equals(StepClocks.STEP) || fired.kind() != RungKind.RED) {
      return;
    }
    String document = rules.current().document();
    if (document == null) {
      return;
    }
    rows.byDuty(fired.dutyId())
        .filter(step -> step.silenceConsents() && step.state() == State.OPEN)
        .ifPresent(
            step -> {
              String why = "逾期未答复，依据 " + document + " 视为同意，责任由该单位承担";
              Given given = new Given(fired.at(), State.DEEMED.name(), why, null);
              By by = new By(step.unitId(), null);
              locks.lockNow(step.caseId());
              CaseFile file = cases.find(step.caseId());
              if (file.status().isUnderWay()) {
                parallel.answer(file, step, step.version(), given, by);
              }
            });
  }
}
