package cn.lianban.catalog;

/** How far an item can be done online (网上办理深度). */
public enum OnlineDepth {
  NONE,
  INFORMED,
  PRE_CHECKED,
  SUBMITTED,
  FULL
}
