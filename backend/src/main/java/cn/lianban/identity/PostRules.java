package cn.lianban.identity;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which post an account may get. All posts of an account lie where the account does: its request
 * sees one level, and whoever resets its password must not get further than his own charge.
 */
final class PostRules {
  private static final Set<Role> OF_UNITS =
      Set.of(Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);

  private PostRules() {}

  /** Clerks, officers and heads work in a unit, and may be stood in for there. */
  static boolean ofUnits(Role role) {
    return OF_UNITS.contains(role);
  }

  /**
   * @param home the account's sub-district, null: the district level
   * @throws Rejected INVALID at role, REQUIRED or INVALID at unitId, POST_ELSEWHERE
   */
  static void check(Role role, @Nullable Unit unit, @Nullable Integer home) {
    if (role == Role.PLATFORM_OPERATOR) {
      throw new Rejected("INVALID", "role", "平台运维岗位不在区内设置");
    }
    if (ofUnits(role) && unit == null) {
      throw new Rejected("REQUIRED", "unitId", "请选择单位");
    }
    if (role == Role.SUB_DISTRICT_ADMIN ? home == null : !ofUnits(role) && home != null) {
      throw new Rejected("POST_ELSEWHERE", "role", "该角色不在此账号所在的层级");
    }
    if (!ofUnits(role) && role != Role.SUB_DISTRICT_ADMIN && unit != null) {
      throw new Rejected("INVALID", "unitId", "该角色不属于任何单位");
    }
    if (unit != null && !Objects.equals(home, placeOf(unit))) {
      throw new Rejected("POST_ELSEWHERE", "unitId", "单位与账号不在同一层级或街道");
    }
  }

  /**
   * Who keeps the district's accounts does not audit them (GB/T 22239-2019, 8.1.5: separate
   * administrators).
   *
   * @throws Rejected ROLES_APART
   */
  static void checkApart(Role wanted, Set<Role> held) {
    boolean audits = wanted == Role.AUDITOR || held.contains(Role.AUDITOR);
    boolean keeps =
        wanted == Role.DISTRICT_ADMIN
            || wanted == Role.SUB_DISTRICT_ADMIN
            || held.contains(Role.DISTRICT_ADMIN)
            || held.contains(Role.SUB_DISTRICT_ADMIN);
    if (audits && keeps) {
      throw new Rejected("ROLES_APART", "role", "审计员与管理员不能由同一账号担任");
    }
  }

  static @Nullable Integer placeOf(Unit unit) {
    return unit.subDistrict() == null ? null : unit.subDistrict().id();
  }
}
