package cn.lianban.cases;

import cn.lianban.cases.CaseClocks.Owner;
import cn.lianban.cases.IntakeRows.Coming;
import cn.lianban.catalog.AcceptancePoints;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.Material;
import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Calendars;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a case that comes in, accepted at once or received only. */
@Component
class CaseIntake {
  private final TenantScope scope;
  private final Items items;
  private final AcceptancePoints points;
  private final IntakeRows rows;
  private final CaseClocks clocks;
  private final Calendars calendars;
  private final Districts districts;
  private final Handlings handlings;
  private final CaseLog log;
  private final Checklists checklists;
  private final Reuse reuse;
  private final ProcedureRows procedures;
  private final ApplicationEventPublisher events;

  CaseIntake(
      TenantScope scope,
      Items items,
      AcceptancePoints points,
      IntakeRows rows,
      CaseClocks clocks,
      Calendars calendars,
      Districts districts,
      Handlings handlings,
      CaseLog log,
      Checklists checklists,
      Reuse reuse,
      ProcedureRows procedures,
      ApplicationEventPublisher events) {
    this.scope = scope;
    this.items = items;
    this.points = points;
    this.rows = rows;
    this.clocks = clocks;
    this.calendars = calendars;
    this.districts = districts;
    this.handlings = handlings;
    this.log = log;
    this.checklists = checklists;
    this.reuse = reuse;
    this.procedures = procedures;
    this.events = events;
  }

  /**
   * Accepts at once.
   *
   * @param at the moment of acceptance, which the clock starts from; may be past for imports. When
   *     the papers came more than 5 working days earlier, it counts from then.
   * @return the case's id
   * @throws Rejected when the item or a material stands in the way
   */
  long open(NewCase wanted, Unit unit, By by, Instant at) {
    boolean foreign = wanted.foreignNo() != null;
    boolean missed = !foreign && missed(wanted.receivedAt(), at);
    Instant from = IntakeRules.countsFrom(wanted.receivedAt(), null, at, missed);
    LocalDate day = LocalDate.ofInstant(from, Now.CHINA);
    Item item = inForce(wanted.itemId(), day);
    int promised = IntakeRules.promise(item, day);
    int decides = decidingUnit(item, unit);
    // its papers lie elsewhere
    List<Material> listed = foreign ? List.of() : checklists.of(item, wanted.applicant());
    Handling handling = foreign ? Handling.none(item.id()) : handlings.of(item.id());
    IntakeRules.complete(listed, wanted.materials(), handling);
    Map<Integer, String> reused = reuse.find(listed, wanted.materials(), wanted.applicant(), day);
    Coming coming = new Coming(wanted, item, unit, decides, from, at);
    CaseLog.Place place = coming.place(rows.insert(district(), coming));
    long id = place.caseId();
    rows.materials(place, listed, wanted.materials(), reused);
    Owner owner = new Owner(place, unit.id(), wanted.test(), by.worker());
    Procedure procedure = foreign ? null : procedures.inForce(item.id()).orElse(null);
    long duty = clocks.decision(owner, item, promised, procedure, from);
    rows.runsUnder(id, duty, procedure == null ? null : procedure.id());
    owed(owner, item, listed, wanted.materials(), at);
    log.add(place, CaseEventKind.RECEIVED, by, wanted.receivedAt(), "");
    CaseEventKind kind = missed ? CaseEventKind.DEEMED_ACCEPTED : CaseEventKind.ACCEPTED;
    log.add(place, kind, by, at, wanted.note());
    if (!foreign) {
      events.publishEvent(new CaseAccepted(id, missed));
    }
    return id;
  }

  /**
   * Receives: from now on 5 working days run until acceptance (行政许可法 Art. 32).
   *
   * @return the case's id
   */
  long receive(NewCase wanted, Unit unit, By by, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, Now.CHINA);
    Item item = inForce(wanted.itemId(), day);
    IntakeRules.promise(item, day);
    int decides = decidingUnit(item, unit);
    List<Material> listed = checklists.of(item, wanted.applicant());
    Map<Integer, String> reused = reuse.find(listed, wanted.materials(), wanted.applicant(), day);
    Coming coming = new Coming(wanted, item, unit, decides, null, at);
    CaseLog.Place place = coming.place(rows.insert(district(), coming));
    long id = place.caseId();
    rows.materials(place, listed, wanted.materials(), reused);
    Owner owner = new Owner(place, unit.id(), wanted.test(), by.worker());
    clocks.acceptance(owner, item, wanted.receivedAt());
    log.add(place, CaseEventKind.RECEIVED, by, wanted.receivedAt(), wanted.note());
    return id;
  }

  /** A duty on the applicant when something is owed. */
  void owed(
      Owner owner,
      Item item,
      List<Material> listed,
      Map<Integer, MaterialState> seen,
      Instant acceptedAt) {
    boolean owing = listed.stream().anyMatch(one -> seen.get(one.seq()) == MaterialState.OWED);
    Integer days = owing ? handlings.of(item.id()).owableDays() : null;
    if (days != null) {
      clocks.owed(owner, item, days, acceptedAt);
    }
  }

  /**
   * @throws Rejected NOT_FOUND at itemId
   */
  Item inForce(long itemId, LocalDate day) {
    return scope.once(
        new ItemOn(itemId, day),
        () ->
            items
                .inForceOn(itemId, day)
                .orElseThrow(() -> new Rejected("NOT_FOUND", "itemId", "没有这个事项")));
  }

  private District district() {
    return scope.once(District.class, () -> districts.current().orElseThrow());
  }

  private boolean missed(Instant receivedAt, Instant at) {
    Budget days = new Budget(IntakeRules.ACCEPTANCE_DAYS, BudgetUnit.WORKING_DAYS);
    LocalDate received = LocalDate.ofInstant(receivedAt, Now.CHINA);
    LocalDate day = LocalDate.ofInstant(at, Now.CHINA);
    return day.isAfter(received.plusDays(IntakeRules.ACCEPTANCE_DAYS))
        && day.isAfter(calendars.dueOn(receivedAt, days));
  }

  private int decidingUnit(Item item, Unit unit) {
    return scope.once(
        new ItemAt(item.id(), unit.id()),
        () -> IntakeRules.decides(item, unit, () -> points.find(item.id(), unit.id())));
  }

  /** A case that comes in changes nothing in the catalogue; a file of many reads it once. */
  private record ItemOn(long itemId, LocalDate day) {}

  private record ItemAt(long itemId, int unitId) {}
}
