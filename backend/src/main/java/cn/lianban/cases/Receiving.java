package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.cases.CaseClocks.Owner;
import cn.lianban.cases.Cases.Call;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** From receipt to acceptance, or to its refusal (行政许可法 Art. 32). */
@Component
class Receiving {
  private final CaseActs acts;
  private final CaseSteps steps;
  private final CaseIntake intake;
  private final IntakeRows rows;
  private final CaseClocks clocks;
  private final Supplements supplements;
  private final Items items;
  private final AwaitedAcceptance awaited;
  private final Reuse reuse;
  private final Handlings handlings;
  private final CaseLog log;
  private final ProcedureRows procedures;
  private final ApplicationEventPublisher events;

  Receiving(
      CaseActs acts,
      CaseSteps steps,
      CaseIntake intake,
      IntakeRows rows,
      CaseClocks clocks,
      Supplements supplements,
      Items items,
      AwaitedAcceptance awaited,
      Reuse reuse,
      Handlings handlings,
      CaseLog log,
      ProcedureRows procedures,
      ApplicationEventPublisher events) {
    this.acts = acts;
    this.steps = steps;
    this.intake = intake;
    this.rows = rows;
    this.clocks = clocks;
    this.supplements = supplements;
    this.items = items;
    this.awaited = awaited;
    this.reuse = reuse;
    this.handlings = handlings;
    this.log = log;
    this.procedures = procedures;
    this.events = events;
  }

  /**
   * Accepts, under the version of the item that is in force on the day from which it counts.
   *
   * @throws Rejected ITEM_CANCELLED, ITEM_WITHOUT_LIMIT, and what {@link IntakeRules#complete} and
   *     {@link Reuse#find} refuse
   */
  long accept(Call call, Map<Integer, MaterialState> seen, @Nullable String note) {
    return acts.act(
        call,
        CaseAction.ACCEPT,
        (file, by, at) -> {
          // before the supplement is closed: a clock that waits for it has not been missed
          boolean missed = awaited.missed(file, at);
          AwaitedAcceptance.Wanted list =
              awaited.list(file, at, missed, supplements.complete(file, at));
          Item item = list.item();
          IntakeRules.complete(list.materials(), seen, handlings.of(item.id()));
          Map<Integer, String> reused =
              reuse.find(list.materials(), seen, list.applicant(), list.day());
          CaseLog.Place place = CaseLog.Place.of(file);
          rows.materials(place, list.materials(), seen, reused);
          rows.forgetOthers(file.id(), list.materials());
          list.renumbered()
              .ifPresent(seqs -> events.publishEvent(new MaterialsRenumbered(file.id(), seqs)));
          String text = note(file, list, Texts.optional(note));
          accepted(file, call.version(), by, item, new Acceptance(list.from(), at, missed, text));
          intake.owed(Owner.of(file, file.acceptUnitId()), item, list.materials(), seen, at);
        });
  }

  /**
   * @param from the decision's day 0
   * @param missed the 5 days had gone by
   */
  private record Acceptance(Instant from, Instant at, boolean missed, String note) {}

  private void accepted(CaseFile file, int version, By by, Item item, Acceptance how) {
    int promised = IntakeRules.promise(item, LocalDate.ofInstant(how.from(), Now.CHINA));
    Map<Field<?>, @Nullable Object> values = new HashMap<>();
    values.put(CASEFILE.STATUS, CaseStates.after(CaseAction.ACCEPT, file.status()).name());
    values.put(CASEFILE.ACCEPTED_AT, how.from());
    values.put(CASEFILE.ITEM_EDITION, item.edition());
    steps.change(file, version, values);
    clocks.close(CaseClocks.ACCEPTANCE, file.id(), how.at());
    Owner owner = new Owner(CaseLog.Place.of(file), file.acceptUnitId(), file.test(), by.worker());
    Procedure procedure = procedures.inForce(item.id()).orElse(null);
    long duty = clocks.decision(owner, item, promised, procedure, how.from());
    rows.runsUnder(file.id(), duty, procedure == null ? null : procedure.id());
    CaseEventKind kind = how.missed() ? CaseEventKind.DEEMED_ACCEPTED : CaseEventKind.ACCEPTED;
    log.add(CaseLog.Place.of(file), kind, by, how.at(), how.note());
    events.publishEvent(new CaseAccepted(file.id(), how.missed()));
  }

  /** What the newer list changed is told: what was brought in vain, too. */
  private static String note(CaseFile file, AwaitedAcceptance.Wanted list, String typed) {
    String change = edition(file, list.item());
    List<String> gone = list.gone();
    String told = gone.isEmpty() ? change : change + "，不再要求：" + String.join("、", gone);
    return typed.isEmpty() || told.isEmpty() ? typed + told : typed + "；" + told;
  }

  private static String edition(CaseFile file, Item item) {
    return file.itemEdition() == item.edition()
        ? ""
        : "收件后事项已更新，按第 " + item.edition() + " 版办理（收件时为第 " + file.itemEdition() + " 版）";
  }

  private static String deemed(CaseFile file, Item item) {
    String change = edition(file, item);
    String law = "逾期未告知，自收到申请材料之日起即为受理";
    return change.isEmpty() ? law : law + "；" + change;
  }

  /** With reasons, in writing (行政许可法 Art. 32). */
  long refuse(Call call, String reason) {
    String told = Texts.required(reason, "reason", "不予受理应当说明理由");
    return acts.act(
        call,
        CaseAction.NOT_ACCEPT,
        (file, by, at) -> {
          CaseStatus over = CaseStates.after(CaseAction.NOT_ACCEPT, file.status());
          steps.change(
              file,
              call.version(),
              Map.of(CASEFILE.STATUS, over.name(), CASEFILE.OUTCOME_REASON, told));
          clocks.closeAll(file.id(), at);
          log.add(CaseLog.Place.of(file), CaseEventKind.NOT_ACCEPTED, by, at, told);
          events.publishEvent(new CaseEnded(file.id(), over));
        });
  }

  /**
   * The 5 days went by without a word: accepted by law from the day on which the papers were
   * complete. A cancelled item, or one without a limit, waits for a person.
   */
  void deem(long caseId, Instant at) {
    CaseFile file = acts.visible(caseId);
    Instant complete = supplements.completeAt(file.id());
    Instant from = IntakeRules.countsFrom(file.receivedAt(), complete, at, true);
    LocalDate day = LocalDate.ofInstant(from, Now.CHINA);
    if (file.status() != CaseStatus.RECEIVED) {
      return;
    }
    items
        .inForceOn(file.itemId(), day)
        .filter(item -> item.promisedLimit() != null)
        .filter(item -> item.cancelledOn() == null || item.cancelledOn().isAfter(day))
        .ifPresent(
            item -> {
              By nobody = new By(file.acceptUnitId(), null);
              String why = deemed(file, item);
              accepted(file, file.version(), nobody, item, new Acceptance(from, at, true, why));
              acts.record("case.deem", file.id(), Map.of());
            });
  }
}
