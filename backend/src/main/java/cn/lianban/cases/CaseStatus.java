package cn.lianban.cases;

/** Where a case stands. */
public enum CaseStatus {
  RECEIVED,
  ACCEPTED,
  /** sent up, not signed for: the time is still the sender's */
  HANDED_UP,
  SIGNED,
  RETURNED,
  DECIDED,
  DELIVERED,
  WITHDRAWN,
  NOT_ACCEPTED;

  boolean canBeHandedUp() {
    return this == ACCEPTED || this == RETURNED;
  }

  /** Somebody works on it and its clock may stand still. */
  boolean isInWork() {
    return this == ACCEPTED || this == SIGNED || this == RETURNED;
  }
}
