package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.REMEMBERED;

import cn.lianban.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What each sender's headers meant last time. */
@Component
class Remembered {
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
        .where(REMEMBERED.DISTRICT_ID.eq(scope.district()))
        .and(REMEMBERED.ACTOR.eq(scope.current().actor()))
        .and(REMEMBERED.KIND.eq(kind))
        .fetchMap(REMEMBERED.HEADER, REMEMBERED.COLUMN_KEY);
  }

  /** Every named column of the sheet, chosen or not. */
  void keep(String kind, List<String> names, Map<Integer, String> mapping) {
    Map<String, String> meanings = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = Headers.normal(names.get(i));
      if (!name.isEmpty() && name.length() <= 300) {
        meanings.merge(name, mapping.getOrDefault(i, ""), (one, two) -> one.isEmpty() ? two : one);
      }
    }
    meanings.forEach((name, key) -> keep(kind, name, key));
  }

  private void keep(String kind, String header, String key) {
    sql.insertInto(REMEMBERED)
        .set(REMEMBERED.DISTRICT_ID, scope.district())
        .set(REMEMBERED.ACTOR, scope.current().actor())
        .set(REMEMBERED.KIND, kind)
        .set(REMEMBERED.HEADER, header)
        .set(REMEMBERED.COLUMN_KEY, key)
        .onConflict(REMEMBERED.DISTRICT_ID, REMEMBERED.ACTOR, REMEMBERED.KIND, REMEMBERED.HEADER)
        .doUpdate()
        .set(REMEMBERED.COLUMN_KEY, key)
        .execute();
  }
}
