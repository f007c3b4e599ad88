package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Disables accounts that nobody has signed in to for as long as the district says, counted from
 * their opening or last enabling when they never were. The last administrator stays.
 */
@Component
class IdleAccounts {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final PeopleRules rules;
  private final AccountRows rows;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final Now now;

  IdleAccounts(
      DSLContext sql,
      TenantScope scope,
      Districts districts,
      PeopleRules rules,
      AccountRows rows,
      Sessions sessions,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.rules = rules;
    this.rows = rows;
    this.sessions = sessions;
    this.audit = audit;
    this.now = now;
  }

  /** All districts that have the rule. */
  void round() {
    districts.ids().forEach(this::round);
  }

  /** How many were disabled. */
  int round(int district) {
    return scope.inDistrict(district, Reach.ALL, "job:idle-accounts", this::disableIdle);
  }

  private int disableIdle() {
    Integer days = rules.current().idleDays();
    if (days == null) {
      return 0;
    }
    Instant bound = now.instant().minus(Duration.ofDays(days));
    List<Long> idle =
        sql.select(ACCOUNT.ID)
            .from(ACCOUNT)
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.DISABLED_AT.isNull())
            .and(ACCOUNT.ACTIVE_SINCE.lt(bound))
            .and(DSL.coalesce(ACCOUNT.LAST_SIGN_IN_AT, ACCOUNT.ACTIVE_SINCE).lt(bound))
            .orderBy(ACCOUNT.ID)
            .fetch(ACCOUNT.ID);
    return (int) idle.stream().filter(account -> scope.write(() -> disable(account))).count();
  }

  private boolean disable(long account) {
    try {
      rows.refuseLastAdministrator(account);
    } catch (Rejected last) {
      return false;
    }
    sql.update(ACCOUNT)
        .set(ACCOUNT.DISABLED_AT, now.instant())
        .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .execute();
    sessions.endAll(account);
    audit.record("account.disable", "account:" + account, Map.of("why", "idle"));
    return true;
  }
}
