package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Clocks of what should never have been: they end now and count nowhere. */
@Component
public class Annulments {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Clocks clocks;

  Annulments(DSLContext sql, TenantScope scope, Clocks clocks) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
  }

  /**
   * Joins the caller's transaction, authorised and audited there; an ended clock may be annulled.
   */
  public void annul(long dutyId) {
    var mine = DUTY.DISTRICT_ID.eq(scope.district()).and(DUTY.ID.eq(dutyId));
    if (sql.fetchExists(DUTY, mine.and(DUTY.CLOSED_AT.isNull()))) {
      clocks.close(dutyId);
    }
    sql.update(DUTY).set(DUTY.TEST, true).where(mine).execute();
  }
}
