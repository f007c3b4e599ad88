package cn.lianban.supervision;

import cn.lianban.cases.CaseTrace;
import cn.lianban.clock.RungKind;
import cn.lianban.supervision.Limits.Limit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every rule the product knows, with its usual numbers. The first four are the clock's own rungs;
 * the others look at a case whenever something is written into its history (trigger lists of
 * provincial supervision systems; 行政许可法 Art. 32, 38, 42, 45).
 */
enum Rule {
  CLOCK_YELLOW(RungKind.YELLOW, false, 0),
  CLOCK_RED(RungKind.RED, true, 3),
  CLOCK_DARK(RungKind.DARK, true, 3),
  SUSPENSION_OVERRUN(RungKind.SUSPENSION_OVERRUN, true, 3),
  REFUSED_WITHOUT_REASON(ClosingRules::refusedWithoutReason, new Limit("characters", 6, 1, 200)),
  STEP_LATE(StepRules::stepLate),
  FORWARDED_LATE(
      StepRules::forwardedLate, new Limit("sendDays", 5, 1, 60), new Limit("signDays", 2, 1, 60)),
  SECOND_SUPPLEMENT(MaterialRules::secondSupplement),
  LATE_SUPPLEMENT(MaterialRules::lateSupplement),
  MATERIAL_NOT_LISTED(MaterialRules::notListed),
  SUSPENDED_LONG(StepRules::suspendedLong, new Limit("days", 30, 1, 365)),
  SUSPENDED_LATE(StepRules::suspendedLate, new Limit("lastDays", 2, 1, 30)),
  BACK_DATED(FakingRules::backDated, new Limit("days", 3, 1, 60)),
  CLOSED_BEFORE_ACCEPTANCE(FakingRules::closedBeforeAcceptance),
  ACCEPT_AND_CLOSE(FakingRules::acceptAndClose, new Limit("seconds", 60, 1, 3600)),
  NIGHT_BATCH(
      FakingRules::nightBatch,
      new Limit("cases", 10, 2, 1000),
      new Limit("fromHour", 22, 18, 23),
      new Limit("toHour", 6, 1, 8)),
  CANCELLED_ITEM(ClosingRules::cancelledItem),
  GREEN_WITHOUT_APPROVAL(ClosingRules::greenWithoutApproval),
  REFUSED_AGAIN(ClosingRules::refusedAgain, new Limit("months", 12, 1, 60)),
  CASE_VOIDED(ClosingRules::voided);

  /** Looks at one case; pure. */
  interface Judge {
    Verdict of(CaseTrace trace, Limits limits, Around around);
  }

  private final @Nullable RungKind rung;
  private final @Nullable Judge judge;
  private final Limits limits;
  private final boolean enabled;
  private final int answerDays;

  Rule(RungKind rung, boolean enabled, int answerDays) {
    this.rung = rung;
    this.judge = null;
    this.limits = Limits.of();
    this.enabled = enabled;
    this.answerDays = answerDays;
  }

  /** An anomaly: off until somebody has looked at what it would raise. */
  Rule(Judge judge, Limit... limits) {
    this.rung = null;
    this.judge = judge;
    this.limits = Limits.of(limits);
    this.enabled = false;
    this.answerDays = 3;
  }

  static Rule of(RungKind kind) {
    return Arrays.stream(values()).filter(rule -> rule.rung == kind).findFirst().orElseThrow();
  }

  Optional<Judge> judge() {
    return Optional.ofNullable(judge);
  }

  Optional<RungKind> rung() {
    return Optional.ofNullable(rung);
  }

  Limits limits() {
    return limits;
  }

  boolean usuallyEnabled() {
    return enabled;
  }

  int usualAnswerDays() {
    return answerDays;
  }
}
