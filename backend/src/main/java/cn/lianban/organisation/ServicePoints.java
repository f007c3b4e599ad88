package cn.lianban.organisation;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.organisation.tables.records.ServicePointRecord;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Halls, windows and stations: kept by the district's administrator, and by a sub-district's inside
 * it. Nothing is deleted: a point is closed on a day.
 */
@Component
class ServicePoints {
  private final PointQueries queries;
  private final PointRows rows;
  private final Units units;
  private final Districts districts;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  ServicePoints(
      PointQueries queries,
      PointRows rows,
      Units units,
      Districts districts,
      Posts posts,
      TenantScope scope,
      Once once,
      AuditTrail audit,
      Now now) {
    this.queries = queries;
    this.rows = rows;
    this.units = units;
    this.districts = districts;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /** What may be changed later. */
  record Facts(
      String name,
      @Nullable Long parentId,
      String address,
      String phone,
      boolean enterprise,
      List<ServicePoint.Hours> hours) {}

  boolean viewerCanEdit() {
    return posts.holds(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
  }

  /** The caller administers the place: the whole district, or its own sub-district. */
  boolean mayChange(@Nullable Integer subDistrictId) {
    return posts.holds(Role.DISTRICT_ADMIN)
        || posts.holds(Role.SUB_DISTRICT_ADMIN)
            && subDistrictId != null
            && subDistrictId.equals(scope.current().subDistrictId());
  }

  /**
   * @param subDistrictId null: where the unit stands
   * @return its id
   * @throws Rejected NOT_FOUND, NAME_TAKEN, REQUIRED, TOO_LONG, INVALID
   */
  long create(
      UnitChanges.Call call,
      ServicePoint.Kind kind,
      int unitId,
      @Nullable Integer subDistrictId,
      Facts facts) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              Unit unit = units.lock(unitId, null, "unitId");
              ServicePointRecord row = rows.fresh();
              row.setKind(kind.name());
              row.setUnitId(unitId);
              row.setSubDistrictId(place(unit, subDistrictId));
              requireReach(row);
              write(row, facts, kind);
              audit.record("servicePoint.create", "servicePoint:" + row.getId(), Map.of());
              return row.getId();
            })
        .id();
  }

  /**
   * @throws Rejected as {@link #create}, and POINT_CLOSED, VERSION_CONFLICT
   */
  long change(UnitChanges.Call call, long id, int expectedVersion, Facts facts) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              ServicePointRecord row = rows.lock(id, expectedVersion);
              requireReach(row);
              write(row, facts, ServicePoint.Kind.valueOf(row.getKind()));
              audit.record("servicePoint.change", "servicePoint:" + id, Map.of());
              return id;
            })
        .id();
  }

  /**
   * Closes it with its windows.
   *
   * @throws Rejected NOT_FOUND, POINT_CLOSED, VERSION_CONFLICT, OUT_OF_RANGE beyond a year
   */
  long close(UnitChanges.Call call, long id, int expectedVersion, LocalDate on) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            call.key(),
            call.input(),
            () -> {
              requireReach(rows.lock(id, expectedVersion));
              if (on.isAfter(now.today()) || on.isBefore(now.today().minusYears(1))) {
                throw new Rejected("OUT_OF_RANGE", "closedOn", "关闭日期须在过去一年内，不晚于今天");
              }
              int closed = rows.close(id, on);
              audit.record("servicePoint.close", "servicePoint:" + id, Map.of("closed", closed));
              return id;
            })
        .id();
  }

  private void write(ServicePointRecord row, Facts facts, ServicePoint.Kind kind) {
    row.setName(Names.checked(facts.name(), "name"));
    row.setParentId(hall(facts.parentId(), kind));
    row.setAddress(Names.optional(facts.address(), 300, "address"));
    row.setPhone(Names.optional(facts.phone(), 60, "phone"));
    row.setEnterprise(facts.enterprise());
    rows.save(row, OpeningTimes.checked(facts.hours()));
  }

  private @Nullable Long hall(@Nullable Long parentId, ServicePoint.Kind kind) {
    if (parentId == null) {
      return null;
    }
    ServicePoint hall = queries.find(parentId).orElse(null);
    if (hall == null) {
      throw new Rejected("NOT_FOUND", "parentId", "没有找到该大厅");
    }
    if (kind != ServicePoint.Kind.WINDOW
        || hall.kind() != ServicePoint.Kind.HALL
        || hall.closedOn() != null) {
      throw new Rejected("INVALID", "parentId", "只有窗口属于在用的大厅");
    }
    return parentId;
  }

  private @Nullable Integer place(Unit unit, @Nullable Integer subDistrictId) {
    SubDistrict home = unit.subDistrict();
    if (home != null) {
      if (subDistrictId != null && subDistrictId != home.id()) {
        throw new Rejected("INVALID", "subDistrictId", "街道单位的服务点须在本街道");
      }
      return home.id();
    }
    if (subDistrictId != null
        && districts.subDistricts().stream().noneMatch(place -> place.id() == subDistrictId)) {
      throw new Rejected("NOT_FOUND", "subDistrictId", "没有找到该街道");
    }
    return subDistrictId;
  }

  private void requireReach(ServicePointRecord row) {
    if (!mayChange(row.getSubDistrictId())
        || !posts.holds(Role.DISTRICT_ADMIN)
            && units
                .find(row.getUnitId())
                .map(unit -> !Objects.equals(place(unit), scope.current().subDistrictId()))
                .orElse(true)) {
      throw Problem.forbidden();
    }
  }

  private static @Nullable Integer place(Unit unit) {
    SubDistrict home = unit.subDistrict();
    return home == null ? null : home.id();
  }
}
