package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;
import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.POLICY;

import cn.lianban.graphql.Rejected;
import cn.lianban.organisation.Estate;
import cn.lianban.organisation.Heir;
import cn.lianban.organisation.Succession;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The items of a unit that is merged or split, and the right to accept others' items there. */
@Component
class ItemHeir implements Heir {
  private final DSLContext sql;
  private final TenantScope scope;

  ItemHeir(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.ITEMS;
  }

  @Override
  public int count(Succession succession) {
    return sql.fetchCount(ITEM, owned(succession));
  }

  /**
   * @throws Rejected NOT_FOUND when an item that was named is not the unit's
   */
  @Override
  public int handOn(Succession succession) {
    int moved =
        sql.update(ITEM)
            .set(ITEM.UNIT_ID, succession.toUnitId())
            .set(ITEM.VERSION, ITEM.VERSION.plus(1))
            .where(owned(succession))
            .execute();
    Set<Long> named = succession.itemIds();
    if (named != null && moved != named.size()) {
      throw new Rejected("NOT_FOUND", "parts", "有事项不属于该单位");
    }
    handOnAcceptance(succession);
    if (named == null) {
      handOnPolicies(succession);
    }
    return moved;
  }

  /** Whoever answers for them now is named; of a split they stay where they are. */
  private void handOnPolicies(Succession succession) {
    sql.update(POLICY)
        .set(POLICY.UNIT_ID, succession.toUnitId())
        .set(POLICY.VERSION, POLICY.VERSION.plus(1))
        .where(POLICY.DISTRICT_ID.eq(scope.district()))
        .and(POLICY.UNIT_ID.eq(succession.fromUnitId()))
        .execute();
  }

  private void handOnAcceptance(Succession succession) {
    Condition old =
        ACCEPTANCE_POINT
            .DISTRICT_ID
            .eq(scope.district())
            .and(ACCEPTANCE_POINT.UNIT_ID.eq(succession.fromUnitId()))
            .and(these(succession, ACCEPTANCE_POINT.ITEM_ID));
    sql.insertInto(
            ACCEPTANCE_POINT,
            ACCEPTANCE_POINT.DISTRICT_ID,
            ACCEPTANCE_POINT.ITEM_ID,
            ACCEPTANCE_POINT.UNIT_ID,
            ACCEPTANCE_POINT.DELEGATED,
            ACCEPTANCE_POINT.DOCUMENT_NO,
            ACCEPTANCE_POINT.SINCE)
        .select(
            DSL.select(
                    ACCEPTANCE_POINT.DISTRICT_ID,
                    ACCEPTANCE_POINT.ITEM_ID,
                    DSL.val(succession.toUnitId()),
                    ACCEPTANCE_POINT.DELEGATED,
                    ACCEPTANCE_POINT.DOCUMENT_NO,
                    ACCEPTANCE_POINT.SINCE)
                .from(ACCEPTANCE_POINT)
                .where(old))
        .onConflictDoNothing()
        .execute();
    sql.deleteFrom(ACCEPTANCE_POINT).where(old).execute();
  }

  private Condition owned(Succession succession) {
    return ITEM.DISTRICT_ID
        .eq(scope.district())
        .and(ITEM.UNIT_ID.eq(succession.fromUnitId()))
        .and(these(succession, ITEM.ID));
  }

  private static Condition these(Succession succession, org.jooq.Field<Long> item) {
    Set<Long> named = succession.itemIds();
    return named == null ? DSL.noCondition() : Among.these(item, named);
  }
}
