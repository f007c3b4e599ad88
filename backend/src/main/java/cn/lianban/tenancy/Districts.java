package cn.lianban.tenancy;

import static cn.lianban.db.tenancy.Tables.DISTRICT;
import static cn.lianban.db.tenancy.Tables.DISTRICT_CODE;
import static cn.lianban.db.tenancy.Tables.SUB_DISTRICT;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Districts and their sub-districts. */
@Component
public class Districts {
  private final DSLContext sql;
  private final TenantScope scope;

  Districts(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** The district of the current scope. */
  public Optional<District> current() {
    return sql.selectFrom(DISTRICT)
        .where(DISTRICT.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(
            row -> new District(row.getDistrictId(), row.getCode(), row.getName(), row.getZone()));
  }

  /** The six digits of a district's id. */
  public Optional<String> code(int districtId) {
    return sql.select(DISTRICT_CODE.CODE)
        .from(DISTRICT_CODE)
        .where(DISTRICT_CODE.DISTRICT_ID.eq(districtId))
        .fetchOptional(DISTRICT_CODE.CODE);
  }

  /** All districts' ids; for jobs that visit each of them. */
  public List<Integer> ids() {
    return scope.onPlatform(
        Reach.SCAN,
        "job:visit",
        () ->
            sql.select(DISTRICT_CODE.DISTRICT_ID)
                .from(DISTRICT_CODE)
                .orderBy(DISTRICT_CODE.DISTRICT_ID)
                .fetch(DISTRICT_CODE.DISTRICT_ID));
  }

  public List<SubDistrict> subDistricts() {
    return sql.selectFrom(SUB_DISTRICT)
        .where(SUB_DISTRICT.DISTRICT_ID.eq(scope.district()))
        .orderBy(SUB_DISTRICT.CODE)
        .fetch(row -> new SubDistrict(row.getId(), row.getCode(), row.getName()));
  }

  /**
   * Opens a district under its code; the id is the next free one. For the command line and for
   * operators: begins work of its own, so never called inside a request.
   *
   * @return the existing id when the code is known already
   */
  public int open(String code, String name) {
    int id =
        scope.onPlatform(
            Reach.PLATFORM, "job:open-district", () -> scope.write(() -> register(code)));
    scope.inDistrict(
        id,
        Reach.ALL,
        "job:open-district",
        () ->
            scope.write(
                () ->
                    sql.insertInto(DISTRICT)
                        .set(DISTRICT.DISTRICT_ID, id)
                        .set(DISTRICT.CODE, code)
                        .set(DISTRICT.NAME, name)
                        .onConflictDoNothing()
                        .execute()));
    return id;
  }

  private int register(String code) {
    sql.insertInto(DISTRICT_CODE, DISTRICT_CODE.CODE, DISTRICT_CODE.DISTRICT_ID)
        .select(
            DSL.select(DSL.val(code), DSL.coalesce(DSL.max(DISTRICT_CODE.DISTRICT_ID), 0).plus(1))
                .from(DISTRICT_CODE))
        .onConflict(DISTRICT_CODE.CODE)
        .doNothing()
        .execute();
    return Objects.requireNonNull(
        sql.select(DISTRICT_CODE.DISTRICT_ID)
            .from(DISTRICT_CODE)
            .where(DISTRICT_CODE.CODE.eq(code))
            .fetchOne(DISTRICT_CODE.DISTRICT_ID));
  }

  /** Adds a sub-district, or finds the one that has the code. */
  public int addSubDistrict(String code, String name) {
    sql.insertInto(SUB_DISTRICT)
        .set(SUB_DISTRICT.DISTRICT_ID, scope.district())
        .set(SUB_DISTRICT.CODE, code)
        .set(SUB_DISTRICT.NAME, name)
        .onConflictDoNothing()
        .execute();
    return Objects.requireNonNull(
        sql.select(SUB_DISTRICT.ID)
            .from(SUB_DISTRICT)
            .where(SUB_DISTRICT.DISTRICT_ID.eq(scope.district()), SUB_DISTRICT.CODE.eq(code))
            .fetchOne(SUB_DISTRICT.ID));
  }
}
