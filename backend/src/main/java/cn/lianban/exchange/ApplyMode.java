package cn.lianban.exchange;

/** What happens to the good lines when there are bad ones. */
enum ApplyMode {
  /** they are written, the bad ones stay in the report */
  VALID_ROWS,
  /** one bad line and nothing is written; one transaction */
  ALL_OR_NOTHING
}
