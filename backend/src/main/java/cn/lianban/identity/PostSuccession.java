package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.tenancy.TenantScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The posts of a unit that ends: its people go on in the successor with the roles they have. */
@Component
public class PostSuccession {
  private final DSLContext sql;
  private final TenantScope scope;

  PostSuccession(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Posts held in a unit now. */
  public int count(int unitId) {
    return sql.fetchCount(POST, held(unitId));
  }

  /** In the caller's transaction; answers how many posts moved. Both units are of one level. */
  public int move(int fromUnitId, int toUnitId) {
    return sql.update(POST).set(POST.UNIT_ID, toUnitId).where(held(fromUnitId)).execute();
  }

  private Condition held(int unitId) {
    return POST.DISTRICT_ID
        .eq(scope.district())
        .and(POST.UNIT_ID.eq(unitId))
        .and(POST.ENDED_ON.isNull());
  }
}
