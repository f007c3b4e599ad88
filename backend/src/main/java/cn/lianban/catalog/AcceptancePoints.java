package cn.lianban.catalog;

import static cn.lianban.db.catalog.Tables.ACCEPTANCE_POINT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which units accept which items, and decide them themselves where they are delegated. */
@Component
public class AcceptancePoints {
  private static final int MOST = 200;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Posts posts;
  private final Items items;
  private final Units units;

  AcceptancePoints(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Posts posts,
      Items items,
      Units units) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.posts = posts;
    this.items = items;
    this.units = units;
  }

  /** The unit as an acceptance point of the item; empty when it is none. */
  public Optional<AcceptancePoint> find(long itemId, int unitId) {
    return sql.selectFrom(ACCEPTANCE_POINT)
        .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(ACCEPTANCE_POINT.ITEM_ID.eq(itemId))
        .and(ACCEPTANCE_POINT.UNIT_ID.eq(unitId))
        .fetchOptional(
            row ->
                new AcceptancePoint(
                    itemId, unitId, row.getDelegated(), row.getDocumentNo(), row.getSince()));
  }

  /** One statement for any number of items. */
  public Map<Long, List<AcceptancePoint>> ofItems(Collection<Long> itemIds) {
    return sql.selectFrom(ACCEPTANCE_POINT)
        .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ACCEPTANCE_POINT.ITEM_ID, itemIds))
        .orderBy(ACCEPTANCE_POINT.ITEM_ID, ACCEPTANCE_POINT.UNIT_ID)
        .fetchGroups(
            ACCEPTANCE_POINT.ITEM_ID,
            row ->
                new AcceptancePoint(
                    row.getItemId(),
                    row.getUnitId(),
                    row.getDelegated(),
                    row.getDocumentNo(),
                    row.getSince()));
  }

  /** Items times units. */
  record Field(Set<Long> itemIds, Set<Integer> unitIds) {}

  /**
   * Opens every item at every unit; those that are open already take the document over.
   *
   * @return how many points changed, null when the same request had been done before
   * @throws Rejected REQUIRED, TOO_MANY, NOT_FOUND, REQUIRED documentNo when delegated
   */
  @Nullable Integer open(
      String key, Object input, Field field, boolean delegated, @Nullable String document) {
    posts.require(Role.DISTRICT_ADMIN);
    String paper =
        delegated
            ? Texts.required(document, 200, "documentNo")
            : Texts.optional(document, 200, "documentNo");
    return change(
        key,
        input,
        field,
        "item.points-open",
        () -> {
          refuseClosed(field);
          return insert(field, delegated, paper);
        });
  }

  /** As {@link #open}, the other way; cases under way go on. */
  @Nullable Integer close(String key, Object input, Field field) {
    posts.require(Role.DISTRICT_ADMIN);
    return change(key, input, field, "item.points-close", () -> delete(field));
  }

  int delete(Field field) {
    return sql.deleteFrom(ACCEPTANCE_POINT)
        .where(ACCEPTANCE_POINT.DISTRICT_ID.eq(scope.district()))
        .and(Among.these(ACCEPTANCE_POINT.ITEM_ID, field.itemIds()))
        .and(Among.these(ACCEPTANCE_POINT.UNIT_ID, field.unitIds()))
        .execute();
  }

  private @Nullable Integer change(
      String key, Object input, Field field, String action, IntSupplier work) {
    check(field);
    int[] changed = {0};
    Once.Done done =
        once.run(
            key,
            input,
            () -> {
              known(field);
              changed[0] = work.getAsInt();
              audit.record(
                  action,
                  "items",
                  Map.of("items", field.itemIds(), "units", field.unitIds(), "points", changed[0]));
              return 0;
            });
    return done.replayed() ? null : changed[0];
  }

  private static void check(Field field) {
    if (field.itemIds().isEmpty()) {
      throw new Rejected("REQUIRED", "itemIds", "请选择事项");
    }
    if (field.unitIds().isEmpty()) {
      throw new Rejected("REQUIRED", "unitIds", "请选择受理点");
    }
    if (field.itemIds().size() > MOST || field.unitIds().size() > MOST) {
      throw new Rejected("TOO_MANY", null, "一次最多 " + MOST + " 个事项、" + MOST + " 个受理点");
    }
  }

  /** A unit that was merged or split accepts nothing any more; what it had can be closed. */
  private void refuseClosed(Field field) {
    units.byIds(new HashSet<>(field.unitIds())).values().stream()
        .filter(unit -> !unit.open())
        .findFirst()
        .ifPresent(
            unit -> {
              throw new Rejected("UNIT_CLOSED", "unitIds", unit.name() + "已撤并");
            });
  }

  private void known(Field field) {
    if (items.byIds(field.itemIds()).size() < field.itemIds().size()) {
      throw new Rejected("NOT_FOUND", "itemIds", "有事项不存在");
    }
    if (units.byIds(new HashSet<>(field.unitIds())).size() < field.unitIds().size()) {
      throw new Rejected("NOT_FOUND", "unitIds", "有单位不存在");
    }
  }

  int insert(Field field, boolean delegated, String paper) {
    var rows = new ArrayList<cn.lianban.db.catalog.tables.records.AcceptancePointRecord>();
    for (long item : field.itemIds()) {
      for (int unit : field.unitIds()) {
        var row = sql.newRecord(ACCEPTANCE_POINT);
        row.setDistrictId(scope.district());
        row.setItemId(item);
        row.setUnitId(unit);
        row.setDelegated(delegated);
        row.setDocumentNo(paper);
        row.setSince(now.today());
        rows.add(row);
      }
    }
    int changed = 0;
    for (int from = 0; from < rows.size(); from += 1000) {
      changed +=
          sql.insertInto(ACCEPTANCE_POINT)
              .set(rows.subList(from, Math.min(rows.size(), from + 1000)))
              .onDuplicateKeyUpdate()
              .set(ACCEPTANCE_POINT.DELEGATED, delegated)
              .set(ACCEPTANCE_POINT.DOCUMENT_NO, paper)
              .execute();
    }
    return changed;
  }
}
