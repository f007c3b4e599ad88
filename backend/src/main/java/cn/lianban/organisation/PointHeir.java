package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.SERVICE_POINT;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The service points a unit runs; they stay where they are and are run by the successor. */
@Component
class PointHeir implements Heir {
  private static final int LONGEST_NAME = 300;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Units units;

  PointHeir(DSLContext sql, TenantScope scope, Units units) {
    this.sql = sql;
    this.scope = scope;
    this.units = units;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.POINTS;
  }

  @Override
  public int count(Succession succession) {
    return succession.itemIds() == null ? sql.fetchCount(SERVICE_POINT, run(succession)) : 0;
  }

  @Override
  public int handOn(Succession succession) {
    if (succession.itemIds() != null) {
      return 0;
    }
    tellApart(succession);
    return sql.update(SERVICE_POINT)
        .set(SERVICE_POINT.UNIT_ID, succession.toUnitId())
        .set(SERVICE_POINT.VERSION, SERVICE_POINT.VERSION.plus(1))
        .where(run(succession))
        .execute();
  }

  /** Both may have a 一楼大厅: the one that comes says from which unit it came. */
  private void tellApart(Succession succession) {
    var there = SERVICE_POINT.as("there");
    String from = units.find(succession.fromUnitId()).map(Unit::name).orElseThrow();
    sql.selectFrom(SERVICE_POINT)
        .where(run(succession))
        .andExists(
            DSL.selectOne()
                .from(there)
                .where(there.DISTRICT_ID.eq(SERVICE_POINT.DISTRICT_ID))
                .and(there.UNIT_ID.eq(succession.toUnitId()))
                .and(there.CLOSED_ON.isNull())
                .and(there.PARENT_ID.isNotDistinctFrom(SERVICE_POINT.PARENT_ID))
                .and(there.NAME.eq(SERVICE_POINT.NAME)))
        .fetch()
        .forEach(
            point -> {
              point.setName(apart(point.getName(), from, succession.toUnitId()));
              point.store();
            });
  }

  /** A name that the successor has nowhere, whatever was merged into it before. */
  private String apart(String name, String from, int to) {
    String tail = "（" + from + "）";
    int most = LONGEST_NAME - tail.length() - 4; // room for a number
    String wanted = (name.length() > most ? name.substring(0, most) : name) + tail;
    String free = wanted;
    for (int no = 2; named(to, free); no++) {
      free = wanted + no;
    }
    return free;
  }

  private boolean named(int unit, String name) {
    return sql.fetchExists(
        SERVICE_POINT,
        SERVICE_POINT
            .DISTRICT_ID
            .eq(scope.district())
            .and(SERVICE_POINT.UNIT_ID.eq(unit))
            .and(SERVICE_POINT.NAME.eq(name))
            .and(SERVICE_POINT.CLOSED_ON.isNull()));
  }

  private Condition run(Succession succession) {
    return SERVICE_POINT
        .DISTRICT_ID
        .eq(scope.district())
        .and(SERVICE_POINT.UNIT_ID.eq(succession.fromUnitId()))
        .and(SERVICE_POINT.CLOSED_ON.isNull());
  }
}
