package cn.lianban.exchange;

/** How far a file got. */
enum ImportStatus {
  /** stored and looked at; waits for its columns to be confirmed */
  UPLOADED,
  /** its lines are being read */
  STAGING,
  /** its records are being compared with those that are there */
  CHECKING,
  /** the dry run is done; nothing has been written */
  CHECKED,
  APPLYING,
  APPLIED,
  UNDOING,
  UNDONE,
  /** what had been written by then stays, and can be taken back */
  CANCELLED,
  /** a fault stopped it; as CANCELLED */
  FAILED;

  /** The job is at it, or about to be. */
  boolean isMoving() {
    return this == STAGING || this == CHECKING || this == APPLYING || this == UNDOING;
  }

  static java.util.List<String> moving() {
    return java.util.Arrays.stream(values())
        .filter(ImportStatus::isMoving)
        .map(ImportStatus::name)
        .toList();
  }

  /** The columns may be chosen, anew too. */
  boolean mayStage() {
    return this == UPLOADED || this == CHECKED;
  }

  /** Something may have been written. */
  boolean mayUndo() {
    return this == APPLIED || this == CANCELLED || this == FAILED;
  }
}
