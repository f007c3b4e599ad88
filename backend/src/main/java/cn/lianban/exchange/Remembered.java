package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.REMEMBERED;

import cn.lianban.tenancy.TenantScope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each sender's headers meant last time, and what he chose for whole columns. */
@Component
class Remembered {
  private static final int LONGEST = 300;
  private static final String CONSTANT = "=";
  private final DSLContext sql;
  private final TenantScope scope;

  Remembered(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Normal form of a header → column key, "" for a column that is not used. */
  Map<String, String> of(String kind) {
    return sql.select(REMEMBERED.HEADER, REMEMBERED.COLUMN_KEY)
        .from(REMEMBERED)
        .where(mine(kind), REMEMBERED.CONSTANT.isNull())
        .fetchMap(REMEMBERED.HEADER, REMEMBERED.COLUMN_KEY);
  }

  private Condition mine(String kind) {
    return REMEMBERED
        .DISTRICT_ID
        .eq(scope.district())
        .and(REMEMBERED.ACTOR.eq(scope.current().actor()))
        .and(REMEMBERED.KIND.eq(kind));
  }

  /** The header as found, with the merged cells and constants of last time. */
  Plan plan(Kind kind, Headers.Found header) {
    Set<String> merged = new HashSet<>();
    Map<String, String> constants = new HashMap<>();
    Set<String> known = new HashSet<>(kind.columns().stream().map(Column::key).toList());
    known.removeAll(header.mapping().values());
    sql.selectFrom(REMEMBERED)
        .where(mine(kind.name()))
        .forEach(
            row -> {
              String constant = row.getConstant();
              if (row.getFillDown()) {
                merged.add(row.getHeader());
              }
              if (constant != null && known.contains(row.getColumnKey())) {
                constants.put(row.getColumnKey(), constant);
              }
            });
    Set<Integer> fillDown = new HashSet<>();
    for (int index : header.mapping().keySet()) {
      if (merged.contains(Headers.normal(header.names().get(index)))) {
        fillDown.add(index);
      }
    }
    return new Plan(header.mapping(), fillDown, constants);
  }

  /** Every named column of the sheet, chosen or not, and the constants in place of older ones. */
  void keep(String kind, List<String> names, Plan plan) {
    Map<String, String> meanings = new HashMap<>();
    Set<String> merged = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = Headers.normal(names.get(i));
      if (!name.isEmpty() && name.length() <= LONGEST) {
        String key = plan.columns().getOrDefault(i, "");
        meanings.merge(name, key, (one, two) -> one.isEmpty() ? two : one);
        if (plan.fillDown().contains(i)) {
          merged.add(name);
        }
      }
    }
    sql.deleteFrom(REMEMBERED).where(mine(kind), REMEMBERED.CONSTANT.isNotNull()).execute();
    meanings.forEach((name, key) -> keep(kind, name, key, merged.contains(name), null));
    plan.constants().forEach((key, text) -> keep(kind, CONSTANT + key, key, false, text));
  }

  private void keep(
      String kind, String header, String key, boolean fillDown, @Nullable String constant) {
    sql.insertInto(REMEMBERED)
        .set(REMEMBERED.DISTRICT_ID, scope.district())
        .set(REMEMBERED.ACTOR, scope.current().actor())
        .set(REMEMBERED.KIND, kind)
        .set(REMEMBERED.HEADER, header)
        .set(REMEMBERED.COLUMN_KEY, key)
        .set(REMEMBERED.FILL_DOWN, fillDown)
        .set(REMEMBERED.CONSTANT, constant)
        .onConflict(REMEMBERED.DISTRICT_ID, REMEMBERED.ACTOR, REMEMBERED.KIND, REMEMBERED.HEADER)
        .doUpdate()
        .set(REMEMBERED.COLUMN_KEY, key)
        .set(REMEMBERED.FILL_DOWN, fillDown)
        .set(REMEMBERED.CONSTANT, constant)
        .execute();
  }
}
