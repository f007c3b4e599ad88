package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.identity.People;
import cn.lianban.identity.Person;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What EA_JC_STEP_BASICINFO says of a case that our item list and our clock know: filled in on the
 * way out; on the way in it is held against them, and a difference is told.
 */
@Component
class EaBasics {
  static final String TYPE = "approvaltype";
  static final String PROMISED = "promisetimelimit";
  static final String PROMISED_UNIT = "promisetimeunit";
  static final String PROMISED_DAY = "promisedate";
  static final String IMPLEMENT_CODE = "implementcode";
  private static final int USCC = 18;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Items items;
  private final Units units;
  private final Duties duties;
  private final People people;

  EaBasics(
      DSLContext sql, TenantScope scope, Items items, Units units, Duties duties, People people) {
    this.sql = sql;
    this.scope = scope;
    this.items = items;
    this.units = units;
    this.duties = duties;
    this.people = people;
  }

  static List<Column> columns() {
    return List.of(
        Column.text("orgbusno", "orgbusno"),
        Column.integer("dataver", "dataver"),
        Column.text(IMPLEMENT_CODE, IMPLEMENT_CODE).aliases("实施编码"),
        Column.text("projectname", "projectname"),
        Column.text("acceptdeptid", "acceptdeptid"),
        Column.text("transactor", "transactor"),
        Column.text("acceptdocno", "acceptdocno"),
        Column.text("submit", "submit").max(10),
        Column.code(TYPE, TYPE, EaCodes.approvalTypes()),
        Column.integer(PROMISED, PROMISED),
        Column.code(PROMISED_UNIT, PROMISED_UNIT, EaCodes.limitUnits()),
        Column.integer("timelimit", "timelimit"),
        Column.code("timeunit", "timeunit", EaCodes.legalUnits()));
  }

  Map<String, Item> listed(Collection<String> codes) {
    return items.byCodes(codes);
  }

  /** The rows of the same cases with all that we know; five statements for any number. */
  List<Row> filled(List<CasefileRecord> page, List<Row> rows) {
    Map<Long, Item> known =
        items.byIds(page.stream().map(CasefileRecord::getItemId).collect(Collectors.toSet()));
    Map<Integer, List<String>> codes =
        units.aliases(
            page.stream().map(CasefileRecord::getAcceptUnitId).collect(Collectors.toSet()));
    List<Long> ids = page.stream().map(CasefileRecord::getId).toList();
    Map<Long, Duty> clocks = duties.bySubjects("CASE", CaseFile.KIND, ids);
    Map<Long, Long> acceptedBy = acceptedBy(ids);
    Map<Long, Person> named = people.byIds(acceptedBy.values());
    List<Row> filled = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      CasefileRecord one = page.get(i);
      Long by = acceptedBy.get(one.getId());
      Person person = by == null ? null : named.get(by);
      Row row = limits(rows.get(i), Objects.requireNonNull(known.get(one.getItemId())));
      row = due(row, clocks.get(one.getId()));
      filled.add(
          row.with("orgbusno", one.getNumber())
              .with("dataver", one.getVersion())
              .with("acceptdeptid", creditCode(codes.get(one.getAcceptUnitId())))
              .with("transactor", person == null ? null : person.name())
              .with("acceptdocno", one.getAcceptedAt() == null ? null : one.getNumber())
              .with("submit", one.getSource().equals("WINDOW") ? "0" : "8"));
    }
    return filled;
  }

  private Map<Long, Long> acceptedBy(List<Long> ids) {
    return sql.select(CASE_EVENT.CASE_ID, CASE_EVENT.ACCOUNT_ID)
        .from(CASE_EVENT)
        .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()), Among.these(CASE_EVENT.CASE_ID, ids))
        .and(CASE_EVENT.KIND.eq(CaseEventKind.ACCEPTED.name()))
        .and(CASE_EVENT.ACCOUNT_ID.isNotNull())
        .collect(
            Collectors.toMap(row -> row.value1(), row -> row.value2(), (first, later) -> first));
  }

  private static @Nullable String creditCode(@Nullable List<String> codes) {
    return codes == null
        ? null
        : codes.stream().filter(code -> code.length() == USCC).findFirst().orElse(null);
  }

  private static Row limits(Row row, Item item) {
    boolean legal = item.statutoryLimit() != null;
    boolean promised = item.promisedLimit() != null;
    return row.with(IMPLEMENT_CODE, item.code())
        .with("projectname", item.name())
        .with(TYPE, EaCodes.approvalType(item.approvalType()))
        .with(PROMISED, item.promisedLimit())
        .with(PROMISED_UNIT, promised ? EaCodes.limitUnit(item.limitUnit()) : null)
        .with("timelimit", item.statutoryLimit())
        .with("timeunit", legal ? EaCodes.legalUnit(item.limitUnit()) : null);
  }

  /** Our own last day where no other platform told one. */
  private static Row due(Row row, @Nullable Duty clock) {
    return row.text(PROMISED_DAY) != null || clock == null
        ? row
        : row.with(PROMISED_DAY, clock.dueOn());
  }

  /** Where the file and our item list differ; the list is what the clock goes by. */
  static void compare(Row row, Item item, Findings findings) {
    String type = row.text(TYPE);
    String ours = EaCodes.approvalType(item.approvalType());
    if (type != null && !type.equals(ours)) {
      findings.note(
          row,
          "来源平台办件类型为“%s”，本区事项清单为“%s”"
              .formatted(EaCodes.approvalTypes().get(type), EaCodes.approvalTypes().get(ours)));
    }
    Integer promised = row.integer(PROMISED);
    String unit = row.text(PROMISED_UNIT);
    String ourUnit = EaCodes.limitUnit(item.limitUnit());
    boolean same =
        Objects.equals(promised, item.promisedLimit()) && (unit == null || unit.equals(ourUnit));
    if (promised != null && item.promisedLimit() != null && !same) {
      findings.note(
          row,
          "来源平台承诺时限 %d %s，本区事项清单为 %d %s"
              .formatted(
                  promised,
                  unit == null ? "" : EaCodes.limitUnits().get(unit),
                  item.promisedLimit(),
                  EaCodes.limitUnits().get(ourUnit)));
    }
  }
}
