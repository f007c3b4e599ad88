package cn.lianban.cases;

/** Where a case stands. */
public enum CaseStatus {
  RECEIVED,
  ACCEPTED,
  /** sent up, not signed for: the time is still the sender's */
  HANDED_UP,
  SIGNED,
  /** on its way to a unit below, not signed for: the time is still the sender's */
  HANDED_DOWN,
  /** a unit of a sub-district has signed and works on it for the deciding one */
  SIGNED_BELOW,
  RETURNED,
  /** sent back a second time: a binding ruling is awaited */
  IN_RULING,
  DECIDED,
  DELIVERED,
  WITHDRAWN,
  NOT_ACCEPTED,
  /** written down by mistake (作废办结) */
  VOIDED,
  /** belongs to an organ outside the district (转报办结) */
  TRANSFERRED;

  /** Papers are in the house and nobody has decided, or ended it otherwise. */
  public boolean isOpen() {
    return this == RECEIVED || isUnderWay();
  }

  /** Accepted and not decided. */
  boolean isUnderWay() {
    return isInWork() || isOnTheWay() || this == IN_RULING;
  }

  /** Somebody has to sign for it. */
  boolean isOnTheWay() {
    return this == HANDED_UP || this == HANDED_DOWN;
  }

  /** Somebody works on it and its clock may stand still. */
  boolean isInWork() {
    return this == ACCEPTED || this == SIGNED || this == SIGNED_BELOW || this == RETURNED;
  }
}
