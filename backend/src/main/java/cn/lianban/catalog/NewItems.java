package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A new item on its way: it has a code, a name and a department, and a first draft that goes the
 * way of every version. Until that is published nobody but staff knows of it, and nothing can be
 * accepted.
 */
@Component
class NewItems {
  private final Once once;
  private final AuditTrail audit;
  private final Editors editors;
  private final Units units;
  private final ItemRows itemRows;
  private final VersionRows rows;

  NewItems(
      Once once,
      AuditTrail audit,
      Editors editors,
      Units units,
      ItemRows itemRows,
      VersionRows rows) {
    this.once = once;
    this.audit = audit;
    this.editors = editors;
    this.units = units;
    this.itemRows = itemRows;
    this.rows = rows;
  }

  record Wanted(String code, String name, int unitId, TaskType taskType) {}

  /**
   * @return the first draft's id
   * @throws Rejected REQUIRED or TOO_LONG at code or name, CODE_TAKEN, NOT_FOUND, UNIT_CLOSED or
   *     NOT_A_DEPARTMENT at departmentId
   */
  long draft(String key, Object input, Wanted typed) {
    editors.requireDrafter();
    return once.run(key, input, () -> draftOnce(typed)).id();
  }

  private long draftOnce(Wanted typed) {
    Unit unit = department(typed.unitId());
    editors.checkDrafter(unit.id());
    String code = Texts.required(typed.code(), 200, "code");
    String name = Texts.required(typed.name(), 600, "name");
    NewItem said =
        new NewItem(
            code,
            name,
            "",
            typed.taskType(),
            ApprovalType.PROMISED,
            unit.id(),
            null,
            null,
            BudgetUnit.WORKING_DAYS,
            false);
    long item = insert(said);
    long draft = rows.draft(item, 1, ItemContent.of(said), editors.account());
    audit.record("item.new", "item:" + item, Map.of("code", code));
    return draft;
  }

  private Unit department(int id) {
    Unit unit = units.find(id).orElseThrow(() -> Drafts.missing("departmentId", "没有这个部门"));
    if (!unit.open()) {
      throw new Rejected("UNIT_CLOSED", "departmentId", "该部门已撤并");
    }
    if (unit.kind() != UnitKind.DEPARTMENT) {
      throw new Rejected("NOT_A_DEPARTMENT", "departmentId", "请选择部门");
    }
    return unit;
  }

  private long insert(NewItem said) {
    Long id = itemRows.insert(said, 0).onConflictDoNothing().returning(ITEM.ID).fetchOne(ITEM.ID);
    if (id == null) {
      throw new Rejected("CODE_TAKEN", "code", "已有这个编码的事项");
    }
    return id;
  }
}
