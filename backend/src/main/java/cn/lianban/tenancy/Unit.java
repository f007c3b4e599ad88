package cn.lianban.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A department, a centre or a sub-district's office.
 *
 * @param closedOn the first day on which it is no unit any more: merged, split up or abolished
 */
public record Unit(
    int id,
    String name,
    UnitKind kind,
    @Nullable SubDistrict subDistrict,
    @Nullable LocalDate closedOn,
    int version) {
  /** The API's id kind. */
  public static final String KIND = "Unit";

  /** As it is when it has just been made. */
  public Unit(int id, String name, UnitKind kind, @Nullable SubDistrict subDistrict) {
    this(id, name, kind, subDistrict, null, 0);
  }

  /** Null for a unit that the caller does not see. */
  public static @Nullable String nameOf(@Nullable Unit unit) {
    return unit == null ? null : unit.name();
  }

  public boolean open() {
    return closedOn == null;
  }

  public boolean atDistrictLevel() {
    return subDistrict == null;
  }
}
