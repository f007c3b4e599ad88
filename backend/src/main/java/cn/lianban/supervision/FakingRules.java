package cn.lianban.supervision;

import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTrace.Happening;
import cn.lianban.supervision.Verdict.Finding;
import cn.lianban.tenancy.Now;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Rules about what looks like a record made up afterwards. */
final class FakingRules {
  private static final Set<String> ACTS = Set.of("ACCEPTED", "DECIDED");

  private FakingRules() {}

  /**
   * Written down more than so many working days after the day it bears. When an imported line was
   * written elsewhere is not known: there a step that bears an earlier day than the one before it.
   */
  static Verdict backDated(CaseTrace trace, Limits limits, Around around) {
    int days = limits.get("days");
    return Verdict.found(
        java.util.stream.IntStream.range(0, trace.events().size())
            .filter(i -> trace.isOwn() ? isLater(trace, i, days, around) : isBefore(trace, i))
            .mapToObj(i -> backDated(trace, i))
            .toList());
  }

  private static boolean isLater(CaseTrace trace, int index, int days, Around around) {
    Happening one = trace.events().get(index);
    Instant written = one.recordedAt();
    return written != null && around.workingDays(one.at(), written) > days;
  }

  /** A decision before acceptance has a rule of its own. */
  private static boolean isBefore(CaseTrace trace, int index) {
    Happening one = trace.events().get(index);
    return index > 0
        && !one.kind().equals("DECIDED")
        && one.at().isBefore(trace.events().get(index - 1).at());
  }

  private static Finding backDated(CaseTrace trace, int index) {
    Happening one = trace.events().get(index);
    Instant written = Objects.requireNonNullElse(one.recordedAt(), one.at());
    return new Finding(
        "event:" + index,
        unit(trace, one),
        trace.isOwn() ? written : one.at(),
        written,
        trace.isOwn()
            ? Map.of(
                "step", one.kind(),
                "bears", Around.day(one.at()).toString(),
                "writtenOn", Around.day(written).toString())
            : Map.of(
                "step", one.kind(),
                "bears", Around.day(one.at()).toString(),
                "stepBefore", trace.events().get(index - 1).kind(),
                "beforeOn", Around.day(trace.events().get(index - 1).at()).toString()));
  }

  /** Also on another platform: what comes from there was written here when it was imported. */
  static Verdict closedBeforeAcceptance(CaseTrace trace, Limits limits, Around around) {
    Instant decided = trace.file().decidedAt();
    Instant accepted = trace.file().acceptedAt();
    if (decided == null || accepted != null && !decided.isBefore(accepted)) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().decideUnitId(),
            decided,
            written(trace, decided),
            Map.of(
                "decidedOn",
                Around.day(decided).toString(),
                "acceptedOn",
                accepted == null ? "" : Around.day(accepted).toString())));
  }

  private static Instant written(CaseTrace trace, Instant decided) {
    return trace.events().stream()
        .filter(one -> one.kind().equals("DECIDED") && one.recordedAt() != null)
        .map(one -> Objects.requireNonNull(one.recordedAt()))
        .reduce(decided, (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Nobody reads papers in a minute: entered when all was over. */
  static Verdict acceptAndClose(CaseTrace trace, Limits limits, Around around) {
    Instant decided = trace.file().decidedAt();
    Instant accepted = trace.file().acceptedAt();
    if (decided == null || accepted == null || decided.isBefore(accepted)) {
      return Verdict.NOTHING;
    }
    Duration between = Duration.between(accepted, decided);
    if (between.toSeconds() > limits.get("seconds")) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        new Finding(
            "",
            trace.file().decideUnitId(),
            decided,
            Map.of("seconds", "" + between.toSeconds(), "limit", "" + limits.get("seconds"))));
  }

  /** Many cases accepted or decided by one person in one night. */
  static Verdict nightBatch(CaseTrace trace, Limits limits, Around around) {
    int from = limits.get("fromHour");
    int to = limits.get("toHour");
    for (Happening one : trace.events()) {
      if (one.accountId() != null && ACTS.contains(one.kind()) && isNight(one.at(), from, to)) {
        LocalDate night = night(one.at(), to);
        long count =
            around.acts().getOrDefault(one.accountId(), List.of()).stream()
                .filter(at -> isNight(at, from, to) && night(at, to).equals(night))
                .count();
        if (count >= limits.get("cases")) {
          return Verdict.found(
              new Finding(
                  "night:" + night,
                  unit(trace, one),
                  one.at(),
                  Map.of("night", night.toString(), "count", "" + count)));
        }
      }
    }
    return Verdict.NOTHING;
  }

  private static boolean isNight(Instant at, int from, int to) {
    int hour = at.atZone(Now.CHINA).getHour();
    return hour >= from || hour < to;
  }

  /** The evening's date. */
  private static LocalDate night(Instant at, int to) {
    ZonedDateTime local = at.atZone(Now.CHINA);
    return local.getHour() < to ? local.toLocalDate().minusDays(1) : local.toLocalDate();
  }

  private static int unit(CaseTrace trace, Happening one) {
    return Objects.requireNonNullElse(one.unitId(), trace.file().holderUnitId());
  }
}
