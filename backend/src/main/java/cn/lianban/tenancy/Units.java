package cn.lianban.tenancy;

import static cn.lianban.db.tenancy.Tables.SUB_DISTRICT;
import static cn.lianban.db.tenancy.Tables.UNIT;
import static cn.lianban.db.tenancy.Tables.UNIT_ALIAS;

import cn.lianban.db.tenancy.tables.records.UnitRecord;
import cn.lianban.graphql.Rejected;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The district's units; definition data, visible at every level. */
@Component
public class Units {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Question<Unit> byIds;

  Units(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
    this.byIds =
        new Question<>(
            sql,
            scope,
            rows(UNIT.DISTRICT_ID.eq(Question.DISTRICT).and(Question.among(1, UNIT.ID))),
            Units::unit);
  }

  /** All open units by name. */
  public List<Unit> all() {
    return select(UNIT.CLOSED_ON.isNull());
  }

  /** As {@link #all()}, with those that were merged, split up or abolished. */
  public List<Unit> withClosed() {
    return select(DSL.noCondition());
  }

  /** One statement for any number of ids; unknown ids are missing from the answer. */
  public Map<Integer, Unit> byIds(Collection<Integer> ids) {
    Round alone = new Round(scope);
    var answer = byIds(alone, ids);
    alone.go();
    return answer.get();
  }

  /** As {@link #byIds(Collection)}, asked together with other questions. */
  public Supplier<Map<Integer, Unit>> byIds(Round round, Collection<Integer> ids) {
    return ids.isEmpty() ? Map::of : round.add(byIds, ids, Unit::id, new Integer[0]);
  }

  public Optional<Unit> find(int id) {
    return select(UNIT.ID.eq(id)).stream().findFirst();
  }

  /** The open unit of a name. */
  public Optional<Unit> named(String name) {
    return select(UNIT.NAME.eq(name).and(UNIT.CLOSED_ON.isNull())).stream().findFirst();
  }

  /** Gives an open unit another name; no other open unit may bear it. */
  public void rename(int id, String name) {
    change().set(UNIT.NAME, name).where(open(id)).execute();
  }

  /** Notes that it is a unit no more; nothing open may hang on it. */
  public void close(int id, LocalDate on) {
    change().set(UNIT.CLOSED_ON, on).where(open(id)).execute();
  }

  /**
   * Locks an open unit for a change of its place in the organisation.
   *
   * @param expectedVersion null: whatever it is
   * @throws Rejected NOT_FOUND, UNIT_CLOSED or VERSION_CONFLICT
   */
  public Unit lock(int id, @Nullable Integer expectedVersion, String field) {
    boolean there =
        sql.select(UNIT.ID)
            .from(UNIT)
            .where(UNIT.DISTRICT_ID.eq(scope.district()), UNIT.ID.eq(id))
            .forNoKeyUpdate()
            .fetchOptional()
            .isPresent();
    Unit unit = there ? find(id).orElse(null) : null;
    if (unit == null) {
      throw new Rejected("NOT_FOUND", field, "没有找到该单位");
    }
    if (!unit.open()) {
      throw new Rejected("UNIT_CLOSED", field, "该单位已撤并");
    }
    if (expectedVersion != null && expectedVersion != unit.version()) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    return unit;
  }

  private UpdateSetMoreStep<UnitRecord> change() {
    return sql.update(UNIT).set(UNIT.VERSION, UNIT.VERSION.plus(1));
  }

  private Condition open(int id) {
    return UNIT.DISTRICT_ID.eq(scope.district()).and(UNIT.ID.eq(id)).and(UNIT.CLOSED_ON.isNull());
  }

  /** Creates a unit; the name is unique among the district's open ones. */
  public int create(UnitKind kind, String name, @Nullable Integer subDistrictId) {
    return java.util.Objects.requireNonNull(
        sql.insertInto(UNIT)
            .set(UNIT.DISTRICT_ID, scope.district())
            .set(UNIT.KIND, kind.name())
            .set(UNIT.NAME, name)
            .set(UNIT.SUB_DISTRICT_ID, subDistrictId)
            .returning(UNIT.ID)
            .fetchSingle()
            .getId());
  }

