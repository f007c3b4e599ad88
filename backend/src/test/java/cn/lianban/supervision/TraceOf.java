package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.CaseStatus;
import cn.lianban.cases.CaseTrace;
import cn.lianban.cases.CaseTrace.Asked;
import cn.lianban.cases.CaseTrace.Green;
import cn.lianban.cases.CaseTrace.Handed;
import cn.lianban.cases.CaseTrace.Happening;
import cn.lianban.cases.CaseTrace.Refusal;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Light;
import cn.lianban.clock.Standstills.Stop;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.tenancy.Now;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A case as rules see it: accepted on Monday 2026-03-02 at 9, decided on the Thursday after. */
final class TraceOf {
  private static final int WINDOW = 1;
  private static final int DEPARTMENT = 2;
  private static final long CLERK = 7;
  private static final Instant ACCEPTED = at("2026-03-02T09:00");

  private TraceOf() {}

  static Trace handledWell() {
    return new Trace();
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(Now.CHINA).toInstant();
  }

  /** What a test changes about it. */
  static final class Trace {
    private boolean own = true;
    private CaseStatus status = CaseStatus.DECIDED;
    private CaseOutcome outcome = CaseOutcome.PASSED;
    private @Nullable String reason;
    private Instant decided = at("2026-03-05T15:00");
    private @Nullable LocalDate cancelled;
    private final List<Happening> events = new ArrayList<>();
    private final List<Handed> handovers = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private @Nullable Green green;
    private final List<Duty> duties = new ArrayList<>(List.of(duty(1, "CASE", Light.GREEN)));
    private final List<Stop> stops = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private List<Instant> acts = List.of(ACCEPTED);

    Trace() {
      events.add(new Happening(ACCEPTED, ACCEPTED, "ACCEPTED", WINDOW, CLERK));
      handovers.add(
          new Handed(
              true, WINDOW, DEPARTMENT, at("2026-03-02T11:00"), at("2026-03-03T09:00"), null));
    }

    Trace refused(String why) {
      outcome = CaseOutcome.REFUSED;
      reason = why;
      return this;
    }

    Trace refusedBefore(String when, String why) {
      refusals.add(new Refusal("511602260001", at(when), why));
      return this;
    }

    Trace lateStep(String kind) {
      duties.add(duty(2, kind, Light.RED));
      return this;
    }

    Trace lateCase() {
      duties.set(0, duty(1, "CASE", Light.RED));
      return this;
    }

    Trace handedUp(String sent, @Nullable String signed) {
      handovers.set(
          0,
          new Handed(true, WINDOW, DEPARTMENT, at(sent), signed == null ? null : at(signed), null));
      return this;
    }

    /** Down to be worked on, and up again. */
    Trace handedDown(String sent, String signed, String up) {
      handovers.add(new Handed(false, DEPARTMENT, WINDOW, at(sent), at(signed), null));
      handovers.add(new Handed(true, WINDOW, DEPARTMENT, at(up), at(up), null));
      return this;
    }

    Trace asked(String when, String... missing) {
      asked.add(new Asked(at(when), missing.length == 0 ? List.of("申请表") : List.of(missing)));
      return this;
    }

    Trace stopped(String from, String to, @Nullable String due) {
      stops.add(
          new Stop(
              stops.size() + 1L,
              SuspensionReason.HOLD,
              "待查",
              at(from),
              at(to),
              at(from),
              due == null ? null : LocalDate.parse(due)));
      return this;
    }

    Trace written(String kind, String bears, String written) {
      events.add(new Happening(at(bears), at(written), kind, DEPARTMENT, CLERK));
      return this;
    }

    Trace decided(String when) {
      decided = at(when);
      return this;
    }

    Trace atNight(int cases) {
      acts =
          IntStream.range(0, cases)
              .mapToObj(i -> at("2026-03-02T23:40").plusSeconds(200L * i))
              .toList();
      return written("DECIDED", "2026-03-02T23:40", "2026-03-02T23:40");
    }

    Trace cancelled(String from) {
      cancelled = LocalDate.parse(from);
      return this;
    }

    Trace imported() {
      own = false;
      return this;
    }

    Trace green(@Nullable Boolean granted) {
      green = new Green(at("2026-03-02T09:30"), granted);
      return this;
    }

    Trace voided() {
      status = CaseStatus.VOIDED;
      return this;
    }

    Around around() {
      return new Around(
          at("2026-03-20T09:00"), Map.of(CLERK, acts), (from, to) -> weekdays(from, to));
    }

    CaseTrace trace() {
      return new CaseTrace(
          file(),
          own,
          cancelled,
          "川府发〔2026〕1号",
          events,
          handovers,
          asked,
          List.of("申请表", "身份证复印件"),
          green,
          duties,
          stops,
          refusals);
    }

    private CaseFile file() {
      return new CaseFile(
          5,
          "511602260302000017",
          status,
          3,
          1,
          4,
          WINDOW,
          DEPARTMENT,
          DEPARTMENT,
          9,
          true,
          1L,
          ACCEPTED,
          ACCEPTED,
          decided,
          null,
          outcome,
          reason,
          null,
          false,
          3,
          null,
          null,
          null,
          false,
          new CaseFile.Origin("WINDOW", null, null));
    }

    private static int weekdays(LocalDate from, LocalDate to) {
      return to.isAfter(from)
          ? (int)
              from.plusDays(1)
                  .datesUntil(to.plusDays(1))
                  .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                  .count()
          : 0;
    }

    private static Duty duty(long id, String kind, Light closed) {
      return new Duty(
          id,
          kind,
          CaseFile.KIND,
          5,
          3L,
          DEPARTMENT,
          null,
          "",
          Light.CLOSED,
          10,
          BudgetUnit.WORKING_DAYS,
          null,
          0,
          3,
          LocalDate.parse("2026-03-02"),
          ACCEPTED,
          LocalDate.parse("2026-03-16"),
          at("2026-03-17T00:00"),
          at("2026-03-13T00:00"),
          false,
          at("2026-03-05T15:00"),
          closed,
          null,
          null,
          0);
    }
  }
}
