package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  ForeignCases(
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

  /** The cases that are here already under these sources and numbers. */
  List<Row> known(List<Row> wanted) {
    Map<String, Row> asked = new HashMap<>();
    wanted.forEach(row -> asked.put(key(row), row));
    List<CasefileRecord> found = found(wanted);
    List<Row> masked = rows(found, true);
    List<Row> known = new ArrayList<>();
    for (Row row : rows(found, false)) {
      known.add(unmasked(row, masked.get(known.size()), asked.get(key(row))));
    }
    return known;
  }

  /** Who sends our own list back sends our own masks: they say nothing new. */
  private static Row unmasked(Row there, Row masked, @Nullable Row asked) {
    Row same = there;
    for (String column : CaseColumns.MASKED) {
      String text = asked == null ? null : asked.text(column);
      if (text != null && text.equals(masked.text(column))) {
        same = same.with(column, text);
      }
    }
    return asked != null
            && asked.has(CaseColumns.PAUSE_REASON)
            && asked.text(CaseColumns.PAUSE_REASON) == null
        ? same.with(CaseColumns.PAUSE_REASON, null)
        : same;
  }

  /** Those of these numbers that are cases of our own. */
  List<String> own(Collection<String> numbers) {
    return sql.select(CASEFILE.NUMBER)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(CASEFILE.NUMBER, numbers))
        .and(CASEFILE.FOREIGN_NO.isNull())
        .fetch(CASEFILE.NUMBER);
  }

  /** Number of our own by source and foreign number. */
  Map<String, Long> ids(List<Row> wanted) {
    Map<String, Long> ids = new HashMap<>();
    found(wanted).forEach(row -> ids.put(key(row), row.getId()));
    return ids;
  }

  static String key(@Nullable String source, @Nullable String foreignNo) {
    return source + "\u001f" + foreignNo;
  }

  static String key(Row row) {
    return key(row.text(CaseColumns.SOURCE), row.text(CaseColumns.FOREIGN_NO));
  }

  List<CasefileRecord> found(List<Row> wanted) {
    Set<String> keys = new HashSet<>();
    wanted.forEach(row -> keys.add(key(row)));
    boolean own = wanted.stream().anyMatch(row -> OWN.equals(row.text(CaseColumns.SOURCE)));
    List<String> numbers =
        wanted.stream().map(row -> row.need(CaseColumns.FOREIGN_NO)).distinct().toList();
    return sql
        .selectFrom(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()))
        .and(named(numbers, own))
        .and(CASEFILE.FOREIGN_NO.isNotNull().orNot(CASEFILE.TEST))
        .fetch()
        .stream()
        .filter(row -> keys.contains(key(row)))
        .toList();
  }

  private static Condition named(List<String> numbers, boolean own) {
    Condition foreign = Among.these(CASEFILE.FOREIGN_NO, numbers);
    return own ? foreign.or(Among.these(CASEFILE.NUMBER, numbers)) : foreign;
  }

  private static String key(CasefileRecord row) {
    return row.getForeignNo() == null
        ? key(OWN, row.getNumber())
        : key(row.getSource(), row.getForeignNo());
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
        .with(CaseColumns.SOURCE, own ? OWN : row.getSource())
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
