package cn.lianban.supervision;

import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTrace.Handed;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Light;
import cn.lianban.clock.Standstills.Stop;
import cn.lianban.supervision.Verdict.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about a case on its way: steps, hand-overs, suspensions. */
final class StepRules {
  private static final Set<Light> LATE = Set.of(Light.RED, Light.DARK);

  /** Days that are no days of the unit's own work: what the applicant owes. */
  private static final String OWED = "CASE_OWED";

  private StepRules() {}

  /** A step took longer than its limit, while the whole is in time. */
  static Verdict stepLate(CaseTrace trace, Limits limits, Around around) {
    if (trace.decision().map(StepRules::isLate).orElse(false)) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        trace.duties().stream()
            .filter(duty -> trace.file().dutyId() == null || duty.id() != trace.file().dutyId())
            .filter(duty -> !duty.kind().equals(OWED) && isLate(duty))
            .map(
                duty ->
                    new Finding(
                        "duty:" + duty.id(),
                        duty.ownerUnitId(),
                        Objects.requireNonNullElse(duty.dueAt(), duty.startedAt()),
                        Map.of("step", duty.kind(), "days", "" + duty.budget())))
            .toList());
  }

  private static boolean isLate(Duty duty) {
    return LATE.contains(duty.closedAt() == null ? duty.light() : duty.closedLight());
  }

  /** Kept at the lower level too long before it went up, or not signed for above. */
  static Verdict forwardedLate(CaseTrace trace, Limits limits, Around around) {
    Instant held = trace.file().acceptedAt();
    List<Finding> found = new ArrayList<>();
    Instant again = null;
    for (int i = 0; held != null && i < trace.handovers().size(); i++) {
      Handed one = trace.handovers().get(i);
      if (one.up()) {
        late(
            found,
            "sent:" + i,
            one.fromUnitId(),
            held,
            one.sentAt(),
            limits.get("sendDays"),
            around);
        Instant end = end(one);
        late(
            found,
            "signed:" + i,
            one.toUnitId(),
            one.sentAt(),
            end,
            limits.get("signDays"),
            around);
        again = end == null ? around.now().plus(Duration.ofHours(12)) : null;
      }
      held = Objects.requireNonNullElse(one.returnedAt(), held);
    }
    return new Verdict(found, again);
  }

  private static @Nullable Instant end(Handed one) {
    return one.signedAt() != null ? one.signedAt() : one.returnedAt();
  }

  private static void late(
      List<Finding> found,
      String occurrence,
      int unit,
      Instant from,
      @Nullable Instant to,
      int days,
      Around around) {
    int taken = around.workingDays(from, Objects.requireNonNullElse(to, around.now()));
    if (taken > days) {
      found.add(
          new Finding(
              occurrence,
              unit,
              Objects.requireNonNullElse(to, around.now()),
              Map.of(
                  "from",
                  Around.day(from).toString(),
                  "workingDays",
                  "" + taken,
                  "limit",
                  "" + days)));
    }
  }

  /** One suspension, or all of a clock together, took longer than the district allows. */
  static Verdict suspendedLong(CaseTrace trace, Limits limits, Around around) {
    int days = limits.get("days");
    List<Finding> found = new ArrayList<>();
    Instant again = null;
    for (Stop stop : trace.stops()) {
      Instant end = Objects.requireNonNullElse(stop.toAt(), around.now());
      long taken = Duration.between(stop.fromAt(), end).toDays();
      if (taken > days) {
        found.add(stopped(trace, stop, Map.of("days", "" + taken, "limit", "" + days)));
      } else if (stop.toAt() == null) {
        again = stop.fromAt().plus(Duration.ofDays(days + 1L));
      }
    }
    return new Verdict(found, again);
  }

  /** Stopped when there was hardly time left: the old trick. */
  static Verdict suspendedLate(CaseTrace trace, Limits limits, Around around) {
    List<Finding> found = new ArrayList<>();
    for (Stop stop : trace.stops()) {
      LocalDate due = stop.dueOn();
      if (due != null) {
        int left = around.workingDays().applyAsInt(Around.day(stop.fromAt()), due);
        if (left < limits.get("lastDays")) {
          found.add(stopped(trace, stop, Map.of("dueOn", due.toString(), "daysLeft", "" + left)));
        }
      }
    }
    return Verdict.found(found);
  }

  private static Finding stopped(CaseTrace trace, Stop stop, Map<String, String> evidence) {
    Map<String, String> all = new java.util.TreeMap<>(evidence);
    all.put("suspension", stop.reason().name());
    all.put("from", Around.day(stop.fromAt()).toString());
    all.put("basis", stop.basis());
    return new Finding("stop:" + stop.id(), trace.file().holderUnitId(), stop.fromAt(), all);
  }
}
