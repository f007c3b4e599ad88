package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;

import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Rungs that have fired, as they were told. */
@Component
public class ToldRungs {
  private final DSLContext sql;
  private final TenantScope scope;

  ToldRungs(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Of clocks about one kind of subject, oldest first, at most so many. */
  public List<RungFired> between(
      RungKind kind, String subjectKind, Instant from, Instant to, int limit) {
    return sql.select(
            DUTY.ID, EVENT.GENERATION, DUTY.KIND, DUTY.SUBJECT_ID, DUTY.OWNER_UNIT_ID, EVENT.AT)
        .from(EVENT)
        .join(DUTY)
        .on(DUTY.DISTRICT_ID.eq(EVENT.DISTRICT_ID), DUTY.ID.eq(EVENT.DUTY_ID))
        .where(EVENT.DISTRICT_ID.eq(scope.district()))
        .and(EVENT.KIND.eq(ClockEventKind.RUNG.name()))
        .and(
            kind == RungKind.SUSPENSION_OVERRUN
                ? EVENT.CAUSE.startsWith(kind.name())
                : EVENT.CAUSE.eq(kind.name()))
        .and(EVENT.AT.ge(from))
        .and(EVENT.AT.lt(to))
        .and(DUTY.SUBJECT_KIND.eq(subjectKind))
        .orderBy(EVENT.AT)
        .limit(DSL.inline(limit))
        .fetch(
            row ->
                new RungFired(
                    row.value1(),
                    row.value2(),
                    kind,
                    row.value3(),
                    subjectKind,
                    row.value4(),
                    row.value5(),
                    row.value6()));
  }
}
