package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.OPENING_HOURS;
import static cn.lianban.db.organisation.Tables.SERVICE_POINT;

import cn.lianban.db.organisation.tables.records.OpeningHoursRecord;
import cn.lianban.db.organisation.tables.records.ServicePointRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes service points. */
@Component
class PointRows {
  private final DSLContext sql;
  private final TenantScope scope;

  PointRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  ServicePointRecord fresh() {
    ServicePointRecord row = sql.newRecord(SERVICE_POINT);
    row.setDistrictId(scope.district());
    row.setVersion(0);
    return row;
  }

  /**
   * @throws Rejected NOT_FOUND, POINT_CLOSED, VERSION_CONFLICT
   */
  ServicePointRecord lock(long id, int expectedVersion) {
    ServicePointRecord row =
        sql.selectFrom(SERVICE_POINT)
            .where(SERVICE_POINT.DISTRICT_ID.eq(scope.district()), SERVICE_POINT.ID.eq(id))
            .forNoKeyUpdate()
            .fetchOne();
    if (row == null) {
      throw new Rejected("NOT_FOUND", "id", "没有找到该服务点");
    }
    if (row.getClosedOn() != null) {
      throw new Rejected("POINT_CLOSED", "id", "该服务点已关闭");
    }
    if (row.getVersion() != expectedVersion) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    row.setVersion(expectedVersion + 1);
    return row;
  }

  /**
   * @throws Rejected NAME_TAKEN by an open one of the same unit and hall
   */
  void save(ServicePointRecord row, List<OpeningTimes.Span> hours) {
    refuseTaken(row);
    row.store();
    sql.deleteFrom(OPENING_HOURS)
        .where(OPENING_HOURS.DISTRICT_ID.eq(row.getDistrictId()))
        .and(OPENING_HOURS.POINT_ID.eq(row.getId()))
        .execute();
    sql.batchInsert(hours.stream().map(span -> record(row, span)).toList()).execute();
  }

  private void refuseTaken(ServicePointRecord row) {
    boolean taken =
        sql.fetchExists(
            SERVICE_POINT,
            SERVICE_POINT
                .DISTRICT_ID
                .eq(row.getDistrictId())
                .and(SERVICE_POINT.UNIT_ID.eq(row.getUnitId()))
                .and(SERVICE_POINT.PARENT_ID.isNotDistinctFrom(row.getParentId()))
                .and(SERVICE_POINT.NAME.eq(row.getName()))
                .and(SERVICE_POINT.CLOSED_ON.isNull())
                .and(SERVICE_POINT.ID.isDistinctFrom(row.getId())));
    if (taken) {
      throw new Rejected("NAME_TAKEN", "name", "该单位已有同名服务点");
    }
  }

  private static OpeningHoursRecord record(ServicePointRecord point, OpeningTimes.Span span) {
    return new OpeningHoursRecord(
        point.getDistrictId(), point.getId(), span.weekday(), span.opens(), span.closes());
  }

  /** Closes a point and the windows in it. Answers how many. */
  int close(long id, LocalDate on) {
    return sql.update(SERVICE_POINT)
        .set(SERVICE_POINT.CLOSED_ON, on)
        .set(SERVICE_POINT.VERSION, SERVICE_POINT.VERSION.plus(1))
        .where(SERVICE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(SERVICE_POINT.ID.eq(id).or(SERVICE_POINT.PARENT_ID.eq(id)))
        .and(SERVICE_POINT.CLOSED_ON.isNull())
        .execute();
  }
}
