package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.OPENING_HOURS;
import static cn.lianban.db.organisation.Tables.SERVICE_POINT;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.organisation.ServicePoint.Hours;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads service points with their opening hours: one statement. */
@Component
class PointQueries {
  private static final int COUNTED_UP_TO = 10_000;
  private static final int MOST_SHOWN = 1_000;
  private static final Field<List<Hours>> HOURS =
      DSL.multiset(
              DSL.select(OPENING_HOURS.WEEKDAY, OPENING_HOURS.OPENS, OPENING_HOURS.CLOSES)
                  .from(OPENING_HOURS)
                  .where(OPENING_HOURS.DISTRICT_ID.eq(SERVICE_POINT.DISTRICT_ID))
                  .and(OPENING_HOURS.POINT_ID.eq(SERVICE_POINT.ID))
                  .orderBy(OPENING_HOURS.WEEKDAY, OPENING_HOURS.OPENS))
          .convertFrom(
              rows ->
                  rows.map(
                      r ->
                          new Hours(
                              r.value1(),
                              OpeningTimes.text(r.value2()),
                              OpeningTimes.text(r.value3()))));
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  PointQueries(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** What a list is narrowed to; nulls narrow nothing. */
  record Filter(
      @Nullable String search,
      ServicePoint.@Nullable Kind kind,
      @Nullable Integer unitId,
      @Nullable Integer subDistrictId,
      @Nullable Long parentId,
      @Nullable Boolean enterprise,
      boolean withClosed) {}

  Optional<ServicePoint> find(long id) {
    return fetch(SERVICE_POINT.ID.eq(id), 1).stream().findFirst();
  }

  Map<Long, ServicePoint> byIds(Collection<Long> ids) {
    return fetch(Among.these(SERVICE_POINT.ID, ids), Integer.MAX_VALUE).stream()
        .collect(Collectors.toMap(ServicePoint::id, Function.identity()));
  }

  /** Open today, of any of the units, at most a thousand. */
  List<ServicePoint> open(Collection<Integer> units) {
    return fetch(
        Among.these(SERVICE_POINT.UNIT_ID, units)
            .and(SERVICE_POINT.CLOSED_ON.isNull().or(SERVICE_POINT.CLOSED_ON.gt(now.today()))),
        MOST_SHOWN);
  }

  Page<ServicePoint> page(Filter filter, int first, @Nullable String after) {
    int size = Page.size(first);
    Condition which = which(filter);
    if (after != null) {
      List<String> parts = Cursor.parse(after, 2);
      which =
          which.and(
              DSL.row(SERVICE_POINT.NAME, SERVICE_POINT.ID).gt(parts.get(0), number(parts.get(1))));
    }
    return Page.of(fetch(which, size + 1), size, point -> Cursor.of(point.name(), point.id()));
  }

  private static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException malformed) {
      throw cn.lianban.graphql.Problem.badInput("after", "翻页位置无效");
    }
  }

  /** All that match, at most 10,000. */
  int count(Filter filter) {
    return sql.fetchCount(
        DSL.selectOne()
            .from(SERVICE_POINT)
            .where(SERVICE_POINT.DISTRICT_ID.eq(scope.district()))
            .and(which(filter))
            .limit(COUNTED_UP_TO));
  }

  private static Condition which(Filter filter) {
    Condition which = DSL.noCondition();
    if (filter.search() != null && !filter.search().isBlank()) {
      which = which.and(DSL.position(SERVICE_POINT.NAME, filter.search().strip()).gt(0));
    }
    if (filter.kind() != null) {
      which = which.and(SERVICE_POINT.KIND.eq(filter.kind().name()));
    }
    if (filter.unitId() != null) {
      which = which.and(SERVICE_POINT.UNIT_ID.eq(filter.unitId()));
    }
    if (filter.subDistrictId() != null) {
      which = which.and(SERVICE_POINT.SUB_DISTRICT_ID.eq(filter.subDistrictId()));
    }
    if (filter.parentId() != null) {
      which = which.and(SERVICE_POINT.PARENT_ID.eq(filter.parentId()));
    }
    if (filter.enterprise() != null) {
      which = which.and(SERVICE_POINT.ENTERPRISE.eq(filter.enterprise()));
    }
    return filter.withClosed() ? which : which.and(SERVICE_POINT.CLOSED_ON.isNull());
  }

  private List<ServicePoint> fetch(Condition which, int most) {
    return sql.select(SERVICE_POINT.fields())
        .select(HOURS)
        .from(SERVICE_POINT)
        .where(SERVICE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(SERVICE_POINT.NAME, SERVICE_POINT.ID)
        .limit(most)
        .fetch(PointQueries::point);
  }

  private static ServicePoint point(Record row) {
    return new ServicePoint(
        row.get(SERVICE_POINT.ID),
        ServicePoint.Kind.valueOf(row.get(SERVICE_POINT.KIND)),
        row.get(SERVICE_POINT.NAME),
        row.get(SERVICE_POINT.UNIT_ID),
        row.get(SERVICE_POINT.PARENT_ID),
        row.get(SERVICE_POINT.SUB_DISTRICT_ID),
        row.get(SERVICE_POINT.ADDRESS),
        row.get(SERVICE_POINT.PHONE),
        row.get(SERVICE_POINT.ENTERPRISE),
        row.get(HOURS),
        row.get(SERVICE_POINT.CLOSED_ON),
        row.get(SERVICE_POINT.VERSION));
  }
}
