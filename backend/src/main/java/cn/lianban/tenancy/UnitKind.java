package cn.lianban.tenancy;

/** What a unit is in the district's organisation. */
public enum UnitKind {
  DEPARTMENT,
  CENTRE,
  SUB_DISTRICT_OFFICE
}
