package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_STEP;
import static cn.lianban.db.cases.Tables.STEP_ANSWER;

import cn.lianban.db.cases.tables.records.CaseStepRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of steps and of their answers. */
@Component
class CaseStepRows {
  private final DSLContext sql;
  private final TenantScope scope;

  CaseStepRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * An answer as it was given.
   *
   * @param answer AGREE, DISAGREE, REFER or DEEMED
   * @param reopened why the lead asked for another one; null: it stands
   */
  record Given(Instant at, String answer, String reason, @Nullable String reopened) {}

  void plan(CaseFile file, List<Procedure.Step> steps) {
    sql.batchInsert(steps.stream().map(step -> row(file, step)).toList()).execute();
  }

  private CaseStepRecord row(CaseFile file, Procedure.Step step) {
    CaseStepRecord row = sql.newRecord(CASE_STEP);
    row.setDistrictId(scope.district());
    row.setSubDistrictId(file.subDistrictId());
    row.setAtDistrict(true); // co-units stand at the district's level
    row.setCaseId(file.id());
    row.setStage(step.stage());
    row.setSeq(step.seq());
    row.setStageName(step.stageName());
    row.setName(step.name());
    row.setUnitId(step.unitId());
    row.setLead(step.lead());
    row.setLimitDays(step.limitDays());
    row.setChildItemId(step.childItemId());
    row.setSilenceConsents(step.silenceConsents());
    row.setState(CaseStep.State.WAITING.name());
    return row;
  }

  Optional<CaseStep> find(long id) {
    return fetch(CASE_STEP.ID.eq(id)).stream().findFirst();
  }

  Optional<CaseStep> byDuty(long dutyId) {
    return fetch(CASE_STEP.DUTY_ID.eq(dutyId)).stream().findFirst();
  }

  Optional<CaseStep> byChild(long caseId) {
    return fetch(CASE_STEP.CHILD_CASE_ID.eq(caseId)).stream().findFirst();
  }

  List<CaseStep> of(long caseId) {
    return fetch(CASE_STEP.CASE_ID.eq(caseId));
  }

  Map<Long, List<CaseStep>> ofAll(Collection<Long> caseIds) {
    return fetch(Among.these(CASE_STEP.CASE_ID, caseIds)).stream()
        .collect(java.util.stream.Collectors.groupingBy(CaseStep::caseId));
  }

  /** Keeps the stage still: of two co-units that answer at once the second sees the first. */
  void lockStage(CaseStep step) {
    sql.select(CASE_STEP.ID)
        .from(CASE_STEP)
        .where(CASE_STEP.DISTRICT_ID.eq(scope.district()), CASE_STEP.CASE_ID.eq(step.caseId()))
        .and(CASE_STEP.STAGE.eq(step.stage()))
        .and(CASE_STEP.LEAD.isTrue())
        .forNoKeyUpdate()
        .fetch();
  }

  private List<CaseStep> fetch(Condition which) {
    return sql.selectFrom(CASE_STEP)
        .where(CASE_STEP.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(CASE_STEP.CASE_ID, CASE_STEP.STAGE, CASE_STEP.SEQ)
        .fetch(CaseStepRows::step);
  }

  private static CaseStep step(CaseStepRecord row) {
    String answer = row.getAnswer();
    return new CaseStep(
        row.getId(),
        row.getCaseId(),
        row.getStage(),
        row.getSeq(),
        row.getStageName(),
        row.getName(),
        row.getUnitId(),
        row.getLead(),
        row.getLimitDays(),
        row.getChildItemId(),
        row.getChildCaseId(),
        row.getSilenceConsents(),
        CaseStep.State.valueOf(row.getState()),
        answer == null ? null : CaseStep.Answer.valueOf(answer),
        row.getReason(),
        row.getAnsweredAt(),
        row.getUrged(),
        row.getDutyId(),
        row.getVersion());
  }

  /**
   * @param version the row's version that was seen
   * @throws Rejected VERSION_CONFLICT
   */
  void update(CaseStep step, int version, Map<? extends Field<?>, ?> values) {
    int written =
        sql.update(CASE_STEP)
            .set(CASE_STEP.VERSION, CASE_STEP.VERSION.plus(1))
            .set(values)
            .where(CASE_STEP.DISTRICT_ID.eq(scope.district()), CASE_STEP.ID.eq(step.id()))
            .and(CASE_STEP.VERSION.eq(version))
            .execute();
    if (written == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  /** Every step that is not settled ends with its case. */
  void endAll(long caseId) {
    sql.update(CASE_STEP)
        .set(CASE_STEP.STATE, CaseStep.State.ENDED.name())
        .set(CASE_STEP.VERSION, CASE_STEP.VERSION.plus(1))
        .where(CASE_STEP.DISTRICT_ID.eq(scope.district()), CASE_STEP.CASE_ID.eq(caseId))
        .and(CASE_STEP.STATE.in("WAITING", "EARLY", "OPEN"))
        .execute();
  }

  /** What a unit still has to answer goes over to another unit. */
  void move(Collection<Long> caseIds, int from, int to) {
    sql.update(CASE_STEP)
        .set(CASE_STEP.UNIT_ID, to)
        .set(CASE_STEP.VERSION, CASE_STEP.VERSION.plus(1))
        .where(CASE_STEP.DISTRICT_ID.eq(scope.district()), CASE_STEP.UNIT_ID.eq(from))
        .and(Among.these(CASE_STEP.CASE_ID, caseIds))
        .and(CASE_STEP.STATE.in("WAITING", "EARLY", "OPEN"))
        .execute();
  }

  void given(CaseFile file, CaseStep step, Given given, @Nullable Long account) {
    sql.insertInto(STEP_ANSWER)
        .set(STEP_ANSWER.DISTRICT_ID, scope.district())
        .set(STEP_ANSWER.SUB_DISTRICT_ID, file.subDistrictId())
        .set(STEP_ANSWER.AT_DISTRICT, true)
        .set(STEP_ANSWER.STEP_ID, step.id())
        .set(STEP_ANSWER.AT, given.at())
        .set(STEP_ANSWER.ANSWER, given.answer())
        .set(STEP_ANSWER.REASON, given.reason())
        .set(STEP_ANSWER.ACCOUNT_ID, account)
        .execute();
  }

  void reopened(CaseStep step, String why) {
    sql.update(STEP_ANSWER)
        .set(STEP_ANSWER.REOPENED, why)
        .where(STEP_ANSWER.DISTRICT_ID.eq(scope.district()), STEP_ANSWER.STEP_ID.eq(step.id()))
        .and(STEP_ANSWER.REOPENED.isNull())
        .execute();
  }

  Map<Long, List<Given>> answers(Collection<Long> stepIds) {
    return sql.selectFrom(STEP_ANSWER)
        .where(STEP_ANSWER.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(STEP_ANSWER.STEP_ID, stepIds))
        .orderBy(STEP_ANSWER.ID)
        .fetchGroups(
            STEP_ANSWER.STEP_ID,
            row -> new Given(row.getAt(), row.getAnswer(), row.getReason(), row.getReopened()));
  }
}
