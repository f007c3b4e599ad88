package cn.lianban.outbox;

/** Where a delivery stands. */
public enum DeliveryState {
  WAITING,
  SENT,
  /** For good; somebody is told and may try again by hand. */
  FAILED,
  /** Its time was over before it could be sent. */
  EXPIRED,
  /** Told in a digest together with others. */
  MERGED
}
