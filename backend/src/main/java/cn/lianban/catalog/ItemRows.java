package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;

import cn.lianban.db.catalog.tables.records.ItemRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.springframework.stereotype.Component;

/** An item's own row; what it says is in its versions. */
@Component
class ItemRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  ItemRows(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /**
   * Yet to be sent.
   *
   * @param edition number of the version in force, 0: none yet
   */
  InsertSetMoreStep<ItemRecord> insert(NewItem item, int edition) {
    return sql.insertInto(ITEM)
        .set(ITEM.DISTRICT_ID, scope.district())
        .set(ITEM.UNIT_ID, item.unitId())
        .set(ITEM.CODE, item.code())
        .set(ITEM.NAME, item.name())
        .set(ITEM.MAIN_ITEM, item.mainItem())
        .set(ITEM.TASK_TYPE, item.taskType().name())
        .set(ITEM.APPROVAL_TYPE, item.approvalType().name())
        .set(ITEM.STATUTORY_LIMIT, item.statutoryLimit())
        .set(ITEM.PROMISED_LIMIT, item.promisedLimit())
        .set(ITEM.LIMIT_UNIT, item.limitUnit().name())
        .set(ITEM.DEMO, item.demo())
        .set(ITEM.EDITION, edition)
        .set(ITEM.EFFECTIVE_ON, now.today());
  }
}
