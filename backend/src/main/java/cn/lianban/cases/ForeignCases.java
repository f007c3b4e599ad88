package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Pause;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as rows of a file: a fixed number of statements for any number of them. */
@Component
class ForeignCases {
  /** What a case of our own is called among the sources; its number is ours. */
  static final String OWN = "联办";

  private static final int PAGE = 500;
  private final DSLContext sql;
  private final TenantScope scope;
  private final CaseQueries queries;
  private final Items items;
  private final Units units;
  private final Duties duties;

  ForeignCases(
      DSLContext sql,
      TenantScope scope,
      CaseQueries queries,
      Items items,
      Units units,
      Duties duties) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.items = items;
    this.units = units;
    this.duties = duties;
  }

  /** The cases that are here already under these sources and numbers. */
  List<Row> known(List<Row> wanted) {
    return rows(found(wanted), false);
  }

  /** Number of our own by source and foreign number. */
  Map<String, Long> ids(List<Row> wanted) {
    Map<String, Long> ids = new java.util.HashMap<>();
    found(wanted).forEach(row -> ids.put(key(row.getSource(), row.getForeignNo()), row.getId()));
    return ids;
  }

  static String key(@Nullable String source, @Nullable String foreignNo) {
    return source + "\u001f" + foreignNo;
  }

  static String key(Row row) {
    return key(row.text(CaseColumns.SOURCE), row.text(CaseColumns.FOREIGN_NO));
  }

  private List<CasefileRecord> found(List<Row> wanted) {
    Set<String> keys = new HashSet<>();
    wanted.forEach(row -> keys.add(key(row)));
    List<String> numbers =
        wanted.stream().map(row -> row.need(CaseColumns.FOREIGN_NO)).distinct().toList();
    return sql
        .selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASEFILE.FOREIGN_NO, numbers))
        .fetch()
        .stream()
        .filter(row -> keys.contains(key(row.getSource(), row.getForeignNo())))
        .toList();
  }

  /**
   * A page of all cases in the caller's reach behind an id, tests left out; applicants are masked.
   */
  List<CasefileRecord> page(Condition which, long after) {
    return sql.selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.gt(after))
        .andNot(CASEFILE.TEST)
        .and(which)
        .orderBy(CASEFILE.ID)
        .limit(PAGE)
        .fetch();
  }

  List<Row> rows(Collection<CasefileRecord> cases, boolean masked) {
    Map<Long, Applicant> people =
        queries.applicants(cases.stream().map(CasefileRecord::getApplicantId).toList());
    Map<Long, Item> listed =
        items.byIds(cases.stream().map(CasefileRecord::getItemId).distinct().toList());
    Map<Integer, Unit> places =
        units.byIds(cases.stream().map(CasefileRecord::getAcceptUnitId).distinct().toList());
    Map<Long, List<Pause>> pauses =
        duties.pauses(
            cases.stream().map(CasefileRecord::getDutyId).filter(Objects::nonNull).toList());
    return cases.stream()
        .map(
            row -> {
              Applicant person = Objects.requireNonNull(people.get(row.getApplicantId()));
              Row known = applicant(base(row, listed, places), masked ? person.masked() : person);
              List<Pause> stops =
                  row.getDutyId() == null
                      ? List.of()
                      : pauses.getOrDefault(row.getDutyId(), List.of());
              return paused(known, stops);
            })
        .toList();
  }

  private static Row base(CasefileRecord row, Map<Long, Item> listed, Map<Integer, Unit> places) {
    Item item = Objects.requireNonNull(listed.get(row.getItemId()));
    boolean own = row.getForeignNo() == null;
    return Row.empty()
        .with(CaseColumns.SOURCE, own ? OWN : row.getSource())
        .with(CaseColumns.FOREIGN_NO, own ? row.getNumber() : row.getForeignNo())
        .with(CaseColumns.ITEM_CODE, item.code())
        .with(CaseColumns.ITEM_NAME, item.name())
        .with(
            CaseColumns.ACCEPT_UNIT,
            Objects.requireNonNull(places.get(row.getAcceptUnitId())).name())
        .with(CaseColumns.RECEIVED_AT, row.getReceivedAt())
        .with(CaseColumns.ACCEPTED_AT, row.getAcceptedAt())
        .with(CaseColumns.DUE_ON, row.getForeignDueOn())
        .with(CaseColumns.DECIDED_AT, row.getDecidedAt())
        .with(CaseColumns.OUTCOME, row.getOutcome())
        .with(CaseColumns.REASON, row.getOutcomeReason())
        .with(CaseColumns.RESULT_NO, row.getResultNo())
        .with(CaseColumns.DELIVERED_AT, row.getDeliveredAt());
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
  private static Row paused(Row row, List<Pause> stops) {
    Pause first = stops.isEmpty() ? null : stops.getFirst();
    return row.with(CaseColumns.PAUSED_AT, first == null ? null : first.from())
        .with(CaseColumns.RESUMED_AT, first == null ? null : first.to())
        .with(CaseColumns.PAUSE_BASIS, first == null ? null : first.paper());
  }
}
