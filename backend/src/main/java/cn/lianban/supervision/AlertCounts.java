package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;
import static cn.lianban.db.supervision.Tables.ALERT_STEP;

import cn.lianban.api.types.AlertCount;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.Alert.StepKind;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What each figure about alerts counts: the figure and the list behind it ask the same. */
final class AlertCounts {
  private AlertCounts() {}

  /** Notes that need no answer are counted nowhere. */
  static Condition of(AlertCount figure) {
    Condition opened = ALERT.STATE.ne(State.NOTED.name());
    return switch (figure) {
      case OPENED -> opened;
      case ANSWERED_IN_TIME -> opened.and(ALERT.LEVEL.eq(1)).and(answered());
      case CLIMBED -> opened.and(ALERT.LEVEL.gt(1));
      case FALSE_ALARM -> ALERT.STATE.eq(State.FALSE_ALARM.name());
      case JUDGED -> ALERT.STATE.in(State.FALSE_ALARM.name(), State.ACCEPTED.name());
    };
  }

  private static Condition answered() {
    return DSL.exists(
        DSL.selectOne()
            .from(ALERT_STEP)
            .where(ALERT_STEP.DISTRICT_ID.eq(ALERT.DISTRICT_ID))
            .and(ALERT_STEP.ALERT_ID.eq(ALERT.ID))
            .and(ALERT_STEP.KIND.in(StepKind.ANSWERED.name(), StepKind.APPEALED.name())));
  }
}
