package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.RUNG;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Fires what is due: asks which districts have something, then works in each by batches. */
@Component
class RungFiring {
  private static final Logger log = LoggerFactory.getLogger(RungFiring.class);
  private static final String ACTOR = "job:clock-rungs";
  private static final int BATCH = 200;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final ApplicationEventPublisher events;

  RungFiring(DSLContext sql, TenantScope scope, Now now, ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.events = events;
  }

  /** One round over all districts; a district that fails is told in the log and tried next time. */
  void round() {
    for (int district : scope.onPlatform(Reach.SCAN, ACTOR, this::districtsWithDueRungs)) {
      try {
        inDistrict(district);
      } catch (RuntimeException failed) {
        log.error("rungs of district {} not fired", district, failed);
      }
    }
  }

  /** Every due rung of one district, each batch in a transaction of its own. */
  void inDistrict(int district) {
    boolean more = true;
    while (more) {
      more =
          scope.inDistrict(
              district, Reach.ALL, ACTOR, () -> scope.write(() -> batch(district) == BATCH));
    }
  }

  private List<Integer> districtsWithDueRungs() {
    return sql.selectDistinct(RUNG.DISTRICT_ID)
        .from(RUNG)
        .where(RUNG.FIRE_AT.le(now.instant()))
        .fetch(RUNG.DISTRICT_ID);
  }

  /** A rival skips the rungs that are locked here; the unique event stands behind that. */
  private int batch(int district) {
    List<? extends Record> due =
        sql.select(RUNG.fields())
            .select(DUTY.KIND, DUTY.SUBJECT_KIND, DUTY.SUBJECT_ID, DUTY.OWNER_UNIT_ID)
            .select(DUTY.DUE_ON, DUTY.DUE_AT, SUSPENSION.ID)
            .from(RUNG)
            .join(DUTY)
            .on(DUTY.DISTRICT_ID.eq(RUNG.DISTRICT_ID), DUTY.ID.eq(RUNG.DUTY_ID))
            .leftJoin(SUSPENSION)
            .on(SUSPENSION.DISTRICT_ID.eq(RUNG.DISTRICT_ID), SUSPENSION.DUTY_ID.eq(RUNG.DUTY_ID))
            .and(SUSPENSION.TO_AT.isNull())
            .where(RUNG.DISTRICT_ID.eq(district), RUNG.FIRE_AT.le(now.instant()))
            .orderBy(RUNG.FIRE_AT)
            .limit(BATCH)
            .forUpdate()
            .of(RUNG)
            .skipLocked()
            .fetch();
    if (!due.isEmpty()) {
      int[] fired = sql.batch(due.stream().map(this::event).toList()).execute();
      sql.deleteFrom(RUNG)
          .where(RUNG.DISTRICT_ID.eq(district))
          .and(
              DSL.row(RUNG.DUTY_ID, RUNG.GENERATION, RUNG.KIND)
                  .in(due.stream().map(RungFiring::key).toList()))
          .execute();
      tell(due, fired);
    }
    return due.size();
  }

  private static Row3<Long, Integer, String> key(Record rung) {
    return DSL.row(rung.get(RUNG.DUTY_ID), rung.get(RUNG.GENERATION), rung.get(RUNG.KIND));
  }

  private void tell(List<? extends Record> due, int[] fired) {
    for (int i = 0; i < fired.length; i++) {
      if (fired[i] == 1) {
        events.publishEvent(told(due.get(i)));
      }
    }
  }

  private Query event(Record rung) {
    boolean overrun = rung.get(RUNG.KIND).equals(RungKind.SUSPENSION_OVERRUN.name());
    Long pause = overrun ? rung.get(SUSPENSION.ID) : null;
    return sql.insertInto(EVENT)
        .set(EVENT.DISTRICT_ID, rung.get(RUNG.DISTRICT_ID))
        .set(EVENT.SUB_DISTRICT_ID, rung.get(RUNG.SUB_DISTRICT_ID))
        .set(EVENT.AT_DISTRICT, rung.get(RUNG.AT_DISTRICT))
        .set(EVENT.DUTY_ID, rung.get(RUNG.DUTY_ID))
        .set(EVENT.AT, rung.get(RUNG.FIRE_AT))
        .set(EVENT.KIND, ClockEventKind.RUNG.name())
        .set(EVENT.CAUSE, Rungs.cause(rung.get(RUNG.KIND), pause))
        .set(EVENT.GENERATION, rung.get(RUNG.GENERATION))
        .set(EVENT.OLD_DUE_ON, rung.get(DUTY.DUE_ON))
        .set(EVENT.NEW_DUE_ON, rung.get(DUTY.DUE_ON))
        .set(EVENT.OLD_DUE_AT, rung.get(DUTY.DUE_AT))
        .set(EVENT.NEW_DUE_AT, rung.get(DUTY.DUE_AT))
        .onConflictDoNothing();
  }

  private static RungFired told(Record rung) {
    return new RungFired(
        rung.get(RUNG.DUTY_ID),
        rung.get(RUNG.GENERATION),
        RungKind.valueOf(rung.get(RUNG.KIND)),
        rung.get(DUTY.KIND),
        rung.get(DUTY.SUBJECT_KIND),
        rung.get(DUTY.SUBJECT_ID),
        rung.get(DUTY.OWNER_UNIT_ID),
        rung.get(RUNG.FIRE_AT));
  }
}
