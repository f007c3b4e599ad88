package cn.lianban.clock;

/** What happened to a clock. */
enum ClockEventKind {
  STARTED,
  SUSPENDED,
  RESUMED,
  EXTENDED,
  /** the promise became shorter by a rule (绿色通道) */
  SHORTENED,
  HELD_BY,
  /** into a colleague's hands, in the same unit */
  TRANSFERRED,
  RECOMPUTED,
  RUNG,
  CLOSED
}
