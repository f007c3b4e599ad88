package cn.lianban.tenancy;

import static cn.lianban.db.tenancy.Tables.UNIT;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.springframework.stereotype.Component;

/** Departments that a list of something else brought along, and what becomes of them with it. */
@Component
public class ImportedUnits {
  private static final int TOLD = 10;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Units units;

  ImportedUnits(DSLContext sql, TenantScope scope, Units units) {
    this.sql = sql;
    this.scope = scope;
    this.units = units;
  }

  /** A department that the district did not have. */
  public int department(String name, long importId) {
    int id = units.create(UnitKind.DEPARTMENT, name, null);
    sql.update(UNIT)
        .set(UNIT.IMPORT_ID, importId)
        .where(UNIT.DISTRICT_ID.eq(scope.district()), UNIT.ID.eq(id))
        .execute();
    return id;
  }

  /**
   * After the import's own records have gone: its departments go too, but those that were changed
   * since or that anything refers to.
   *
   * @return what went and what stays, in words; empty when it had brought none
   */
  public String takeBack(long importId) {
    List<String> gone = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    sql.select(UNIT.ID, UNIT.NAME, UNIT.VERSION, UNIT.CLOSED_ON)
        .from(UNIT)
        .where(UNIT.DISTRICT_ID.eq(scope.district()), UNIT.IMPORT_ID.eq(importId))
        .orderBy(UNIT.NAME, UNIT.ID)
        .fetch()
        .forEach(
            row -> {
              boolean untouched = row.value3() == 0 && row.value4() == null;
              (untouched && isRemoved(row.value1()) ? gone : kept).add(row.value2());
            });
    return told("导入时新建的部门一并撤回：", gone) + told("导入时新建的部门已被使用或修改，予以保留：", kept);
  }

  /** False: something refers to it, and the change goes on without. */
  private boolean isRemoved(int unit) {
    Connection connection = scope.work().connection();
    try {
      Savepoint before = connection.setSavepoint();
      try {
        units.remove(List.of(unit));
        connection.releaseSavepoint(before);
        return true;
      } catch (IntegrityConstraintViolationException used) {
        connection.rollback(before);
        return false;
      }
    } catch (SQLException failed) {
      throw new DataAccessException("cannot try to remove a unit", failed);
    }
  }

  private static String told(String what, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String first = String.join("、", names.subList(0, Math.min(TOLD, names.size())));
    return what + first + (names.size() > TOLD ? "等 " + names.size() + " 个。" : "。");
  }
}
