package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import cn.lianban.catalog.AcceptancePoint;
import cn.lianban.catalog.PointUse;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Cases that came in at an acceptance point hold on to it; rehearsals do not. */
@Component
class PointCases implements PointUse {
  private final DSLContext sql;
  private final TenantScope scope;

  PointCases(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  @Override
  public Set<AcceptancePoint> used(Collection<AcceptancePoint> points) {
    if (points.isEmpty()) {
      return Set.of();
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Row3<Long, Integer, Instant>[] asked =
        points.stream().map(PointCases::asked).toArray(Row3[]::new);
    Table<?> wanted = DSL.values(asked).as("wanted", "item", "unit", "since");
    Field<Long> item = Objects.requireNonNull(wanted.field("item", Long.class));
    Field<Integer> unit = Objects.requireNonNull(wanted.field("unit", Integer.class));
    Field<Instant> since =
        Objects.requireNonNull(wanted.field("since", CASEFILE.RECEIVED_AT.getDataType()));
    var came =
        selectOne()
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ACCEPT_UNIT_ID.eq(unit))
            .and(CASEFILE.ITEM_ID.eq(item))
            .and(CASEFILE.RECEIVED_AT.ge(since))
            .and(CASEFILE.TEST.isFalse());
    var used = sql.select(item, unit).from(wanted).where(exists(came)).fetch();
    return points.stream()
        .filter(point -> used.stream().anyMatch(row -> is(point, row.value1(), row.value2())))
        .collect(Collectors.toSet());
  }

  private static Row3<Long, Integer, Instant> asked(AcceptancePoint point) {
    Instant opened = point.since().atStartOfDay(Now.CHINA).toInstant();
    return row(
        val(point.itemId()), val(point.unitId()), val(opened, CASEFILE.RECEIVED_AT.getDataType()));
  }

  private static boolean is(AcceptancePoint point, long item, int unit) {
    return point.itemId() == item && point.unitId() == unit;
  }
}
