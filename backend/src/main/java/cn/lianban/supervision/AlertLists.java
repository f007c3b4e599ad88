package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.ALERT;

import cn.lianban.api.types.AlertCount;
import cn.lianban.api.types.AlertFilter;
import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.supervision.Alert.State;
import cn.lianban.supervision.AlertQueries.Filter;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists and figures of alerts, as far as the caller may see them. */
@Component
class AlertLists {
  private static final Role[] OVERSEERS = {
    Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR
  };
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  AlertLists(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /**
   * Overseers list what their reach shows, staff their own units'.
   *
   * @throws Problem FORBIDDEN for everybody else
   */
  Filter allowed(@Nullable AlertFilter asked) {
    AlertFilter filter = asked == null ? new AlertFilter() : asked;
    Integer unit = filter.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, filter.getUnitId());
    Set<Integer> units = units(unit);
    return new Filter(
        units,
        filter.getRule() == null ? null : Rule.valueOf(filter.getRule().name()),
        filter.getState() == null ? null : State.valueOf(filter.getState().name()),
        filter.getCaseId() == null ? null : Ids.parse(CaseFile.KIND, filter.getCaseId()),
        start(filter.getFrom()),
        filter.getTo() == null ? null : start(filter.getTo().plusDays(1)),
        filter.getCounted());
  }

  private @Nullable Set<Integer> units(@Nullable Integer asked) {
    if (posts.holds(OVERSEERS)) {
      return asked == null ? null : Set.of(asked);
    }
    Set<Integer> own = posts.requireUnits();
    return asked == null ? own : own.contains(asked) ? Set.of(asked) : Set.of((int) Ids.NONE);
  }

  /** True where the list would show it. */
  boolean shows(Alert alert) {
    return posts.holds(OVERSEERS) || scope.current().units().contains(alert.unitId());
  }

  private static @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Now.CHINA).toInstant();
  }

  /**
   * Alerts of a rule at a unit, and what came of them.
   *
   * @param answeredInTime answered or appealed at level 1
   */
  record Figure(
      Rule rule,
      int unitId,
      int opened,
      int answeredInTime,
      int climbed,
      int falseAlarms,
      int judged) {
    /** Per mille of the judged; null when none has been. */
    public @Nullable Integer falseAlarmRate() {
      return judged == 0 ? null : (int) ((falseAlarms * 2000L + judged) / (judged * 2L));
    }
  }

  /** By rule and unit; one statement. Notes that need no answer are left out. */
  List<Figure> figures(LocalDate from, LocalDate to) {
    Set<Integer> units = units(null);
    Condition which =
        ALERT
            .DISTRICT_ID
            .eq(scope.district())
            .and(ALERT.OPENED_AT.ge(start(from)))
            .and(ALERT.OPENED_AT.lt(start(to.plusDays(1))))
            .and(AlertCounts.of(AlertCount.OPENED));
    if (units != null) {
      which = which.and(Among.these(ALERT.UNIT_ID, units));
    }
    return sql.select(
            ALERT.RULE,
            ALERT.UNIT_ID,
            DSL.count(),
            DSL.count().filterWhere(AlertCounts.of(AlertCount.ANSWERED_IN_TIME)),
            DSL.count().filterWhere(AlertCounts.of(AlertCount.CLIMBED)),
            DSL.count().filterWhere(AlertCounts.of(AlertCount.FALSE_ALARM)),
            DSL.count().filterWhere(AlertCounts.of(AlertCount.JUDGED)))
        .from(ALERT)
        .where(which)
        .groupBy(ALERT.RULE, ALERT.UNIT_ID)
        .orderBy(ALERT.RULE, ALERT.UNIT_ID)
        .fetch(
            row ->
                new Figure(
                    Rule.valueOf(row.value1()),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }
}
