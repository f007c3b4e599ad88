package cn.lianban.files;

/** Where a file stands; only a clean one leaves the house. */
public enum FileState {
  /** arrived, not scanned yet */
  QUARANTINED,
  CLEAN,
  /** the scanner found something: its bytes are gone */
  INFECTED,
  /** taken back with a reason: its bytes are gone */
  REMOVED
}
