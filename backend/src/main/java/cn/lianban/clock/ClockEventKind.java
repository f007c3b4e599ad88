package cn.lianban.clock;

/** What happened to a clock. */
enum ClockEventKind {
  STARTED,
  SUSPENDED,
  RESUMED,
  EXTENDED,
  HELD_BY,
  RECOMPUTED,
  RUNG,
  CLOSED
}
