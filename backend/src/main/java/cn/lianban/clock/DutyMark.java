package cn.lianban.clock;

/** What a queue shows beside a date; moves none. */
public enum DutyMark {
  /** granted: it comes first (绿色通道) */
  GREEN_CHANNEL,
  /** what was asked for is said to have come, and waits to be looked at */
  ARRIVED
}
