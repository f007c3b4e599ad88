package cn.lianban.organisation;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.organisation.Plans.AtVersion;
import cn.lianban.organisation.Plans.Into;
import cn.lianban.organisation.Plans.Piece;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the district's administrator does with units. A change of today or before is carried out at
 * once, a later one waits for its day. Everybody else is FORBIDDEN.
 */
@Component
class UnitChanges {
  private static final int LONGEST_AHEAD_IN_YEARS = 2;
  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private final Plans plans;
  private final ChangeRows rows;
  private final Successions successions;
  private final Units units;
  private final Districts districts;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  UnitChanges(
      Plans plans,
      ChangeRows rows,
      Successions successions,
      Units units,
      Districts districts,
      Posts posts,
      Once once,
      AuditTrail audit,
      Now now) {
    this.plans = plans;
    this.rows = rows;
    this.successions = successions;
    this.units = units;
    this.districts = districts;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * @param input the mutation's whole input
   */
  record Call(String key, Object input) {}

  /** The day a change takes effect and the paper that says so. */
  record Order(LocalDate effectiveOn, String paper) {}

  boolean viewerCanEdit() {
    return posts.holds(Role.DISTRICT_ADMIN);
  }

  void requireEditor() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  /**
   * @return the new unit's id
   * @throws Rejected REQUIRED, TOO_LONG, INVALID, NOT_FOUND, NAME_TAKEN
   */
  int create(
      Call call, UnitKind kind, String name, @Nullable Integer subDistrictId, List<String> codes) {
    posts.require(Role.DISTRICT_ADMIN);
    String wanted = Names.checked(name, "name");
    Set<String> aliases = Names.codes(codes);
    if ((kind == UnitKind.SUB_DISTRICT_OFFICE) != (subDistrictId != null)) {
      throw new Rejected("INVALID", "subDistrictId", "街道单位须选择街道，区级单位不选");
    }
    return (int)
        once.run(
                call.key(),
                call.input(),
                () -> {
                  requirePlace(subDistrictId);
                  if (units.named(wanted).isPresent()) {
                    throw new Rejected("NAME_TAKEN", "name", "已有同名单位");
                  }
                  int id = units.create(kind, wanted, subDistrictId);
                  units.setAliases(id, aliases);
                  audit.record("unit.create", "unit:" + id, Map.of("aliases", aliases.size()));
                  return id;
                })
            .id();
  }

  private void requirePlace(@Nullable Integer subDistrictId) {
    if (subDistrictId != null
        && districts.subDistricts().stream().noneMatch(place -> place.id() == subDistrictId)) {
      throw new Rejected("NOT_FOUND", "subDistrictId", "没有找到该街道");
    }
  }

  /**
   * @throws Rejected NOT_FOUND, UNIT_CLOSED, VERSION_CONFLICT, TOO_LONG, OUT_OF_RANGE
   */
  int setAliases(Call call, AtVersion of, List<String> codes) {
    posts.require(Role.DISTRICT_ADMIN);
    Set<String> aliases = Names.codes(codes);
    return (int)
        once.run(
                call.key(),
                call.input(),
                () -> {
                  int id = units.lock(of.unitId(), of.expectedVersion(), "id").id();
                  units.setAliases(id, aliases);
                  audit.record("unit.aliasesSet", "unit:" + id, Map.of("aliases", aliases.size()));
                  return id;
                })
            .id();
  }

  long rename(Call call, AtVersion of, String name, Order order) {
    return enter(call, UnitChange.Kind.RENAME, order, () -> plans.rename(of, name));
  }

  long merge(Call call, List<AtVersion> from, Into into, Order order) {
    return enter(call, UnitChange.Kind.MERGE, order, () -> plans.merge(from, into));
  }

  long split(Call call, AtVersion of, boolean ends, List<Piece> pieces, Order order) {
    return enter(call, UnitChange.Kind.SPLIT, order, () -> plans.split(of, ends, pieces));
  }

  /**
   * @throws Rejected VERSION_CONFLICT, also when its day has come meanwhile
   */
  long cancel(Call call, long change, int expectedVersion) {
    posts.require(Role.DISTRICT_ADMIN);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              rows.cancel(change, expectedVersion, now.instant());
              audit.record("unit.changeCancel", "unitChange:" + change, Map.of());
              return change;
            })
        .id();
  }

  private long enter(
      Call call, UnitChange.Kind kind, Order order, Supplier<List<UnitChange.Part>> parts) {
    posts.require(Role.DISTRICT_ADMIN);
    String paper = Names.checked(order.paper(), "paper");
    LocalDate day = checked(order.effectiveOn());
    return once.run(
            call.key(),
            call.input(),
            () -> {
              long id = rows.insert(kind, day, paper, parts.get(), now.instant());
              audit.record("unit.change", "unitChange:" + id, Map.of("kind", kind.name()));
              if (!day.isAfter(now.today())) {
                successions.carryOut(id);
              }
              return id;
            })
        .id();
  }

  private LocalDate checked(LocalDate day) {
    LocalDate latest = now.today().plusYears(LONGEST_AHEAD_IN_YEARS);
    if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
      throw new Rejected(
          "OUT_OF_RANGE", "effectiveOn", "生效日期须在 " + EARLIEST + " 至 " + latest + " 之间");
    }
    return day;
  }
}
