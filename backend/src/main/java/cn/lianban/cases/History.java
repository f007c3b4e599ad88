package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets one past case happen again, step by step on its own dates, so that its clock is reckoned by
 * our calendar; and says where the other platform reckoned otherwise.
 */
@Component
class History {
  private final PastCases past;
  private final Duties duties;

  History(PastCases past, Duties duties) {
    this.past = past;
    this.duties = duties;
  }

  /** Answers the difference of the dates in words, null when there is none. */
  @Nullable String write(Row row, Item item, Unit unit) {
    Instant accepted = Objects.requireNonNull(row.instant(CaseColumns.ACCEPTED_AT));
    long id = past.acceptForeign(newCase(row, item, accepted), unit.id(), accepted);
    Duty fresh = duty(id);
    if (unit.id() != item.unitId()) {
      past.handOver(id, accepted);
    }
    boolean paused = pause(id, row, Row.empty());
    LocalDate due = paused ? duty(id).dueOn() : fresh.dueOn();
    finish(id, row, Row.empty());
    return difference(fresh, due, paused, row.date(CaseColumns.DUE_ON));
  }

  private static @Nullable String difference(
      Duty before, @Nullable LocalDate due, boolean paused, @Nullable LocalDate theirs) {
    return DueDifference.words(
        new DueDifference.Clock(
            before.startedOn(),
            before.budget(),
            before.budgetUnit(),
            due,
            paused ? before.dueOn() : null),
        theirs);
  }

  private Duty duty(long caseId) {
    return Objects.requireNonNull(
        duties.bySubjects("CASE", CaseFile.KIND, java.util.List.of(caseId)).get(caseId));
  }

  private static NewCase newCase(Row row, Item item, Instant accepted) {
    Instant received = row.instant(CaseColumns.RECEIVED_AT);
    return new NewCase(
        item.id(),
        applicant(row),
        Map.of(),
        received == null ? accepted : received,
        "",
        row.need(CaseColumns.SOURCE),
        row.need(CaseColumns.FOREIGN_NO),
        row.date(CaseColumns.DUE_ON),
        false);
  }

  private static Applicant applicant(Row row) {
    String kind = row.text(CaseColumns.APPLICANT_KIND);
    String number = row.text(CaseColumns.ID_NUMBER);
    String idKind = row.text(CaseColumns.ID_KIND);
    return new Applicant(
        kind == null ? Applicant.Kind.PERSON : Applicant.Kind.valueOf(kind),
        row.need(CaseColumns.APPLICANT),
        idKind == null ? Applicant.IdKind.OTHER : Applicant.IdKind.valueOf(idKind),
        number == null ? "" : number,
        row.text(CaseColumns.MOBILE),
        agent(row));
  }

  private static @Nullable Agent agent(Row row) {
    String name = row.text(CaseColumns.AGENT);
    return name == null
        ? null
        : new Agent(
            name,
            CaseRowRules.agentIdKind(row),
            row.need(CaseColumns.AGENT_ID_NUMBER),
            Agent.Mandate.valueOf(row.need(CaseColumns.MANDATE)),
            row.date(CaseColumns.MANDATE_UNTIL));
  }

  private boolean pause(long id, Row row, Row before) {
    Instant from = row.instant(CaseColumns.PAUSED_AT);
    if (from == null) {
      return false;
    }
    Instant to = row.instant(CaseColumns.RESUMED_AT);
    boolean begins = before.text(CaseColumns.PAUSED_AT) == null;
    if (begins) {
      LocalDate until = LocalDate.ofInstant(to == null ? from : to, Now.CHINA);
      String reason = row.text(CaseColumns.PAUSE_REASON);
      past.suspend(
          id,
          reason == null ? SuspensionReason.HOLD : SuspensionReason.valueOf(reason),
          row.need(CaseColumns.PAUSE_BASIS),
          until,
          from);
    }
    if (to != null && before.text(CaseColumns.RESUMED_AT) == null) {
      past.resume(id, to);
    }
    return begins;
  }

  /** What happened since the last import of the same case; a new difference in words. */
  @Nullable String goOn(long id, Row row, Row before) {
    Duty fresh = duty(id);
    boolean paused = pause(id, row, before);
    LocalDate due = paused ? duty(id).dueOn() : null;
    finish(id, row, before);
    return difference(fresh, due, paused, before.date(CaseColumns.DUE_ON));
  }

  /** Once more it stood still, as EA_JC_STEP_SPECIALNODE tells it. */
  @Nullable String standStill(CasefileRecord one, Row row) {
    long id = one.getId();
    Instant from = Objects.requireNonNull(row.instant(EaSpecialNodes.FROM));
    Instant to = row.instant(EaSpecialNodes.TO);
    Duty before = duty(id);
    past.suspend(
        id,
        EaCodes.reason(row.text(EaSpecialNodes.RESULT)),
        row.need(EaSpecialNodes.BASIS),
        LocalDate.ofInstant(to == null ? from : to, Now.CHINA),
        row.instant(EaSpecialNodes.TOLD),
        from);
    if (to != null) {
      past.resume(id, to);
    }
    return difference(before, duty(id).dueOn(), true, one.getForeignDueOn());
  }

  @Nullable String goOn(CasefileRecord one, Instant to) {
    Duty before = duty(one.getId());
    past.resume(one.getId(), to);
    return difference(before, duty(one.getId()).dueOn(), false, one.getForeignDueOn());
  }

  private void end(long id, Row row, Instant at) {
    String outcome = row.need(CaseColumns.OUTCOME);
    String reason = row.text(CaseColumns.REASON);
    boolean decision =
        Arrays.stream(CaseOutcome.values()).anyMatch(one -> one.name().equals(outcome));
    if (decision) {
      String number = row.text(CaseColumns.RESULT_NO);
      past.decide(id, CaseOutcome.valueOf(outcome), reason, number, at);
    } else {
      past.end(id, CaseStatus.valueOf(outcome), reason == null ? "" : reason, at);
    }
  }

  private void finish(long id, Row row, Row before) {
    Instant decided = row.instant(CaseColumns.DECIDED_AT);
    if (decided != null && before.text(CaseColumns.DECIDED_AT) == null) {
      end(id, row, decided);
    }
    Instant delivered = row.instant(CaseColumns.DELIVERED_AT);
    if (delivered != null && before.text(CaseColumns.DELIVERED_AT) == null) {
      past.deliver(id, delivered);
    }
  }
}
