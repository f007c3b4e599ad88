package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.FOREIGN_NODE;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Steps and standstills of cases as another platform told them, word for word. */
@Component
class ForeignNodes {
  static final String SN = "sn";
  private static final JsonMapper JSON = JsonMapper.shared();
  private final DSLContext sql;
  private final TenantScope scope;

  ForeignNodes(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** The table that a node came in. */
  enum Table {
    PROC,
    SPECIALNODE
  }

  /** By case, in the order of their numbers; one statement. */
  Map<Long, List<Row>> of(Table table, Collection<Long> caseIds) {
    return sql.selectFrom(FOREIGN_NODE)
        .where(FOREIGN_NODE.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(FOREIGN_NODE.CASE_ID, caseIds))
        .and(FOREIGN_NODE.LIST.eq(table.name()))
        .orderBy(FOREIGN_NODE.CASE_ID, FOREIGN_NODE.SN)
        .fetchGroups(FOREIGN_NODE.CASE_ID, row -> row(row.getSaid()));
  }

  private static Row row(String said) {
    Row row = Row.empty();
    for (var value : JSON.readValue(said, new TypeReference<Map<String, String>>() {}).entrySet()) {
      row = row.with(value.getKey(), value.getValue());
    }
    return row;
  }

  /** What the file does not say about a node that is known stays. */
  void keep(Table table, CasefileRecord one, Row said, @Nullable Row before) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    Row whole = said.over(before);
    whole.columns().forEach(column -> values.put(column, whole.text(column)));
    String text = JSON.writeValueAsString(values);
    sql.insertInto(FOREIGN_NODE)
        .set(FOREIGN_NODE.DISTRICT_ID, scope.district())
        .set(FOREIGN_NODE.SUB_DISTRICT_ID, one.getSubDistrictId())
        .set(FOREIGN_NODE.AT_DISTRICT, one.getAtDistrict())
        .set(FOREIGN_NODE.CASE_ID, one.getId())
        .set(FOREIGN_NODE.LIST, table.name())
        .set(FOREIGN_NODE.SN, Integer.valueOf(said.need(SN)))
        .set(FOREIGN_NODE.SAID, text)
        .onConflict(
            FOREIGN_NODE.DISTRICT_ID, FOREIGN_NODE.CASE_ID, FOREIGN_NODE.LIST, FOREIGN_NODE.SN)
        .doUpdate()
        .set(FOREIGN_NODE.SAID, text)
        .execute();
  }

  void remove(Table table, long caseId, int sn) {
    sql.deleteFrom(FOREIGN_NODE)
        .where(FOREIGN_NODE.DISTRICT_ID.eq(scope.district()), FOREIGN_NODE.CASE_ID.eq(caseId))
        .and(FOREIGN_NODE.LIST.eq(table.name()))
        .and(FOREIGN_NODE.SN.eq(sn))
        .execute();
  }
}
