package cn.lianban.cases;

import cn.lianban.cases.CaseProgress.Moved;
import cn.lianban.cases.CaseProgress.Stage;
import cn.lianban.cases.CaseProgress.Step;
import cn.lianban.cases.Supplements.Supplement;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Suspension;
import cn.lianban.outbox.Recipient;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an applicant is told of his case: where it stands, why the day moved, what he owes. */
@Component
class ProgressReading {
  private final CaseQueries queries;
  private final Items items;
  private final Units units;
  private final Duties duties;
  private final Supplements supplements;
  private final CaseStepRows steps;
  private final CaseNews news;
  private final Deliveries deliveries;

  ProgressReading(
      CaseQueries queries,
      Items items,
      Units units,
      Duties duties,
      Supplements supplements,
      CaseStepRows steps,
      CaseNews news,
      Deliveries deliveries) {
    this.queries = queries;
    this.items = items;
    this.units = units;
    this.duties = duties;
    this.supplements = supplements;
    this.steps = steps;
    this.news = news;
    this.deliveries = deliveries;
  }

  CaseProgress of(CaseFile file) {
    List<CaseParts.CaseEvent> timeline =
        queries.timeline(List.of(file.id())).getOrDefault(file.id(), List.of());
    List<CaseStep> stages = file.procedureId() == null ? List.of() : steps.of(file.id());
    Map<Integer, Unit> named = units.byIds(unitsOf(file, timeline, stages));
    Duty duty = running(file);
    Suspension pause = duty == null || duty.dueAt() != null ? null : duties.pause(duty.id());
    Supplement open = open(file);
    Delivery delivery = deliveries.of(List.of(file.id())).get(file.id());
    return new CaseProgress(
        file.number(),
        items.find(file.itemId()).map(Item::name).orElse(""),
        file.status(),
        name(named, file.acceptUnitId()),
        name(named, file.decideUnitId()),
        file.receivedAt(),
        file.status() == CaseStatus.RECEIVED ? until(CaseClocks.ACCEPTANCE, file) : null,
        duty == null ? null : duty.dueOn(),
        duty != null && duty.dueAt() == null,
        pause == null ? null : pause.reason(),
        pause == null ? null : pause.basis(),
        pause == null ? null : LocalDate.ofInstant(pause.expectedUntil(), Now.CHINA),
        duty != null && duty.provisional(),
        file.decidedAt(),
        file.outcome(),
        file.outcomeReason(),
        timeline.stream()
            .map(event -> new Step(event.at(), event.kind(), name(named, event.unitId())))
            .toList(),
        stages.stream()
            .map(
                step ->
                    new Stage(step.stage(), step.name(), name(named, step.unitId()), step.state()))
            .toList(),
        moves(file),
        open == null ? List.of() : open.missing(),
        open == null ? null : open.until(),
        owed(file),
        until(CaseClocks.OWED, file),
        file.status().isOpen(),
        news(file),
        file.resultNo(),
        file.deliveredAt(),
        delivery,
        deliveries.served(delivery));
  }

  /** Whether he is told by SMS; null: there is no number to tell it to. */
  @Nullable Boolean news(CaseFile file) {
    Applicant who = queries.applicants(List.of(file.applicantId())).get(file.applicantId());
    boolean reachable = who != null && who.mobile() != null && Recipient.isMobile(who.mobile());
    return reachable ? news.isWished(file.id()) : null;
  }

  /** Something is asked of him. */
  boolean waits(CaseFile file) {
    return open(file) != null || !owed(file).isEmpty();
  }

  private @Nullable Supplement open(CaseFile file) {
    return supplements.of(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
        .filter(one -> one.completeAt() == null && file.status().isOpen())
        .findFirst()
        .orElse(null);
  }

  private List<String> owed(CaseFile file) {
    return queries.materials(List.of(file.id())).getOrDefault(file.id(), List.of()).stream()
        .filter(one -> one.state() == MaterialState.OWED)
        .map(CaseParts.CaseMaterial::name)
        .toList();
  }

  /** The last day of an open clock of the kind; null while it stands still. */
  private @Nullable LocalDate until(String clock, CaseFile file) {
    Duty open = duties.bySubjects(clock, CaseFile.KIND, List.of(file.id())).get(file.id());
    return open == null || open.closedAt() != null ? null : open.dueOn();
  }

  private List<Moved> moves(CaseFile file) {
    return file.dutyId() == null
        ? List.of()
        : duties.moves(file.dutyId()).stream()
            .map(
                one -> new Moved(one.at(), one.kind(), one.cause(), one.oldDueOn(), one.newDueOn()))
            .toList();
  }

  /** The decision's clock while it is open. */
  private @Nullable Duty running(CaseFile file) {
    Long id = file.dutyId();
    Duty duty = id == null ? null : duties.find(id).orElse(null);
    return duty != null && duty.closedAt() == null ? duty : null;
  }

  private static Set<Integer> unitsOf(
      CaseFile file, List<CaseParts.CaseEvent> timeline, List<CaseStep> stages) {
    return Stream.of(
            Stream.of(file.acceptUnitId(), file.decideUnitId()),
            timeline.stream().map(CaseParts.CaseEvent::unitId).filter(Objects::nonNull),
            stages.stream().map(CaseStep::unitId))
        .flatMap(ids -> ids)
        .collect(Collectors.toSet());
  }

  private static String name(Map<Integer, Unit> named, @Nullable Integer unitId) {
    Unit unit = unitId == null ? null : named.get(unitId);
    return unit == null ? "" : unit.name();
  }
}
