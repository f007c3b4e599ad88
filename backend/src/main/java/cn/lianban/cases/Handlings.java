package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.HANDLING;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.catalog.Items;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The district's rules for handling an item; written by its administrator. */
@Component
class Handlings {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Items items;
  private final Units units;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  Handlings(
      DSLContext sql,
      TenantScope scope,
      Items items,
      Units units,
      Posts posts,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.items = items;
    this.units = units;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /** One statement for any number of items; what the district has not written is missing. */
  Map<Long, Integer> greenPercents(Collection<Long> itemIds) {
    return sql.select(HANDLING.ITEM_ID, HANDLING.GREEN_PERCENT)
        .from(HANDLING)
        .where(HANDLING.DISTRICT_ID.eq(scope.district()), Among.these(HANDLING.ITEM_ID, itemIds))
        .and(HANDLING.GREEN_PERCENT.isNotNull())
        .fetchMap(HANDLING.ITEM_ID, HANDLING.GREEN_PERCENT);
  }

  Handling of(long itemId) {
    Handling found =
        sql.selectFrom(HANDLING)
            .where(HANDLING.DISTRICT_ID.eq(scope.district()), HANDLING.ITEM_ID.eq(itemId))
            .fetchOne(
                row ->
                    new Handling(
                        itemId,
                        row.getOwableDays(),
                        row.getCheckDays(),
                        row.getGreenPercent(),
                        row.getOverseerUnitId(),
                        row.getVersion()));
    return found == null ? Handling.none(itemId) : found;
  }

  /** Null for an item that is not there. */
  @Nullable Handling find(long itemId) {
    return items.find(itemId).map(item -> of(item.id())).orElse(null);
  }

  boolean mayEdit() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  /**
   * @throws Rejected NOT_FOUND also for an overseer outside the district level, OUT_OF_RANGE at the
   *     field, VERSION_CONFLICT
   */
  long save(String key, Object input, Handling wanted) {
    posts.require(Role.DISTRICT_ADMIN);
    within(wanted.owableDays(), 1, 90, "owableDays");
    within(wanted.checkDays(), 1, 365, "checkDays");
    within(wanted.greenPercent(), 10, 90, "greenPercent");
    overseer(wanted.overseerUnitId());
    return once.run(key, input, () -> write(wanted)).id();
  }

  private long write(Handling wanted) {
    if (items.find(wanted.itemId()).isEmpty()) {
      throw new Rejected("NOT_FOUND", "itemId", "没有这个事项");
    }
    int written =
        sql.insertInto(HANDLING)
            .set(HANDLING.DISTRICT_ID, scope.district())
            .set(HANDLING.ITEM_ID, wanted.itemId())
            .set(HANDLING.OWABLE_DAYS, wanted.owableDays())
            .set(HANDLING.CHECK_DAYS, wanted.checkDays())
            .set(HANDLING.GREEN_PERCENT, wanted.greenPercent())
            .set(HANDLING.OVERSEER_UNIT_ID, wanted.overseerUnitId())
            .set(HANDLING.VERSION, wanted.version() + 1)
            .onConflict(HANDLING.DISTRICT_ID, HANDLING.ITEM_ID)
            .doUpdate()
            .set(HANDLING.OWABLE_DAYS, wanted.owableDays())
            .set(HANDLING.CHECK_DAYS, wanted.checkDays())
            .set(HANDLING.GREEN_PERCENT, wanted.greenPercent())
            .set(HANDLING.OVERSEER_UNIT_ID, wanted.overseerUnitId())
            .set(HANDLING.VERSION, wanted.version() + 1)
            .where(HANDLING.VERSION.eq(wanted.version()))
            .execute();
    if (written == 0 || of(wanted.itemId()).version() != wanted.version() + 1) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    audit.record("item.handling", "item:" + wanted.itemId(), Map.of());
    return wanted.itemId();
  }

  /** A unit of the district level: it sees the results of every sub-district. */
  private void overseer(@Nullable Integer unitId) {
    if (unitId != null
        && units.find(unitId).filter(unit -> unit.open() && unit.atDistrictLevel()).isEmpty()) {
      throw new Rejected("NOT_FOUND", "overseerUnitId", "没有这个区级单位");
    }
  }

  private static void within(@Nullable Integer value, int least, int most, String field) {
    if (value != null && (value < least || value > most)) {
      throw new Rejected("OUT_OF_RANGE", field, "须在 " + least + " 至 " + most + " 之间");
    }
  }
}
