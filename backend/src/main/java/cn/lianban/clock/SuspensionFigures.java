package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much of the decision clocks' time stood still, by unit. Open-ended 挂起 is the first trick of
 * whoever wants a clock to look good, so its share is a figure of its own.
 */
@Component
public class SuspensionFigures {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  SuspensionFigures(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /**
   * A unit's decision clocks (kind CASE, rehearsals left out) that ran between two days, both
   * counted.
   *
   * @param elapsedHours from start to end of each clock, clipped to the days, day and night
   * @param suspendedHours of those; one clock has one suspension at a time, so they add up
   */
  public record Figure(
      int unitId, int clocks, int suspendedClocks, int elapsedHours, int suspendedHours) {
    /** Suspended hours in per mille of the elapsed ones; null when nothing elapsed. */
    public @Nullable Integer sharePerMille() {
      return elapsedHours == 0 ? null : Math.toIntExact(1000L * suspendedHours / elapsedHours);
    }
  }

  /** One statement over the clocks in the caller's reach. */
  public List<Figure> between(LocalDate from, LocalDate to) {
    Instant begin = from.atStartOfDay(Now.CHINA).toInstant();
    Instant after = to.plusDays(1).atStartOfDay(Now.CHINA).toInstant();
    Instant end = after.isAfter(now.instant()) ? now.instant() : after;
    int district = scope.district();
    Field<BigDecimal> stood =
        DSL.sum(seconds(SUSPENSION.FROM_AT, SUSPENSION.TO_AT, begin, end)).as("stood");
    var still =
        sql.select(SUSPENSION.DUTY_ID, stood)
            .from(SUSPENSION)
            .where(SUSPENSION.DISTRICT_ID.eq(district))
            .and(overlaps(SUSPENSION.FROM_AT, SUSPENSION.TO_AT, begin, end))
            .groupBy(SUSPENSION.DUTY_ID)
            .asTable("still");
    Field<BigDecimal> elapsed = DSL.sum(seconds(DUTY.STARTED_AT, DUTY.CLOSED_AT, begin, end));
    return sql.select(
            DUTY.OWNER_UNIT_ID,
            DSL.count(),
            DSL.count(still.field(SUSPENSION.DUTY_ID)),
            elapsed,
            DSL.sum(still.field(stood)))
        .from(DUTY)
        .leftJoin(still)
        .on(still.field(SUSPENSION.DUTY_ID).eq(DUTY.ID))
        .where(DUTY.DISTRICT_ID.eq(district), DUTY.KIND.eq("CASE"))
        .andNot(DUTY.TEST)
        .and(overlaps(DUTY.STARTED_AT, DUTY.CLOSED_AT, begin, end))
        .groupBy(DUTY.OWNER_UNIT_ID)
        .orderBy(DUTY.OWNER_UNIT_ID)
        .fetch(
            row ->
                new Figure(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    whole(row.value4()),
                    whole(row.value5())));
  }

  private static int whole(@Nullable BigDecimal seconds) {
    return seconds == null ? 0 : seconds.divideToIntegralValue(BigDecimal.valueOf(3600)).intValue();
  }

  private static Condition overlaps(
      Field<Instant> from, Field<Instant> to, Instant begin, Instant end) {
    return from.lt(end).and(to.isNull().or(to.gt(begin)));
  }

  /** Seconds of the piece inside the days. */
  private static Field<Integer> seconds(
      Field<Instant> from, Field<Instant> to, Instant begin, Instant end) {
    return DSL.extract(DSL.least(DSL.coalesce(to, DSL.val(end)), DSL.val(end)), DatePart.EPOCH)
        .minus(DSL.extract(DSL.greatest(from, DSL.val(begin)), DatePart.EPOCH));
  }
}
