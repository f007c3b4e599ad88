package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.HANDLING;
import static cn.lianban.db.cases.Tables.MEETING;
import static cn.lianban.db.cases.Tables.MEETING_UNIT;
import static cn.lianban.db.cases.Tables.PROCEDURE;
import static cn.lianban.db.cases.Tables.PROCEDURE_STEP;

import cn.lianban.organisation.Succession;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Where a unit that is merged or split is written into the rules for later cases, and into meetings
 * that are still to be held: the successor takes its place.
 */
@Component
class ProcedureHeir {
  private final DSLContext sql;
  private final TenantScope scope;
  private final StepClocks clocks;
  private final Now now;

  ProcedureHeir(DSLContext sql, TenantScope scope, StepClocks clocks, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.now = now;
  }

  void handOn(Succession succession) {
    steps(succession);
    overseers(succession);
    meetings(succession);
  }

  /**
   * Versions that cases begin with, or began with and have not planned yet; the others are past.
   */
  private void steps(Succession succession) {
    var live =
        DSL.select(PROCEDURE.ID)
            .from(PROCEDURE)
            .where(PROCEDURE.DISTRICT_ID.eq(scope.district()))
            .and(ofItems(PROCEDURE.ITEM_ID, succession))
            .and(PROCEDURE.STATE.ne(Procedure.State.RETIRED.name()).or(awaited()));
    sql.update(PROCEDURE_STEP)
        .set(PROCEDURE_STEP.UNIT_ID, succession.toUnitId())
        .where(PROCEDURE_STEP.DISTRICT_ID.eq(scope.district()))
        .and(PROCEDURE_STEP.UNIT_ID.eq(succession.fromUnitId()))
        .and(PROCEDURE_STEP.PROCEDURE_ID.in(live))
        .execute();
  }

  private static Condition awaited() {
    return DSL.exists(
        DSL.selectOne()
            .from(CASEFILE)
            .where(CASEFILE.DISTRICT_ID.eq(PROCEDURE.DISTRICT_ID))
            .and(CASEFILE.PROCEDURE_ID.eq(PROCEDURE.ID))
            .and(Among.these(CASEFILE.STATUS, CaseHeir.NOT_OVER)));
  }

  private void overseers(Succession succession) {
    sql.update(HANDLING)
        .set(HANDLING.OVERSEER_UNIT_ID, succession.toUnitId())
        .set(HANDLING.VERSION, HANDLING.VERSION.plus(1))
        .where(HANDLING.DISTRICT_ID.eq(scope.district()))
        .and(HANDLING.OVERSEER_UNIT_ID.eq(succession.fromUnitId()))
        .and(ofItems(HANDLING.ITEM_ID, succession))
        .execute();
  }

  /** Where the successor is asked itself its one opinion is enough: the other is owed no more. */
  private void meetings(Succession succession) {
    var asked = MEETING_UNIT.as("asked");
    Condition itself =
        DSL.exists(
            DSL.selectOne()
                .from(asked)
                .where(asked.DISTRICT_ID.eq(MEETING_UNIT.DISTRICT_ID))
                .and(asked.MEETING_ID.eq(MEETING_UNIT.MEETING_ID))
                .and(asked.UNIT_ID.eq(succession.toUnitId())));
    List<Long> twice =
        sql.select(MEETING_UNIT.DUTY_ID)
            .from(MEETING_UNIT)
            .where(owed(succession))
            .and(itself)
            .and(MEETING_UNIT.DUTY_ID.isNotNull())
            .fetch(MEETING_UNIT.DUTY_ID);
    twice.forEach(duty -> clocks.closeIfOpen(duty, now.instant()));
    sql.update(MEETING_UNIT)
        .set(MEETING_UNIT.UNIT_ID, succession.toUnitId())
        .where(owed(succession))
        .andNot(itself)
        .execute();
  }

  private Condition owed(Succession succession) {
    var open =
        DSL.select(MEETING.ID)
            .from(MEETING)
            .join(CASEFILE)
            .on(CASEFILE.DISTRICT_ID.eq(MEETING.DISTRICT_ID), CASEFILE.ID.eq(MEETING.CASE_ID))
            .where(MEETING.DISTRICT_ID.eq(scope.district()), MEETING.CLOSED_AT.isNull())
            .and(ofItems(CASEFILE.ITEM_ID, succession));
    return MEETING_UNIT
        .DISTRICT_ID
        .eq(scope.district())
        .and(MEETING_UNIT.UNIT_ID.eq(succession.fromUnitId()))
        .and(MEETING_UNIT.OPINION.isNull())
        .and(MEETING_UNIT.MEETING_ID.in(open));
  }

  private static Condition ofItems(Field<Long> item, Succession succession) {
    Set<Long> named = succession.itemIds();
    return named == null ? DSL.noCondition() : Among.these(item, named);
  }
}
