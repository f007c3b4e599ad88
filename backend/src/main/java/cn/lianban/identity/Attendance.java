package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ABSENCE;
import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whether somebody is there today to work on what lies in a unit. */
@Component
public class Attendance {
  private static final Set<String> WORKERS =
      Set.of(Role.WINDOW_CLERK.name(), Role.DEPARTMENT_OFFICER.name(), Role.DEPARTMENT_HEAD.name());
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Attendance(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** What keeps a unit's work from being done today. */
  public enum State {
    /** somebody with a post there is present, or stood in for by somebody present */
    ATTENDED,
    /** nobody holds a post there */
    NO_POSTS,
    /** all who do are disabled */
    DISABLED,
    /** all who are not disabled are away, and nobody present stands in */
    ABSENT
  }

  /** The state of every one of the units; one statement. */
  public Map<Integer, State> of(Collection<Integer> units) {
    LocalDate today = now.today();
    Field<Boolean> enabled = DSL.boolOr(ACCOUNT.DISABLED_AT.isNull());
    Field<Boolean> there = DSL.boolOr(ACCOUNT.DISABLED_AT.isNull().and(isServed(today)));
    Map<Integer, State> states = new HashMap<>();
    units.forEach(unit -> states.put(unit, State.NO_POSTS));
    sql.select(POST.UNIT_ID, enabled, there)
        .from(POST)
        .join(ACCOUNT)
        .on(ACCOUNT.DISTRICT_ID.eq(POST.DISTRICT_ID), ACCOUNT.ID.eq(POST.ACCOUNT_ID))
        .where(POST.DISTRICT_ID.eq(scope.district()), Among.these(POST.UNIT_ID, units))
        .and(POST.ENDED_ON.isNull())
        .and(POST.ROLE.in(WORKERS))
        .and(ACCOUNT.PARTNER.isFalse()) // a system decides nothing
        .groupBy(POST.UNIT_ID)
        .forEach(row -> states.put(row.value1(), state(row.value2(), row.value3())));
    return states;
  }

  private static State state(boolean enabled, boolean there) {
    return there ? State.ATTENDED : enabled ? State.ABSENT : State.DISABLED;
  }

  /** The post's holder is not away today, or his deputy is there for him. */
  private Condition isServed(LocalDate today) {
    var away = ABSENCE.as("away");
    var deputy = ACCOUNT.as("deputy");
    var deputyAway = ABSENCE.as("deputy_away");
    Condition deputised =
        DSL.exists(
            DSL.selectOne()
                .from(away)
                .join(deputy)
                .on(deputy.DISTRICT_ID.eq(away.DISTRICT_ID), deputy.ID.eq(away.DEPUTY_ID))
                .where(away.DISTRICT_ID.eq(scope.district()))
                .and(away.ACCOUNT_ID.eq(POST.ACCOUNT_ID))
                .and(away.ENDED_AT.isNull())
                .and(away.FROM_ON.le(today))
                .and(away.TO_ON.ge(today))
                .and(deputy.DISABLED_AT.isNull())
                .and(deputy.PARTNER.isFalse())
                .andNotExists(
                    DSL.selectOne()
                        .from(deputyAway)
                        .where(deputyAway.DISTRICT_ID.eq(scope.district()))
                        .and(deputyAway.ACCOUNT_ID.eq(deputy.ID))
                        .and(deputyAway.ENDED_AT.isNull())
                        .and(deputyAway.FROM_ON.le(today))
                        .and(deputyAway.TO_ON.ge(today))));
    return DSL.notExists(
            DSL.selectOne()
                .from(ABSENCE)
                .where(ABSENCE.DISTRICT_ID.eq(scope.district()))
                .and(ABSENCE.ACCOUNT_ID.eq(POST.ACCOUNT_ID))
                .and(Absences.on(today)))
        .or(deputised);
  }
}
