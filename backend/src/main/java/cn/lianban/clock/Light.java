package cn.lianban.clock;

/** A duty's light: a comparison with now, never stored while the duty is open. */
public enum Light {
  GREEN,
  YELLOW,
  RED,
  /** The statutory limit has passed as well. */
  DARK,
  PAUSED,
  CLOSED
}
