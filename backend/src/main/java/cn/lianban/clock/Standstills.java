package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The suspensions of clocks as supervision looks at them. */
@Component
public class Standstills {
  private final DSLContext sql;
  private final TenantScope scope;

  Standstills(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * One suspension.
   *
   * @param dueOn the last day as it was when the clock was stopped; null when that is not on record
   * @param toAt null while the clock stands still
   * @param toldAt when the applicant was told, null when that is not known
   */
  public record Stop(
      long id,
      SuspensionReason reason,
      String basis,
      Instant fromAt,
      @Nullable Instant toAt,
      @Nullable Instant toldAt,
      @Nullable LocalDate dueOn) {}

  /** By duty, in their order; one statement. */
  public Map<Long, List<Stop>> of(Collection<Long> dutyIds) {
    return sql.select(SUSPENSION.fields())
        .select(EVENT.OLD_DUE_ON)
        .from(SUSPENSION)
        .leftJoin(EVENT)
        .on(EVENT.DISTRICT_ID.eq(SUSPENSION.DISTRICT_ID), EVENT.DUTY_ID.eq(SUSPENSION.DUTY_ID))
        .and(EVENT.KIND.eq(ClockEventKind.SUSPENDED.name()))
        .and(EVENT.AT.eq(SUSPENSION.FROM_AT))
        .where(SUSPENSION.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(SUSPENSION.DUTY_ID, dutyIds))
        .orderBy(SUSPENSION.DUTY_ID, SUSPENSION.ID)
        .fetchGroups(
            SUSPENSION.DUTY_ID,
            row ->
                new Stop(
                    row.get(SUSPENSION.ID),
                    SuspensionReason.valueOf(row.get(SUSPENSION.REASON)),
                    row.get(SUSPENSION.BASIS),
                    row.get(SUSPENSION.FROM_AT),
                    row.get(SUSPENSION.TO_AT),
                    row.get(SUSPENSION.TOLD_AT),
                    row.get(EVENT.OLD_DUE_ON)));
  }
}
