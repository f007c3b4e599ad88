package cn.lianban.exchange;

/** How far a long export got. */
enum ExportStatus {
  WAITING,
  READY,
  CANCELLED,
  FAILED
}
