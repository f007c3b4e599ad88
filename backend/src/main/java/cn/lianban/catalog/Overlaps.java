package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_VERSION;
import static cn.lianban.db.catalog.Tables.MATERIAL;
import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.selectDistinct;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.TenantScope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What two or more items in force ask for, word for word. */
@Component
class Overlaps {
  private static final int EXAMPLES = 10;
  private static final Field<String> TEXT = DSL.field(DSL.name("text"), String.class);
  private static final Field<Long> ITEM_ID = DSL.field(DSL.name("item_id"), Long.class);
  private static final Field<Integer> UNIT_ID = DSL.field(DSL.name("unit_id"), Integer.class);
  private static final Field<Boolean> REUSABLE = DSL.field(DSL.name("reusable"), Boolean.class);
  private final DSLContext sql;
  private final TenantScope scope;
  private final ItemQueries queries;
  private final Items items;

  Overlaps(DSLContext sql, TenantScope scope, ItemQueries queries, Items items) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.items = items;
  }

  Page<Overlap> ofMaterials(boolean acrossDepartments, int first, @Nullable String after) {
    return page(materials(), acrossDepartments, first, after);
  }

  Page<Overlap> ofConditions(boolean acrossDepartments, int first, @Nullable String after) {
    return page(conditions(), acrossDepartments, first, after);
  }

  private Select<Record4<String, Long, Integer, Boolean>> materials() {
    return selectDistinct(
            MATERIAL.NAME.as(TEXT),
            ITEM.ID.as(ITEM_ID),
            ITEM.UNIT_ID.as(UNIT_ID),
            MATERIAL.REUSE.ne(MaterialReuse.NEVER.name()).as(REUSABLE))
        .from(ITEM)
        .join(MATERIAL)
        .on(MATERIAL.DISTRICT_ID.eq(ITEM.DISTRICT_ID), MATERIAL.ITEM_ID.eq(ITEM.ID))
        .and(MATERIAL.EDITION.eq(ITEM.EDITION))
        .where(ITEM.DISTRICT_ID.eq(scope.district()))
        .and(queries.inForce());
  }

  private Select<Record4<String, Long, Integer, Boolean>> conditions() {
    Table<?> lines = DSL.unnest(ITEM_VERSION.CONDITIONS).as("lines", "line");
    return selectDistinct(
            DSL.field(DSL.name("lines", "line"), String.class).as(TEXT),
            ITEM.ID.as(ITEM_ID),
            ITEM.UNIT_ID.as(UNIT_ID),
            DSL.inline(false).as(REUSABLE))
        .from(ITEM)
        .join(ITEM_VERSION)
        .on(ITEM_VERSION.DISTRICT_ID.eq(ITEM.DISTRICT_ID), ITEM_VERSION.ITEM_ID.eq(ITEM.ID))
        .and(ITEM_VERSION.NO.eq(ITEM.EDITION))
        .crossJoin(DSL.lateral(lines))
        .where(ITEM.DISTRICT_ID.eq(scope.district()))
        .and(queries.inForce());
  }

  private Page<Overlap> page(
      Select<Record4<String, Long, Integer, Boolean>> asked,
      boolean acrossDepartments,
      int first,
      @Nullable String after) {
    int size = Page.size(first);
    long skipped = Cursors.id(after); // a report of some hundred rows, ordered by a count
    Table<?> demands = asked.asTable("demands");
    Field<Integer> many = countDistinct(ITEM_ID);
    Field<Integer> departments = countDistinct(UNIT_ID);
    Field<Integer> reusable = count().filterWhere(REUSABLE.isTrue());
    Field<Long[]> which = arrayAgg(ITEM_ID).orderBy(ITEM_ID);
    var rows =
        sql.select(TEXT, many, departments, reusable, which)
            .from(demands)
            .groupBy(TEXT)
            .having((acrossDepartments ? departments : many).ge(2))
            .orderBy(many.desc(), TEXT)
            .offset(skipped)
            .limit(size + 1)
            .fetch();
    Map<Long, Item> examples =
        items.byIds(
            rows.stream()
                .flatMap(row -> Arrays.stream(row.value5()).limit(EXAMPLES))
                .collect(Collectors.toSet()));
    List<Overlap> found =
        rows.map(
            row ->
                new Overlap(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    some(Arrays.asList(row.value5()), examples)));
    return Page.of(found, size, one -> Cursor.of(skipped + size));
  }

  private static List<Item> some(Collection<Long> ids, Map<Long, Item> known) {
    return ids.stream().limit(EXAMPLES).map(known::get).filter(Objects::nonNull).toList();
  }
}
