package cn.lianban.identity;

import cn.lianban.tenancy.Actor;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.Seat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From posts to a scope. The reach is that of one's own posts: whoever stands in for another lies
 * at the same level. Posts beside the units are not stood in for; an administrator who goes away
 * has a second one appointed.
 */
final class Standings {
  private Standings() {}

  /**
   * @param rows own posts and those of absent people
   */
  static Scope scope(int districtId, long accountId, List<Held> rows) {
    Reach reach = Reach.PUBLIC;
    Integer unit = null;
    Integer subDistrict = null;
    Set<String> roles = new HashSet<>();
    List<Seat> own = new ArrayList<>();
    List<Seat> deputised = new ArrayList<>();
    for (var row : rows) {
      Long holder = row.holder();
      Role role = row.role();
      if (holder == null || role == null) {
        continue;
      }
      if (holder != accountId) {
        if (PostRules.ofUnits(role)) {
          deputised.add(new Seat(role.name(), row.unit(), holder));
        }
        continue;
      }
      own.add(new Seat(role.name(), row.unit(), null));
      Reach wider = role.reach(row.level() != null);
      if (reach == Reach.PUBLIC || wider == Reach.ALL) {
        reach = wider;
      }
      if (unit == null) {
        unit = row.unit();
        subDistrict = row.level();
      }
    }
    own.addAll(deputised);
    own.forEach(seat -> roles.add(seat.role()));
    return new Scope(
        districtId, subDistrict, unit, reach, roles, Posts.ACCOUNT_ACTOR + accountId, own, null);
  }

  /** What the account has to do before anything else; a post it stands in for counts too. */
  static Actor.@Nullable Owed owed(List<Held> rows) {
    if (rows.getFirst().mustChange()) {
      return Actor.Owed.PASSWORD;
    }
    return rows.stream().anyMatch(Held::mustEnrol) ? Actor.Owed.SECOND_FACTOR : null;
  }

  /** A post read on each request; no role: an account without one. */
  record Held(
      boolean mustChange,
      boolean mustEnrol,
      @Nullable Role role,
      @Nullable Integer unit,
      @Nullable Integer level,
      @Nullable Long holder) {}
}
