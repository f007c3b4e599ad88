package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;
import static cn.lianban.db.supervision.Tables.ALERT_STEP;

import cn.lianban.cases.CaseFile;
import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.StartDuty;
import cn.lianban.graphql.Rejected;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.Alert.Step;
import cn.lianban.supervision.RuleBook.Version;
import cn.lianban.supervision.Verdict.Finding;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens alerts and changes them: state, the answer's clock and the history together. */
@Component
class AlertSteps {
  /** The duty's kind, as the API names it. */
  static final String DUTY = "ALERT";

  private final DSLContext sql;
  private final TenantScope scope;
  private final Clocks clocks;
  private final JsonMapper json;
  private final AlertNotices notices;

  AlertSteps(
      DSLContext sql, TenantScope scope, Clocks clocks, JsonMapper json, AlertNotices notices) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.json = json;
    this.notices = notices;
  }

  /** False when this violation has its alert already. */
  boolean open(Version rule, CaseFile file, Finding finding, Instant at) {
    boolean answered = rule.answerDays() > 0;
    Long id =
        sql.insertInto(ALERT)
            .set(ALERT.DISTRICT_ID, scope.district())
            .set(ALERT.SUB_DISTRICT_ID, file.subDistrictId())
            .set(ALERT.AT_DISTRICT, file.atDistrict())
            .set(ALERT.RULE, rule.rule().name())
            .set(ALERT.RULE_VERSION, rule.no())
            .set(ALERT.CASE_ID, file.id())
            .set(ALERT.OCCURRENCE, finding.occurrence())
            .set(ALERT.UNIT_ID, finding.unitId())
            .set(ALERT.HAPPENED_AT, finding.at())
            .set(ALERT.OPENED_AT, at)
            .set(ALERT.EVIDENCE, JSONB.valueOf(json.writeValueAsString(finding.evidence())))
            .set(ALERT.STATE, (answered ? State.OPEN : State.NOTED).name())
            .onConflictDoNothing()
            .returning(ALERT.ID)
            .fetchOne(ALERT.ID);
    if (id == null) {
      return false;
    }
    Place place = new Place(id, file.subDistrictId(), file.atDistrict());
    if (answered) {
      start(place, file, rule.rule(), finding.unitId(), rule.answerDays(), at);
    }
    note(place, said(at, Alert.StepKind.OPENED, null, ""), null);
    if (answered) { // what needs no answer has its clock's own notice
      notices.opened(id, rule.rule(), file, finding.unitId(), rule.answerDays());
    }
    return true;
  }

  /** The unit's days to answer begin; a case may have several alerts, so each says which. */
  void start(Place place, CaseFile file, Rule rule, int unit, int days, Instant at) {
    long duty =
        clocks.start(
            new StartDuty(
                DUTY,
                Alert.KIND,
                place.alertId(),
                file.itemId(),
                unit,
                "预警答复 " + file.number() + " " + rule.words(),
                place.subDistrictId(),
                place.atDistrict(),
                new Budget(days, BudgetUnit.WORKING_DAYS),
                null,
                at,
                file.test()));
    sql.update(ALERT)
        .set(ALERT.DUTY_ID, duty)
        .where(ALERT.DISTRICT_ID.eq(scope.district()), ALERT.ID.eq(place.alertId()))
        .execute();
  }

  /**
   * @throws Rejected VERSION_CONFLICT
   */
  void change(Alert alert, int version, State state, int level) {
    Map<Field<?>, Object> values = new HashMap<>();
    values.put(ALERT.STATE, state.name());
    values.put(ALERT.LEVEL, level);
    int changed =
        sql.update(ALERT)
            .set(ALERT.VERSION, ALERT.VERSION.plus(1))
            .set(values)
            .where(ALERT.DISTRICT_ID.eq(scope.district()), ALERT.ID.eq(alert.id()))
            .and(ALERT.VERSION.eq(version))
            .execute();
    if (changed == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  void close(Alert alert, Instant at) {
    if (alert.dutyId() != null) {
      clocks.close(alert.dutyId(), at);
    }
  }

  static Step said(Instant at, Alert.StepKind kind, @Nullable Integer unit, String note) {
    return new Step(at, kind, unit, null, note, "", null);
  }

  void note(Place place, Step step, @Nullable Long account) {
    sql.insertInto(ALERT_STEP)
        .set(ALERT_STEP.DISTRICT_ID, scope.district())
        .set(ALERT_STEP.SUB_DISTRICT_ID, place.subDistrictId())
        .set(ALERT_STEP.AT_DISTRICT, place.atDistrict())
        .set(ALERT_STEP.ALERT_ID, place.alertId())
        .set(ALERT_STEP.AT, step.at())
        .set(ALERT_STEP.KIND, step.kind().name())
        .set(ALERT_STEP.UNIT_ID, step.unitId())
        .set(ALERT_STEP.ACCOUNT_ID, account)
        .set(ALERT_STEP.GROUND, step.ground() == null ? null : step.ground().name())
        .set(ALERT_STEP.NOTE, step.note())
        .set(ALERT_STEP.MEASURES, step.measures())
        .set(ALERT_STEP.ATTACHMENT_ID, step.attachmentId())
        .execute();
  }

  /** An alert, and which levels see what is written about it. */
  record Place(long alertId, @Nullable Integer subDistrictId, boolean atDistrict) {
    static Place of(Alert alert) {
      return new Place(alert.id(), alert.subDistrictId(), alert.atDistrict());
    }
  }
}
