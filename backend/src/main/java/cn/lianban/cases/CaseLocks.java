package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;

import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who changes what hangs together with a case locks the case first, a parent before its child, and
 * its clocks last: always in this order.
 */
@Component
class CaseLocks {
  private final DSLContext sql;
  private final TenantScope scope;

  CaseLocks(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  void lock(long caseId) {
    row(caseId).forNoKeyUpdate().fetch();
  }

  /**
   * Does not wait: who holds rungs already must not wait for a case whose holder may wait for them.
   * What it throws takes the round back, and the next round tries again.
   */
  void lockNow(long caseId) {
    row(caseId).forNoKeyUpdate().noWait().fetch();
  }

  private org.jooq.SelectConditionStep<?> row(long caseId) {
    return sql.select(CASEFILE.ID)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(caseId));
  }
}
