package cn.lianban.catalog;

/** How an item is worked: at once, with a promise, jointly, or decided one level up. */
public enum ApprovalType {
  INSTANT,
  PROMISED,
  JOINT,
  HANDED_UP
}
