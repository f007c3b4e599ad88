package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open duties counted by unit, kind and light: exactly what the list of duties shows for each. */
@Component
public class DutyCounts {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  DutyCounts(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /**
   * One grouped statement over the open duties in the caller's reach, tests left out; the light is
   * a comparison of stored instants with this moment.
   *
   * @param kind null: all kinds
   */
  public List<DutyCount> byUnitKindAndLight(Collection<Integer> unitIds, @Nullable String kind) {
    Field<String> light = light(now.instant()).as("light");
    return sql.select(DUTY.OWNER_UNIT_ID, DUTY.KIND, light, DSL.count())
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), Among.these(DUTY.OWNER_UNIT_ID, unitIds))
        .and(DUTY.CLOSED_AT.isNull())
        .andNot(DUTY.TEST)
        .and(kind == null ? DSL.noCondition() : DUTY.KIND.eq(kind))
        .groupBy(DUTY.OWNER_UNIT_ID, DUTY.KIND, light)
        .fetch(
            row ->
                new DutyCount(
                    row.value1(), row.value2(), Light.valueOf(row.value3()), row.value4()));
  }

  private static Field<String> light(Instant moment) {
    return DSL.when(DUTY.DUE_AT.isNull(), Light.PAUSED.name())
        .when(DUTY.DARK_AT.le(moment), Light.DARK.name())
        .when(DUTY.RED_AT.le(moment), Light.RED.name())
        .when(DUTY.YELLOW_AT.le(moment), Light.YELLOW.name())
        .otherwise(Light.GREEN.name());
  }

  /** A unit's open duties of a kind that show a light. */
  public record DutyCount(int unitId, String kind, Light light, int count) {}
}
