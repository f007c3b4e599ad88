package cn.lianban.tenancy;

import static cn.lianban.db.tenancy.Tables.SUB_DISTRICT;
import static cn.lianban.db.tenancy.Tables.UNIT;
import static cn.lianban.db.tenancy.Tables.UNIT_ALIAS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.ResultQuery;
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

  /** All units by name. */
  public List<Unit> all() {
    return select(DSL.noCondition());
  }

  /** One statement for any number of ids; unknown ids are missing from the answer. */
  public Map<Integer, Unit> byIds(Collection<Integer> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return byIds.ask((Object) ids.toArray(Integer[]::new)).stream()
        .collect(Collectors.toMap(Unit::id, Function.identity()));
  }

  public Optional<Unit> find(int id) {
    return select(UNIT.ID.eq(id)).stream().findFirst();
  }

  /** Creates a unit; the name is unique in the district. */
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

  /** One statement; unknown names are missing from the answer. */
  public Map<String, Unit> byNames(Collection<String> names) {
    return select(Among.these(UNIT.NAME, names)).stream()
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
  }

  /**
   * Takes back a unit that was created by mistake.
   *
   * @throws org.jooq.exception.IntegrityConstraintViolationException when anything refers to it
   */
  public void remove(int unitId) {
    setAliases(unitId, List.of());
    sql.deleteFrom(UNIT).where(UNIT.DISTRICT_ID.eq(scope.district()), UNIT.ID.eq(unitId)).execute();
  }

  private List<Unit> select(Condition which) {
    return rows(UNIT.DISTRICT_ID.eq(scope.district()).and(which)).fetch(Units::unit);
  }

  private ResultQuery<Record6<Integer, String, String, Integer, String, String>> rows(
      Condition which) {
    return sql.select(
            UNIT.ID, UNIT.NAME, UNIT.KIND, SUB_DISTRICT.ID, SUB_DISTRICT.CODE, SUB_DISTRICT.NAME)
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
        subDistrict == null ? null : new SubDistrict(subDistrict, row.text(5), row.text(6)));
  }

  private static Unit unit(Record6<Integer, String, String, Integer, String, String> row) {
    return new Unit(row.value1(), row.value2(), UnitKind.valueOf(row.value3()), subDistrict(row));
  }

  private static @Nullable SubDistrict subDistrict(Record row) {
    Integer id = row.get(SUB_DISTRICT.ID);
    return id == null
        ? null
        : new SubDistrict(id, row.get(SUB_DISTRICT.CODE), row.get(SUB_DISTRICT.NAME));
  }
}
