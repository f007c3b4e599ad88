package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.MATERIAL;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the lists of materials; every version of an item has its own. */
@Component
class MaterialQueries {
  private final DSLContext sql;
  private final TenantScope scope;

  MaterialQueries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** Of the versions in force. */
  Map<Long, List<Material>> inForce(Collection<Long> itemIds) {
    return sql.select(MATERIAL.fields())
        .from(MATERIAL)
        .join(ITEM)
        .on(ITEM.DISTRICT_ID.eq(MATERIAL.DISTRICT_ID), ITEM.ID.eq(MATERIAL.ITEM_ID))
        .and(ITEM.EDITION.eq(MATERIAL.EDITION))
        .where(MATERIAL.DISTRICT_ID.eq(scope.district()), Among.these(MATERIAL.ITEM_ID, itemIds))
        .orderBy(MATERIAL.ITEM_ID, MATERIAL.SEQ)
        .fetchGroups(MATERIAL.ITEM_ID, MaterialQueries::material);
  }

  /** Of every version of the items. */
  Map<EditionKey, List<Material>> ofEditions(Collection<Long> itemIds) {
    return sql
        .selectFrom(MATERIAL)
        .where(MATERIAL.DISTRICT_ID.eq(scope.district()), Among.these(MATERIAL.ITEM_ID, itemIds))
        .orderBy(MATERIAL.ITEM_ID, MATERIAL.EDITION, MATERIAL.SEQ)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                row -> new EditionKey(row.getItemId(), row.getEdition()),
                Collectors.mapping(MaterialQueries::material, Collectors.toList())));
  }

  /** By seq. */
  List<Material> of(EditionKey key) {
    return sql.selectFrom(MATERIAL)
        .where(MATERIAL.DISTRICT_ID.eq(scope.district()), MATERIAL.ITEM_ID.eq(key.itemId()))
        .and(MATERIAL.EDITION.eq(key.edition()))
        .orderBy(MATERIAL.SEQ)
        .fetch(MaterialQueries::material);
  }

  private static Material material(Record row) {
    return new Material(
        row.get(MATERIAL.ID),
        row.get(MATERIAL.SEQ),
        row.get(MATERIAL.NAME),
        row.get(MATERIAL.REQUIRED),
        row.get(MATERIAL.DEMO),
        row.get(MATERIAL.ISSUER),
        MaterialReuse.valueOf(row.get(MATERIAL.REUSE)),
        row.get(MATERIAL.REUSE_DAYS));
  }
}
