package cn.lianban.supervision;

import cn.lianban.audit.AuditTrail;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.Alert.StepKind;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * An alert that nobody answered in time climbs: the unit, then supervision, then the leader. At
 * each rung the unit has the same days again; at the highest the clock stays red.
 */
@Component
class AlertLadder {
  private final AlertQueries queries;
  private final AlertSteps steps;
  private final RuleBook rules;
  private final Cases cases;
  private final AuditTrail audit;
  private final AlertNotices notices;

  AlertLadder(
      AlertQueries queries,
      AlertSteps steps,
      RuleBook rules,
      Cases cases,
      AuditTrail audit,
      AlertNotices notices) {
    this.queries = queries;
    this.steps = steps;
    this.rules = rules;
    this.cases = cases;
    this.audit = audit;
    this.notices = notices;
  }

  /** In the transaction in which the answer's clock turned red. */
  void climb(long alertId, Instant at) {
    Alert alert = queries.find(alertId).orElseThrow();
    if (alert.state() != State.OPEN || alert.level() >= Alert.HIGHEST) {
      return;
    }
    int level = alert.level() + 1;
    steps.change(alert, alert.version(), State.OPEN, level);
    AlertSteps.Place place = AlertSteps.Place.of(alert);
    steps.note(place, AlertSteps.said(at, StepKind.CLIMBED, null, String.valueOf(level)), null);
    audit.record("alert.climb", "alert:" + alertId, Map.of("level", level));
    CaseFile file = cases.find(alert.caseId()).orElseThrow();
    notices.climbed(alert, file, level);
    if (level < Alert.HIGHEST) {
      steps.close(alert, at);
      steps.start(place, file, alert.rule(), alert.unitId(), days(alert), at);
    }
  }

  private int days(Alert alert) {
    return Math.max(1, rules.inForce(alert.rule()).answerDays());
  }
}
