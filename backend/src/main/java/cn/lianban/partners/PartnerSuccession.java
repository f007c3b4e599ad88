package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.CLIENT;

import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The partners' systems of a unit that ends: their cases come in at the successor. */
@Component
public class PartnerSuccession {
  private final DSLContext sql;
  private final TenantScope scope;

  PartnerSuccession(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * In the caller's transaction. Their posts are handed on with all others; a system that was
   * disabled stays where it was.
   */
  public void move(int fromUnitId, int toUnitId) {
    sql.update(CLIENT)
        .set(CLIENT.UNIT_ID, toUnitId)
        .set(CLIENT.VERSION, CLIENT.VERSION.plus(1))
        .where(CLIENT.DISTRICT_ID.eq(scope.district()), CLIENT.UNIT_ID.eq(fromUnitId))
        .and(CLIENT.DISABLED_AT.isNull())
        .execute();
  }
}
