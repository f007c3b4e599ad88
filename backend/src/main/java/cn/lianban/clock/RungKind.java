package cn.lianban.clock;

/** What is told once per clock and generation, when its moment has come. */
public enum RungKind {
  YELLOW,
  RED,
  /** The statutory limit has passed as well. */
  DARK,
  /** A suspension lasts longer than the applicant was told. */
  SUSPENSION_OVERRUN
}
