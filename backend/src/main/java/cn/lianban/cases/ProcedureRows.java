package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.PROCEDURE;
import static cn.lianban.db.cases.Tables.PROCEDURE_STEP;

import cn.lianban.db.cases.tables.records.ProcedureRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The rows of procedures. */
@Component
class ProcedureRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  ProcedureRows(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  Optional<Procedure> find(long id) {
    return fetch(PROCEDURE.ID.eq(id)).stream().findFirst();
  }

  /** The version that cases accepted now begin with; empty: one unit decides alone. */
  Optional<Procedure> inForce(long itemId) {
    return fetch(
            PROCEDURE.ITEM_ID.eq(itemId).and(PROCEDURE.STATE.eq(Procedure.State.IN_FORCE.name())))
        .stream()
        .findFirst();
  }

  List<Procedure> ofItem(long itemId) {
    return fetch(PROCEDURE.ITEM_ID.eq(itemId));
  }

  private List<Procedure> fetch(Condition which) {
    List<ProcedureRecord> rows =
        sql.selectFrom(PROCEDURE)
            .where(PROCEDURE.DISTRICT_ID.eq(scope.district()))
            .and(which)
            .orderBy(PROCEDURE.NO.desc())
            .fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Procedure.Step>> steps = steps(rows);
    return rows.stream()
        .map(
            row ->
                new Procedure(
                    row.getId(),
                    row.getItemId(),
                    row.getNo(),
                    Procedure.State.valueOf(row.getState()),
                    row.getJoint(),
                    steps.getOrDefault(row.getId(), List.of()),
                    row.getVersion()))
        .toList();
  }

  private Map<Long, List<Procedure.Step>> steps(List<ProcedureRecord> rows) {
    return sql.selectFrom(PROCEDURE_STEP)
        .where(PROCEDURE_STEP.DISTRICT_ID.eq(scope.district()))
        .and(
            Among.these(
                PROCEDURE_STEP.PROCEDURE_ID, rows.stream().map(ProcedureRecord::getId).toList()))
        .orderBy(PROCEDURE_STEP.STAGE, PROCEDURE_STEP.SEQ)
        .fetchGroups(
            PROCEDURE_STEP.PROCEDURE_ID,
            row ->
                new Procedure.Step(
                    row.getStage(),
                    row.getStageName(),
                    row.getSeq(),
                    row.getName(),
                    row.getUnitId(),
                    row.getLead(),
                    row.getLimitDays(),
                    row.getChildItemId(),
                    row.getSilenceConsents()));
  }

  long insert(long itemId, int no, boolean joint) {
    return sql.insertInto(PROCEDURE)
        .set(PROCEDURE.DISTRICT_ID, scope.district())
        .set(PROCEDURE.ITEM_ID, itemId)
        .set(PROCEDURE.NO, no)
        .set(PROCEDURE.STATE, Procedure.State.DRAFT.name())
        .set(PROCEDURE.JOINT, joint)
        .set(PROCEDURE.CHANGED_AT, now.instant())
        .returning(PROCEDURE.ID)
        .fetchSingle()
        .getId();
  }

  /**
   * @throws Rejected VERSION_CONFLICT
   */
  void update(Procedure before, int version, Procedure.State state, boolean joint) {
    int written =
        sql.update(PROCEDURE)
            .set(PROCEDURE.STATE, state.name())
            .set(PROCEDURE.JOINT, joint)
            .set(PROCEDURE.CHANGED_AT, now.instant())
            .set(PROCEDURE.VERSION, PROCEDURE.VERSION.plus(1))
            .where(PROCEDURE.DISTRICT_ID.eq(scope.district()), PROCEDURE.ID.eq(before.id()))
            .and(PROCEDURE.VERSION.eq(version))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  void steps(long id, List<Procedure.Step> steps) {
    sql.deleteFrom(PROCEDURE_STEP)
        .where(PROCEDURE_STEP.DISTRICT_ID.eq(scope.district()), PROCEDURE_STEP.PROCEDURE_ID.eq(id))
        .execute();
    sql.batchInsert(
            steps.stream()
                .map(
                    step -> {
                      var row = sql.newRecord(PROCEDURE_STEP);
                      row.setDistrictId(scope.district());
                      row.setProcedureId(id);
                      row.setStage(step.stage());
                      row.setSeq(step.seq());
                      row.setStageName(step.stageName());
                      row.setName(step.name());
                      row.setUnitId(step.unitId());
                      row.setLead(step.lead());
                      row.setLimitDays(step.limitDays());
                      row.setChildItemId(step.childItemId());
                      row.setSilenceConsents(step.silenceConsents());
                      return row;
                    })
                .toList())
        .execute();
  }
}
