package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;
import static cn.lianban.db.catalog.Tables.ITEM;
import static cn.lianban.db.catalog.Tables.MATERIAL;

import cn.lianban.api.types.ItemOrder;
import cn.lianban.audit.AuditTrail;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The district's service items, with their acceptance points and materials. */
@Component
public class Items {
  private final DSLContext sql;
  private final TenantScope scope;
  private final AuditTrail audit;
  private final ItemQueries queries;
  private final VersionQueries versions;
  private final MaterialQueries materials;
  private final ItemRows itemRows;
  private final VersionRows rows;

  Items(
      DSLContext sql,
      TenantScope scope,
      AuditTrail audit,
      ItemQueries queries,
      VersionQueries versions,
      MaterialQueries materials,
      ItemRows itemRows,
      VersionRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.audit = audit;
    this.queries = queries;
    this.versions = versions;
    this.materials = materials;
    this.itemRows = itemRows;
    this.rows = rows;
  }

  /** The item, cancelled ones too; empty for a foreign or unknown id. */
  public Optional<Item> find(long id) {
    return queries.all(ITEM.ID.eq(id)).stream().findFirst();
  }

  /** One statement for any number of ids; unknown ids are missing from the answer. */
  public Map<Long, Item> byIds(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return queries.byIds(ids).stream().collect(Collectors.toMap(Item::id, Function.identity()));
  }

  /** As {@link #byIds(Collection)}, asked together with other questions. */
  public Supplier<Map<Long, Item>> byIds(Round round, Collection<Long> ids) {
    return queries.byIds(round, ids);
  }

  /** Every item of the district by its code, cancelled ones too. For imports. */
  public Map<String, Item> byCode() {
    return queries.all(DSL.noCondition()).stream()
        .collect(Collectors.toMap(Item::code, Function.identity()));
  }

  /** As {@link #byCode()}, of these codes only. */
  public Map<String, Item> byCodes(Collection<String> codes) {
    return queries.all(Among.these(ITEM.CODE, codes)).stream()
        .collect(Collectors.toMap(Item::code, Function.identity()));
  }

  /**
   * Items in force, one page; by name when no order is asked for.
   *
   * @param search any part of the name, the beginning of the code, pinyin or initials of any part
   * @param acceptableHere only what one of the caller's units may accept; nothing without a unit
   */
  Page<Item> search(
      @Nullable String search,
      @Nullable Integer unitId,
      boolean acceptableHere,
      @Nullable ItemOrder order,
      int first,
      @Nullable String after) {
    Condition which = queries.found(search);
    if (unitId != null) {
      which = which.and(ITEM.UNIT_ID.eq(unitId));
    }
    if (acceptableHere) {
      which = which.and(queries.acceptableAt(scope.current().units()));
    }
    return queries.page(which, order, first, after);
  }

  /** The item is in force, has a promised limit, and the unit is one of its acceptance points. */
  public boolean acceptableAt(long itemId, int unitId) {
    Condition there = ACCEPTANCE_POINT.ITEM_ID.eq(itemId).and(ACCEPTANCE_POINT.UNIT_ID.eq(unitId));
    return !queries.acceptable(there).isEmpty();
  }

  /**
   * The item as the version says that is in force on a day: a published one takes effect on its
   * day, whenever the lists are told; a past case is accepted under what the item said then.
   */
  public Optional<Item> inForceOn(long itemId, LocalDate day) {
    return find(itemId).map(item -> item.on(day, () -> versions.publishedOn(itemId, day)));
  }

  /** The lists in force, by item; one statement. */
  public Map<Long, List<Material>> materials(Collection<Long> itemIds) {
    return materials.inForce(itemIds);
  }

  /** By seq, of the version that the item is read under. */
  public List<Material> materials(Item item) {
    return materials.of(new EditionKey(item.id(), item.edition()));
  }

  /**
   * Puts an item on the list, in the caller's transaction. For imports, the command line and tests:
   * no API leads here.
   *
   * @throws org.jooq.exception.DataAccessException the district has the code already, or the
   *     promise is above the statutory limit
   */
  public long publish(NewItem item) {
    long id =
        Objects.requireNonNull(itemRows.insert(item, 1).returning(ITEM.ID).fetchSingle(ITEM.ID));
    rows.first(id, item);
    audit.record("item.publish", "item:" + id, Map.of("code", item.code()));
    return id;
  }

  /**
   * Lets units accept the item; a unit that may already stays.
   *
   * @return how many were added
   */
  public int acceptAt(long itemId, Collection<Integer> unitIds) {
    int added = 0;
    for (int unit : unitIds) {
      added +=
          sql.insertInto(ACCEPTANCE_POINT)
              .set(ACCEPTANCE_POINT.DISTRICT_ID, scope.district())
              .set(ACCEPTANCE_POINT.ITEM_ID, itemId)
              .set(ACCEPTANCE_POINT.UNIT_ID, unit)
              .onConflictDoNothing()
              .execute();
    }
    if (added > 0) {
      audit.record("item.accept-at", "item:" + itemId, Map.of("added", added));
    }
    return added;
  }

  /**
   * Adds a material at the end of the list of the version in force. For imports and tests.
   *
   * @return its seq
   */
  public int addMaterial(long itemId, String name, boolean required, boolean demo) {
    Item item = find(itemId).orElseThrow();
    int seq = materials(item).stream().mapToInt(Material::seq).max().orElse(0) + 1;
    sql.insertInto(MATERIAL)
        .set(MATERIAL.DISTRICT_ID, scope.district())
        .set(MATERIAL.ITEM_ID, itemId)
        .set(MATERIAL.EDITION, item.edition())
        .set(MATERIAL.SEQ, seq)
        .set(MATERIAL.NAME, name)
        .set(MATERIAL.REQUIRED, required)
        .set(MATERIAL.DEMO, demo)
        .execute();
    audit.record("item.add-material", "item:" + itemId, Map.of("seq", seq));
    return seq;
  }

  /**
   * Writes into the version in force how an item is worked and within which limits; in {@code
   * unit}. For the command line: people confirm by a new version.
   *
   * @param demo true: nobody's promise, for demonstrations only
   */
  public void setLimits(
      long itemId,
      ApprovalType approvalType,
      @Nullable Integer statutory,
      int promised,
      BudgetUnit unit,
      boolean demo) {
    sql.update(ITEM)
        .set(ITEM.APPROVAL_TYPE, approvalType.name())
        .set(ITEM.STATUTORY_LIMIT, statutory)
        .set(ITEM.PROMISED_LIMIT, promised)
        .set(ITEM.LIMIT_UNIT, unit.name())
        .set(ITEM.DEMO, demo)
        .set(ITEM.VERSION, ITEM.VERSION.plus(1))
        .where(ITEM.DISTRICT_ID.eq(scope.district()), ITEM.ID.eq(itemId))
        .execute();
    rows.setLimits(itemId, approvalType, statutory, promised, unit, demo);
    audit.record("item.set-limits", "item:" + itemId, Map.of("promised", promised));
  }
}
