package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.ITEM_TERM;
import static cn.lianban.db.catalog.Tables.ITEM_VERSION;
import static cn.lianban.db.catalog.Tables.MATERIAL;

import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the catalogue's files have in common: items by code, whole lists page by page. */
@Component
class ItemFiles {
  /** The column that says which item a row is about. */
  static final String CODE = "code";

  private static final String SEARCH = "search";
  private static final String UNIT = "unitId";

  /** What the list's own screen narrows it by. */
  static final Set<String> FILTERS = Set.of(SEARCH, UNIT);

  private final DSLContext sql;
  private final TenantScope scope;
  private final ItemQueries queries;
  private final Items items;
  private final Posts posts;
  private final Editors editors;

  ItemFiles(
      DSLContext sql,
      TenantScope scope,
      ItemQueries queries,
      Items items,
      Posts posts,
      Editors editors) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.items = items;
    this.posts = posts;
    this.editors = editors;
  }

  /** Any post in the district. */
  void requireStaff() {
    posts.require(Role.values());
  }

  void requireAdministrator() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  /** The administrator, or a department's head for his own items. */
  void requireConfirmer() {
    posts.require(Role.DISTRICT_ADMIN, Role.DEPARTMENT_HEAD);
  }

  /** A head confirms his own department's items only. */
  boolean mayConfirm(Item item) {
    return editors.mayConfirm(item.unitId());
  }

  /** The rows' items by code, one statement; unknown codes are missing. */
  Map<String, Item> named(List<Row> rows) {
    return items.byCodes(rows.stream().map(row -> row.need(CODE)).collect(Collectors.toSet()));
  }

  /**
   * Items in force by name, page by page, as the list's own filters ({@code search, unitId}) have
   * them.
   */
  void pages(Selection selection, Consumer<List<Item>> sink) {
    Condition which = queries.found(selection.filter(SEARCH));
    String unit = selection.filter(UNIT);
    if (unit != null && !unit.isEmpty()) {
      which = which.and(ITEM.UNIT_ID.eq(Ids.parseInt(Unit.KIND, unit)));
    }
    @Nullable String after = null;
    do {
      Page<Item> page = queries.page(which, Page.MAX, after);
      sink.accept(page.nodes());
      after = page.pageInfo().hasNextPage() ? page.pageInfo().endCursor() : null;
    } while (after != null);
  }

  /** Takes back a version that nothing was built on: a case accepted under it keeps it. */
  void remove(long itemId, int no) {
    int district = scope.district();
    sql.deleteFrom(MATERIAL)
        .where(MATERIAL.DISTRICT_ID.eq(district), MATERIAL.ITEM_ID.eq(itemId))
        .and(MATERIAL.EDITION.eq(no))
        .execute();
    sql.deleteFrom(ITEM_VERSION)
        .where(ITEM_VERSION.DISTRICT_ID.eq(district), ITEM_VERSION.ITEM_ID.eq(itemId))
        .and(ITEM_VERSION.NO.eq(no))
        .execute();
  }

  /**
   * Takes back items that nothing was built on: a case or an acceptance point keeps its item, and
   * the database says so.
   */
  void remove(Collection<Long> itemIds) {
    if (itemIds.isEmpty()) {
      return;
    }
    int district = scope.district();
    sql.deleteFrom(ITEM_TERM)
        .where(ITEM_TERM.DISTRICT_ID.eq(district), Among.these(ITEM_TERM.ITEM_ID, itemIds))
        .execute();
    sql.deleteFrom(MATERIAL)
        .where(MATERIAL.DISTRICT_ID.eq(district), Among.these(MATERIAL.ITEM_ID, itemIds))
        .execute();
    sql.deleteFrom(ITEM_VERSION)
        .where(ITEM_VERSION.DISTRICT_ID.eq(district), Among.these(ITEM_VERSION.ITEM_ID, itemIds))
        .execute();
    sql.deleteFrom(ITEM)
        .where(ITEM.DISTRICT_ID.eq(district), Among.these(ITEM.ID, itemIds))
        .execute();
  }
}
