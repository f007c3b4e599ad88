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
  CLOCK_YELLOW("办理时限临期", RungKind.YELLOW, false, 0),
  CLOCK_RED("超过承诺时限", RungKind.RED, true, 3),
  CLOCK_DARK("超过法定时限", RungKind.DARK, true, 3),
  SUSPENSION_OVERRUN("暂停超过告知的期限", RungKind.SUSPENSION_OVERRUN, true, 3),
  REFUSED_WITHOUT_REASON(
      "不予许可未说明理由", ClosingRules::refusedWithoutReason, new Limit("characters", 6, 1, 200)),
  STEP_LATE("环节超时", StepRules::stepLate),
  FORWARDED_LATE(
      "上报或签收迟延",
      StepRules::forwardedLate,
      new Limit("sendDays", 5, 1, 60),
      new Limit("signDays", 2, 1, 60)),
  SECOND_SUPPLEMENT("二次补正", MaterialRules::secondSupplement),
  LATE_SUPPLEMENT("受理后补正", MaterialRules::lateSupplement),
  MATERIAL_NOT_LISTED("索要清单外材料", MaterialRules::notListed),
  SUSPENDED_LONG("长期暂停", StepRules::suspendedLong, new Limit("days", 30, 1, 365)),
  SUSPENDED_LATE("临到期暂停", StepRules::suspendedLate, new Limit("lastDays", 2, 1, 30)),
  BACK_DATED("倒填日期", FakingRules::backDated, new Limit("days", 3, 1, 60)),
  CLOSED_BEFORE_ACCEPTANCE("先办结后受理", FakingRules::closedBeforeAcceptance),
  ACCEPT_AND_CLOSE("受理即办结", FakingRules::acceptAndClose, new Limit("seconds", 60, 1, 3600)),
  NIGHT_BATCH(
      "夜间批量办理",
      FakingRules::nightBatch,
      new Limit("cases", 10, 2, 1000),
      new Limit("fromHour", 22, 18, 23),
      new Limit("toHour", 6, 1, 8)),
  CANCELLED_ITEM("受理已取消事项", ClosingRules::cancelledItem),
  GREEN_WITHOUT_APPROVAL("绿色通道未经批准", ClosingRules::greenWithoutApproval),
  REFUSED_AGAIN("多次以不同理由不予许可", ClosingRules::refusedAgain, new Limit("months", 12, 1, 60)),
  CASE_VOIDED("办件作废", ClosingRules::voided);

  /** Looks at one case; pure. */
  interface Judge {
    Verdict of(CaseTrace trace, Limits limits, Around around);
  }

  private final String words;
  private final @Nullable RungKind rung;
  private final @Nullable Judge judge;
  private final Limits limits;
  private final boolean enabled;
  private final int answerDays;

  Rule(String words, RungKind rung, boolean enabled, int answerDays) {
    this.words = words;
    this.rung = rung;
    this.judge = null;
    this.limits = Limits.of();
    this.enabled = enabled;
    this.answerDays = answerDays;
  }

  /** An anomaly: off until somebody has looked at what it would raise. */
  Rule(String words, Judge judge, Limit... limits) {
    this.words = words;
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

  /** A limit has passed: whoever owes is told at once. */
  boolean isOverdue() {
    return rung == RungKind.RED || rung == RungKind.DARK;
  }

  /** Chinese, for messages. */
  String words() {
    return words;
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
