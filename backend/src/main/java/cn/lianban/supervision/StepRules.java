package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseStatus;
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

  private StepRules() {}

  /** A step took longer than its limit, while the whole is in time. */
  static Verdict stepLate(CaseTrace trace, Limits limits, Around around) {
    if (trace.decision().map(StepRules::isLate).orElse(false)) {
      return Verdict.NOTHING;
    }
    return Verdict.found(
        trace.duties().stream()
            .filter(duty -> trace.file().dutyId() == null || duty.id() != trace.file().dutyId())
            .filter(duty -> !duty.kind().equals(RuleBook.OWED) && isLate(duty))
            .map(
                duty ->
                    new Finding(
                        "duty:" + duty.id(),
                        duty.ownerUnitId(),
                        Objects.requireNonNullElse(duty.dueAt(), duty.startedAt()),
                        Objects.requireNonNullElse(duty.closedAt(), around.now()),
                        Map.of("step", duty.kind(), "days", "" + duty.budget())))
            .toList());
  }

  private static boolean isLate(Duty duty) {
    return LATE.contains(duty.closedAt() == null ? duty.light() : duty.closedLight());
  }

  /** Kept at the lower level too long before it went up, or not signed for where it was sent. */
  static Verdict forwardedLate(CaseTrace trace, Limits limits, Around around) {
    Instant held = trace.file().acceptedAt();
    List<Finding> found = new ArrayList<>();
    Instant again = null;
    for (int i = 0; held != null && i < trace.handovers().size(); i++) {
      Handed one = trace.handovers().get(i);
      if (one.up()) {
        Way sent = new Way("sent:" + i, one.fromUnitId(), held, one.sentAt());
        late(found, sent, limits.get("sendDays"), around);
      }
      Instant end = end(one);
      Way signed = new Way("signed:" + i, one.toUnitId(), one.sentAt(), end);
      late(found, signed, limits.get("signDays"), around);
      again = end == null ? soon(around) : null;
      // what came down is the lower unit's from its signature on
      held = Objects.requireNonNullElse(one.up() ? one.returnedAt() : one.signedAt(), held);
    }
    if (held != null && waits(trace.file())) { // under the name it will have once it is sent
      String next = "sent:" + trace.handovers().size();
      Way waiting = new Way(next, trace.file().holderUnitId(), held, null);
      late(found, waiting, limits.get("sendDays"), around);
      again = soon(around);
    }
    return new Verdict(found, again);
  }

  private static Instant soon(Around around) {
    return around.now().plus(Duration.ofHours(12));
  }

  /** It should go up and has not. */
  private static boolean waits(CaseFile file) {
    return file.acceptUnitId() != file.decideUnitId()
        && (file.status() == CaseStatus.ACCEPTED || file.status() == CaseStatus.RETURNED);
  }

  private static @Nullable Instant end(Handed one) {
    return one.signedAt() != null ? one.signedAt() : one.returnedAt();
  }

  /**
   * A piece of the way.
   *
   * @param to null: it waits still
   */
  private record Way(String occurrence, int unit, Instant from, @Nullable Instant to) {}

  private static void late(List<Finding> found, Way way, int days, Around around) {
    Instant to = Objects.requireNonNullElse(way.to(), around.now());
    int taken = around.workingDays(way.from(), to);
    if (taken > days) {
      Map<String, String> evidence =
          Map.of(
              "from",
              Around.day(way.from()).toString(),
              "workingDays",
              "" + taken,
              "limit",
              "" + days);
      Instant late = around.exceeded(way.from(), days);
      found.add(new Finding(way.occurrence(), way.unit(), late, to, evidence));
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
      Instant tooLong = stop.fromAt().plus(Duration.ofDays(days + 1L));
      if (taken > days) {
        Map<String, String> evidence = Map.of("days", "" + taken, "limit", "" + days);
        found.add(stopped(trace, stop, tooLong, end, evidence));
      } else if (stop.toAt() == null && (again == null || tooLong.isBefore(again))) {
        again = tooLong;
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
          Map<String, String> evidence = Map.of("dueOn", due.toString(), "daysLeft", "" + left);
          found.add(stopped(trace, stop, stop.fromAt(), stop.fromAt(), evidence));
        }
      }
    }
    return Verdict.found(found);
  }

  private static Finding stopped(
      CaseTrace trace, Stop stop, Instant at, Instant until, Map<String, String> evidence) {
    Map<String, String> all = new java.util.TreeMap<>(evidence);
    all.put("suspension", stop.reason().name());
    all.put("from", Around.day(stop.fromAt()).toString());
    all.put("basis", stop.basis());
    return new Finding("stop:" + stop.id(), trace.file().holderUnitId(), at, until, all);
  }
}
