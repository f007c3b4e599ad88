package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Standstills;
import cn.lianban.clock.Standstills.Stop;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as rows of a file: a fixed number of statements for any number of them. */
@Component
class ForeignRows {
  /** Ways a case ends without a decision. */
  private static final Set<String> ENDINGS =
      Set.of(
          CaseStatus.WITHDRAWN.name(),
          CaseStatus.VOIDED.name(),
          CaseStatus.TRANSFERRED.name(),
          CaseStatus.NOT_ACCEPTED.name());

  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseQueries queries;
  private final Items items;
  private final Units units;
  private final Standstills stops;

  ForeignRows(
      DSLContext sql,
      TenantScope scope,
      CaseQueries queries,
      Items items,
      Units units,
      Standstills stops) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.items = items;
    this.units = units;
    this.stops = stops;
  }

  /**
   * @param masked applicants too
   */
  List<Row> of(Collection<CasefileRecord> cases, boolean masked) {
    if (cases.isEmpty()) {
      return List.of();
    }
    Map<Long, Applicant> people =
        queries.applicants(cases.stream().map(CasefileRecord::getApplicantId).toList());
    Map<Long, Item> listed =
        items.byIds(cases.stream().map(CasefileRecord::getItemId).distinct().toList());
    Map<Integer, Unit> places =
        units.byIds(cases.stream().map(CasefileRecord::getAcceptUnitId).distinct().toList());
    Map<Long, List<Stop>> pauses =
        stops.of(cases.stream().map(CasefileRecord::getDutyId).filter(Objects::nonNull).toList());
    Map<Long, Instant> ended = ended(cases);
    return cases.stream()
        .map(
            row -> {
              Applicant person = Objects.requireNonNull(people.get(row.getApplicantId()));
              Row known = applicant(base(row, listed, places), masked ? person.masked() : person);
              Instant end = ended.get(row.getId());
              if (end != null) {
                known =
                    known
                        .with(CaseColumns.OUTCOME, row.getStatus())
                        .with(CaseColumns.DECIDED_AT, shown(end));
              }
              return paused(
                  known,
                  row.getDutyId() == null
                      ? List.of()
                      : pauses.getOrDefault(row.getDutyId(), List.of()));
            })
        .toList();
  }

  /** When cases that ended without a decision did so. */
  private Map<Long, Instant> ended(Collection<CasefileRecord> cases) {
    List<Long> ids =
        cases.stream()
            .filter(row -> ENDINGS.contains(row.getStatus()))
            .map(CasefileRecord::getId)
            .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<Long, Instant> ended = new HashMap<>();
    sql.select(CASE_EVENT.CASE_ID, CASE_EVENT.AT)
        .from(CASE_EVENT)
        .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASE_EVENT.CASE_ID, ids))
        .and(CASE_EVENT.KIND.in(ENDINGS))
        .forEach(row -> ended.put(row.value1(), row.value2()));
    return ended;
  }

  private static Row base(CasefileRecord row, Map<Long, Item> listed, Map<Integer, Unit> places) {
    Item item = Objects.requireNonNull(listed.get(row.getItemId()));
    boolean own = row.getForeignNo() == null;
    return Row.empty()
        .with(CaseColumns.SOURCE, own ? ForeignCases.OWN : row.getSource())
        .with(CaseColumns.FOREIGN_NO, own ? row.getNumber() : row.getForeignNo())
        .with(CaseColumns.ITEM_CODE, item.code())
        .with(CaseColumns.ITEM_NAME, item.name())
        .with(
            CaseColumns.ACCEPT_UNIT,
            Objects.requireNonNull(places.get(row.getAcceptUnitId())).name())
        .with(CaseColumns.RECEIVED_AT, shown(row.getReceivedAt()))
        .with(CaseColumns.ACCEPTED_AT, shown(row.getAcceptedAt()))
        .with(CaseColumns.DUE_ON, row.getForeignDueOn())
        .with(CaseColumns.DECIDED_AT, shown(row.getDecidedAt()))
        .with(CaseColumns.OUTCOME, row.getOutcome())
        .with(CaseColumns.REASON, row.getOutcomeReason())
        .with(CaseColumns.RESULT_NO, row.getResultNo())
        .with(CaseColumns.DELIVERED_AT, shown(row.getDeliveredAt()));
  }

  /** A file knows seconds. */
  private static @Nullable Instant shown(@Nullable Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Row applicant(Row row, Applicant person) {
    String number = person.idNumber().isEmpty() ? null : person.idNumber();
    return row.with(CaseColumns.APPLICANT_KIND, person.kind())
        .with(CaseColumns.APPLICANT, person.name())
        .with(CaseColumns.ID_KIND, number == null ? null : person.idKind())
        .with(CaseColumns.ID_NUMBER, number)
        .with(CaseColumns.MOBILE, person.mobile())
        .over(agent(person.agent()));
  }

  private static Row agent(@Nullable Agent agent) {
    return agent == null
        ? Row.empty()
        : Row.empty()
            .with(CaseColumns.AGENT, agent.name())
            .with(CaseColumns.AGENT_ID_KIND, agent.idKind())
            .with(CaseColumns.AGENT_ID_NUMBER, agent.idNumber())
            .with(CaseColumns.MANDATE, agent.mandate())
            .with(CaseColumns.MANDATE_UNTIL, agent.until());
  }

  /** The first time it stood still; further ones are in the table of special nodes. */
  private static Row paused(Row row, List<Stop> stops) {
    Stop first = stops.isEmpty() ? null : stops.getFirst();
    return row.with(CaseColumns.PAUSED_AT, first == null ? null : shown(first.fromAt()))
        .with(CaseColumns.RESUMED_AT, first == null ? null : shown(first.toAt()))
        .with(CaseColumns.PAUSE_REASON, first == null ? null : first.reason())
        .with(CaseColumns.PAUSE_BASIS, first == null ? null : first.basis());
  }
}
