package cn.lianban.cases;

import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.catalog.Item;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a row of a file says of a case, in our terms. */
final class PastRow {
  private PastRow() {}

  static NewCase newCase(Row row, Item item, Instant accepted) {
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

  static Standstill standstill(Row row, Instant from, @Nullable Instant to) {
    String reason = row.text(CaseColumns.PAUSE_REASON);
    return new Standstill(
        reason == null ? SuspensionReason.HOLD : SuspensionReason.valueOf(reason),
        row.need(CaseColumns.PAUSE_BASIS),
        LocalDate.ofInstant(to == null ? from : to, Now.CHINA),
        from);
  }

  /** Null when it ended without one. */
  static @Nullable Decision decision(Row row) {
    String outcome = row.need(CaseColumns.OUTCOME);
    boolean decided =
        Arrays.stream(CaseOutcome.values()).anyMatch(one -> one.name().equals(outcome));
    return decided
        ? new Decision(
            CaseOutcome.valueOf(outcome),
            row.text(CaseColumns.REASON),
            row.text(CaseColumns.RESULT_NO))
        : null;
  }

  static String reason(Row row) {
    String reason = row.text(CaseColumns.REASON);
    return reason == null ? "" : reason;
  }
}
