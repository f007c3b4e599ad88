package cn.lianban.supervision;

import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.CaseStatus;
import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTrace.Refusal;
import cn.lianban.supervision.Verdict.Finding;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rules about how a case began and ended. */
final class ClosingRules {
  private ClosingRules() {}

  /** A refusal states its reasons (行政许可法 Art. 38). */
  static Verdict refusedWithoutReason(CaseTrace trace, Limits limits, Around around) {
    String reason = Objects.requireNonNullElse(trace.file().outcomeReason(), "").strip();
    if (!isRefused(trace)
        || reason.codePointCount(0, reason.length()) >= limits.get("characters")) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding("", trace.file().decideUnitId(), closed(trace), Map.of("reason", reason)));
  }

  /** Not accepted, or accepted and refused. */
  private static boolean isRefused(CaseTrace trace) {
    return trace.file().outcome() == CaseOutcome.REFUSED
        || trace.file().status() == CaseStatus.NOT_ACCEPTED;
  }

  /** An item cancelled by a higher level is accepted no more. */
  static Verdict cancelledItem(CaseTrace trace, Limits limits, Around around) {
    LocalDate cancelled = trace.cancelledOn();
    Instant accepted = trace.file().acceptedAt();
    if (cancelled == null || accepted == null || Around.day(accepted).isBefore(cancelled)) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().acceptUnitId(),
            accepted,
            Map.of(
                "cancelledOn", cancelled.toString(),
                "acceptedOn", Around.day(accepted).toString(),
                "document", Objects.requireNonNullElse(trace.cancelDocument(), ""))));
  }

  /**
   * Decided while the green channel was asked for and nobody had answered. Refused, the case went
   * the ordinary way.
   */
  static Verdict greenWithoutApproval(CaseTrace trace, Limits limits, Around around) {
    CaseTrace.Green green = trace.green();
    Instant decided = trace.file().decidedAt();
    if (green == null || decided == null || green.granted() != null) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().decideUnitId(),
            decided,
            Map.of(
                "askedOn", Around.day(green.askedAt()).toString(),
                "decidedOn", Around.day(decided).toString())));
  }

  /** The same person, the same item, refused again for another reason: not told at once. */
  static Verdict refusedAgain(CaseTrace trace, Limits limits, Around around) {
    if (!isRefused(trace)) {
      return Verdict.NOTHING;
    }
    Instant decided =
        Objects.requireNonNullElse(trace.file().decidedAt(), trace.file().receivedAt());
    Instant since = decided.atZone(Now.CHINA).minusMonths(limits.get("months")).toInstant();
    String reason = Objects.requireNonNullElse(trace.file().outcomeReason(), "").strip();
    List<Refusal> others =
        trace.refusals().stream()
            .filter(one -> one.at().isAfter(since) && !one.reason().strip().equals(reason))
            .toList();
    if (others.isEmpty()) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().decideUnitId(),
            decided,
            closed(trace),
            Map.of(
                "reason", reason,
                "earlierReason", others.getLast().reason(),
                "earlierCases", String.join(" ", others.stream().map(Refusal::number).toList()))));
  }

  /** Voiding is an ending like any other, and looked at. */
  static Verdict voided(CaseTrace trace, Limits limits, Around around) {
    if (trace.file().status() != CaseStatus.VOIDED) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().holderUnitId(),
            closed(trace),
            Map.of("reason", Objects.requireNonNullElse(trace.file().outcomeReason(), ""))));
  }

  private static Instant closed(CaseTrace trace) {
    Instant decided = trace.file().decidedAt();
    return decided != null
        ? decided
        : trace.events().isEmpty() ? trace.file().receivedAt() : trace.events().getLast().at();
  }
}
