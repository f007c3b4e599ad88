package cn.lianban.exchange;

/** What becomes of a line of the file. */
enum LineState {
  /** typed, not compared yet */
  READY,
  REFUSED,
  /** no record: a total, a group, a note */
  SKIPPED,
  NEW,
  CHANGED,
  UNCHANGED,
  /** no line at all: a record that is here and not in the file */
  MISSING,
  CREATED,
  UPDATED,
  TAKEN_BACK
}
