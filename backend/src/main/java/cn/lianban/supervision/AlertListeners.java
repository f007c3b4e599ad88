package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;
import static cn.lianban.db.supervision.Tables.ALERT_STEP;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseLowered;
import cn.lianban.cases.CaseRaised;
import cn.lianban.cases.CaseTold;
import cn.lianban.cases.Cases;
import cn.lianban.cases.CasesTold;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.DutiesMoved;
import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.supervision.RuleBook.Version;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What supervision does when others speak. */
@Component
class AlertListeners {

  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final LookQueue queue;
  private final RuleBook rules;
  private final AlertSteps steps;
  private final AlertLadder ladder;
  private final Cases cases;
  private final Clocks clocks;
  private final SubjectClocks clocksOf;

  AlertListeners(
      DSLContext sql,
      TenantScope scope,
      Now now,
      LookQueue queue,
      RuleBook rules,
      AlertSteps steps,
      AlertLadder ladder,
      Cases cases,
      Clocks clocks,
      SubjectClocks clocksOf) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.queue = queue;
    this.rules = rules;
    this.steps = steps;
    this.ladder = ladder;
    this.cases = cases;
    this.clocks = clocks;
    this.clocksOf = clocksOf;
  }

  @EventListener
  void told(CaseTold told) {
    scope.once(told, () -> queue.add(told.caseId()));
  }

  @EventListener
  void told(CasesTold told) {
    queue.addAll(told.caseIds());
  }

  @EventListener
  void fired(RungFired fired) {
    if (fired.subjectKind().equals(Alert.KIND)) {
      if (fired.kind() == RungKind.RED) {
        ladder.climb(fired.subjectId(), fired.at());
      }
      return;
    }
    if (fired.subjectKind().equals(CaseFile.KIND) && fired.kind() == RungKind.RED) {
      queue.add(fired.subjectId()); // a step that nobody answers writes nothing into the history
    }
    Version rule = rules.opening(fired);
    if (rule != null) {
      cases.find(fired.subjectId()).ifPresent(file -> open(rule, file, fired));
    }
  }

  private void open(Version rule, CaseFile file, RungFired fired) {
    steps.open(rule, file, RungFindings.of(fired), now.instant());
  }

  /** The district's level takes part in the case: it sees its alerts too. */
  @EventListener
  void raised(CaseRaised raised) {
    List<Long> duties =
        sql
            .update(ALERT)
            .set(ALERT.AT_DISTRICT, true)
            .where(ALERT.DISTRICT_ID.eq(scope.district()), ALERT.CASE_ID.eq(raised.caseId()))
            .returning(ALERT.ID, ALERT.DUTY_ID, ALERT.STATE)
            .fetch()
            .stream()
            .filter(row -> row.getState().equals(Alert.State.OPEN.name()))
            .map(row -> row.getDutyId())
            .filter(java.util.Objects::nonNull)
            .toList();
    duties.forEach(clocks::raiseToDistrict);
  }

  /** A sub-district takes part in the case: it sees its alerts, and the district still does. */
  @EventListener
  void lowered(CaseLowered lowered) {
    int below = lowered.subDistrictId();
    List<Long> alerts =
        sql.update(ALERT)
            .set(ALERT.SUB_DISTRICT_ID, below)
            .set(ALERT.AT_DISTRICT, true)
            .where(ALERT.DISTRICT_ID.eq(scope.district()), ALERT.CASE_ID.eq(lowered.caseId()))
            .returning(ALERT.ID)
            .fetch(ALERT.ID);
    sql.update(ALERT_STEP)
        .set(ALERT_STEP.SUB_DISTRICT_ID, below)
        .set(ALERT_STEP.AT_DISTRICT, true)
        .where(ALERT_STEP.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ALERT_STEP.ALERT_ID, alerts))
        .execute();
    alerts.forEach(alert -> clocksOf.place(Alert.KIND, alert, below));
  }

  /** Who takes over a unit's queue answers for it. */
  @EventListener
  void moved(DutiesMoved moved) {
    List<Long> alerts =
        moved.subjects().stream()
            .filter(subject -> subject.kind().equals(Alert.KIND))
            .map(DutiesMoved.Subject::id)
            .toList();
    if (!alerts.isEmpty()) {
      sql.update(ALERT)
          .set(ALERT.UNIT_ID, moved.toUnitId())
          .set(ALERT.VERSION, ALERT.VERSION.plus(1))
          .where(ALERT.DISTRICT_ID.eq(scope.district()), Among.these(ALERT.ID, alerts))
          .execute();
    }
  }
}
