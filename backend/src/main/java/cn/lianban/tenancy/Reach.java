package cn.lianban.tenancy;

/** How far a caller sees inside the district; the policies compare with it. */
public enum Reach {
  /** its sub-district */
  OWN,
  /** the district level, and what the district level takes or took part in */
  LEVEL,
  /** the whole district */
  ALL,
  /** definition tables, token rows and published figures */
  PUBLIC,
  /** writes reference data; operators, district 0 */
  PLATFORM,
  /** ids and times of what is due, all districts; the scheduler */
  SCAN
}
