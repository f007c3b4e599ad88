package cn.lianban.tenancy;

import org.jspecify.annotations.Nullable;

/** A department, a centre or a sub-district's office. */
public record Unit(int id, String name, UnitKind kind, @Nullable SubDistrict subDistrict) {
  /** The API's id kind. */
  public static final String KIND = "Unit";

  public boolean atDistrictLevel() {
    return subDistrict == null;
  }
}
