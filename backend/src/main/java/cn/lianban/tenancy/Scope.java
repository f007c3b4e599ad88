package cn.lianban.tenancy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands: what the database is told before its first statement.
 *
 * @param districtId 0: the platform's own, −1: no district at all
 * @param unitId the post's unit, null for roles without one
 * @param roles names of identity's roles, as read on this request
 * @param actor {@code account:17}, {@code token:<hex>}, {@code job:<name>} or {@code nobody}
 * @param seats the roles with their units, the caller's own posts first
 * @param actingFor the absent person for whom this request is done; null: for himself
 */
public record Scope(
    int districtId,
    @Nullable Integer subDistrictId,
    @Nullable Integer unitId,
    Reach reach,
    Set<String> roles,
    String actor,
    List<Seat> seats,
    @Nullable Long actingFor) {
  private static final Pattern ACTOR = Pattern.compile("[a-z]+(:[a-z0-9-]{1,64})?");
  static final int NO_DISTRICT = -1;

  public Scope {
    if (!ACTOR.matcher(actor).matches()) {
      throw new IllegalArgumentException("actor: fixed words, ids and hex only");
    }
  }

  /** A scope without posts: visitors, jobs, a caller who has not been read yet. */
  Scope(
      int districtId,
      @Nullable Integer subDistrictId,
      @Nullable Integer unitId,
      Reach reach,
      Set<String> roles,
      String actor) {
    this(districtId, subDistrictId, unitId, reach, roles, actor, List.of(), null);
  }

  /** Nobody, nowhere: reference data only. */
  static Scope nowhere() {
    return new Scope(NO_DISTRICT, null, null, Reach.PUBLIC, Set.of(), "nobody");
  }

  static Scope visitor(int districtId) {
    return new Scope(districtId, null, null, Reach.PUBLIC, Set.of(), "nobody");
  }

  public boolean hasDistrict() {
    return districtId != NO_DISTRICT;
  }

  /** Somebody without an account under a district's path. */
  public boolean isVisitor() {
    return hasDistrict() && reach == Reach.PUBLIC;
  }

  Scope as(Reach wider, String who) {
    return new Scope(districtId, subDistrictId, unitId, wider, Set.of(), who, List.of(), actingFor);
  }

  Scope withActor(String who) {
    return new Scope(districtId, subDistrictId, unitId, reach, roles, who, seats, actingFor);
  }

  Scope actingFor(@Nullable Long absent) {
    return new Scope(districtId, subDistrictId, unitId, reach, roles, actor, seats, absent);
  }

  /** The units the caller works in today, his own first, then those he stands in at. */
  public Set<Integer> units() {
    Set<Integer> units = new LinkedHashSet<>();
    for (Seat seat : seats) {
      if (seat.unitId() != null) {
        units.add(seat.unitId());
      }
    }
    return units;
  }

  /** The units in which he holds one of the roles, his own first. */
  public Set<Integer> unitsAs(Collection<String> any) {
    Set<Integer> units = new LinkedHashSet<>();
    for (Seat seat : seats) {
      if (seat.unitId() != null && any.contains(seat.role())) {
        units.add(seat.unitId());
      }
    }
    return units;
  }

  /** What policies look at: district, sub-district, reach and actor. */
  String[] settings() {
    return new String[] {
      hasDistrict() ? Integer.toString(districtId) : "",
      subDistrictId == null ? "" : subDistrictId.toString(),
      reach.name(),
      actor
    };
  }

  /** A database that was told the earlier one knows all of this one that it looks at. */
  boolean isTold(Scope earlier) {
    return districtId == earlier.districtId
        && reach == earlier.reach
        && Objects.equals(subDistrictId, earlier.subDistrictId)
        && actor.equals(earlier.actor);
  }
}
