package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The posts of a unit that ends: its people go on in the successor with the roles they have. */
@Component
public class PostSuccession {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  PostSuccession(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Posts held in a unit now. */
  public int count(int unitId) {
    return sql.fetchCount(POST, held(unitId));
  }

  /**
   * In the caller's transaction; answers how many posts moved or ended. Both units are of one
   * level. Who has the same post in the successor already needs no second one: his ends.
   */
  public int move(int fromUnitId, int toUnitId) {
    var there = POST.as("there");
    Condition same =
        DSL.exists(
            DSL.selectOne()
                .from(there)
                .where(there.DISTRICT_ID.eq(POST.DISTRICT_ID), there.ACCOUNT_ID.eq(POST.ACCOUNT_ID))
                .and(there.ROLE.eq(POST.ROLE))
                .and(there.UNIT_ID.eq(toUnitId))
                .and(there.ENDED_ON.isNull()));
    int ended =
        sql.update(POST)
            .set(POST.ENDED_ON, now.today())
            .where(held(fromUnitId))
            .and(same)
            .execute();
    return ended + sql.update(POST).set(POST.UNIT_ID, toUnitId).where(held(fromUnitId)).execute();
  }

  private Condition held(int unitId) {
    return POST.DISTRICT_ID
        .eq(scope.district())
        .and(POST.UNIT_ID.eq(unitId))
        .and(POST.ENDED_ON.isNull());
  }
}
