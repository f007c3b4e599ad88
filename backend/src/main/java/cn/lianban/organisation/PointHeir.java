package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.SERVICE_POINT;

import cn.lianban.tenancy.TenantScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The service points a unit runs; they stay where they are and are run by the successor. */
@Component
class PointHeir implements Heir {
  private final DSLContext sql;
  private final TenantScope scope;

  PointHeir(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
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
    return succession.itemIds() != null
        ? 0
        : sql.update(SERVICE_POINT)
            .set(SERVICE_POINT.UNIT_ID, succession.toUnitId())
            .set(SERVICE_POINT.VERSION, SERVICE_POINT.VERSION.plus(1))
            .where(run(succession))
            .execute();
  }

  private Condition run(Succession succession) {
    return SERVICE_POINT
        .DISTRICT_ID
        .eq(scope.district())
        .and(SERVICE_POINT.UNIT_ID.eq(succession.fromUnitId()))
        .and(SERVICE_POINT.CLOSED_ON.isNull());
  }
}