  /**
   * Notes a code under which the unit appears in published lists: opaque text, several a unit.
   *
   * @return false when it was known already
   */
  public boolean addAlias(int unitId, String code) {
    return sql.insertInto(UNIT_ALIAS)
            .set(UNIT_ALIAS.DISTRICT_ID, scope.district())
            .set(UNIT_ALIAS.UNIT_ID, unitId)
            .set(UNIT_ALIAS.CODE, code)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /** Open units; one statement, unknown names are missing from the answer. */
  public Map<String, Unit> byNames(Collection<String> names) {
    return select(Among.these(UNIT.NAME, names).and(UNIT.CLOSED_ON.isNull())).stream()
        .collect(Collectors.toMap(Unit::name, Function.identity()));
  }

  /** The codes each unit appears under, in one statement; a unit without any is missing. */
  public Map<Integer, List<String>> aliases(Collection<Integer> ids) {
    return sql.select(UNIT_ALIAS.UNIT_ID, UNIT_ALIAS.CODE)
        .from(UNIT_ALIAS)
        .where(UNIT_ALIAS.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(UNIT_ALIAS.UNIT_ID, ids))
        .orderBy(UNIT_ALIAS.CODE)
        .fetchGroups(UNIT_ALIAS.UNIT_ID, UNIT_ALIAS.CODE);
  }

  /** The unit appears under exactly these codes from now on. */
  public void setAliases(int unitId, Collection<String> codes) {
    sql.deleteFrom(UNIT_ALIAS)
        .where(UNIT_ALIAS.DISTRICT_ID.eq(scope.district()), UNIT_ALIAS.UNIT_ID.eq(unitId))
        .execute();
    codes.forEach(code -> addAlias(unitId, code));
    change().where(open(unitId)).execute();
  }

  /** The unit is not known under the code any more. */
  public void removeAlias(int unitId, String code) {
    sql.deleteFrom(UNIT_ALIAS)
        .where(UNIT_ALIAS.DISTRICT_ID.eq(scope.district()), UNIT_ALIAS.UNIT_ID.eq(unitId))
        .and(UNIT_ALIAS.CODE.eq(code))
        .execute();
  }

  /**
   * Takes back units that were created by mistake.
   *
   * @throws org.jooq.exception.IntegrityConstraintViolationException when anything refers to one
   */
  public void remove(Collection<Integer> unitIds) {
    sql.deleteFrom(UNIT_ALIAS)
        .where(UNIT_ALIAS.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(UNIT_ALIAS.UNIT_ID, unitIds))
        .execute();
    sql.deleteFrom(UNIT)
        .where(UNIT.DISTRICT_ID.eq(scope.district()), Among.these(UNIT.ID, unitIds))
        .execute();
  }

  private List<Unit> select(Condition which) {
    return rows(UNIT.DISTRICT_ID.eq(scope.district()).and(which)).fetch(row -> unit(row));
  }

  private ResultQuery<? extends Record> rows(Condition which) {
    return sql.select(
            UNIT.ID,
            UNIT.NAME,
            UNIT.KIND,
            SUB_DISTRICT.ID,
            SUB_DISTRICT.CODE,
            SUB_DISTRICT.NAME,
            UNIT.CLOSED_ON,
            UNIT.VERSION)
        .from(UNIT)
        .leftJoin(SUB_DISTRICT)
        .on(SUB_DISTRICT.DISTRICT_ID.eq(UNIT.DISTRICT_ID), SUB_DISTRICT.ID.eq(UNIT.SUB_DISTRICT_ID))
        .where(which)
        .orderBy(UNIT.NAME, UNIT.ID);
  }

  /** As {@link #rows} selects them. */
  private static Unit unit(AnswerRow row) {
    Integer subDistrict = row.numberOrNull(4);
    return new Unit(
        row.number(1),
        row.text(2),
        row.word(3, UnitKind.class),
        subDistrict == null ? null : new SubDistrict(subDistrict, row.text(5), row.text(6)),
        row.dayOrNull(7),
        row.number(8));
  }

  private static Unit unit(Record row) {
    return new Unit(
        row.get(UNIT.ID),
        row.get(UNIT.NAME),
        UnitKind.valueOf(row.get(UNIT.KIND)),
        subDistrict(row),
        row.get(UNIT.CLOSED_ON),
        row.get(UNIT.VERSION));
  }

  private static @Nullable SubDistrict subDistrict(Record row) {
    Integer id = row.get(SUB_DISTRICT.ID);
    return id == null
        ? null
        : new SubDistrict(id, row.get(SUB_DISTRICT.CODE), row.get(SUB_DISTRICT.NAME));
  }
}
