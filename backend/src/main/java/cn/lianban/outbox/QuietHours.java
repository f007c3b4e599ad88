package cn.lianban.outbox;

import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * The hours in which nothing that can wait is sent; they may lie across midnight.
 *
 * @param from the first quiet moment; equal to {@code to}: none
 * @param to the first moment after
 */
record QuietHours(LocalTime from, LocalTime to) {

  /** As {@code 22:00-07:00}. */
  static QuietHours parse(String text) {
    String[] both = text.split("-", 2);
    return new QuietHours(LocalTime.parse(both[0]), LocalTime.parse(both[both.length - 1]));
  }

  boolean hold(LocalTime time) {
    if (from.equals(to)) {
      return false;
    }
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(to);
    return from.isBefore(to) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }

  /** The moment itself, or the end of the quiet hours it lies in. */
  Instant earliest(Instant at) {
    return hold(at.atZone(Now.CHINA).toLocalTime()) ? next(at, to) : at;
  }

  /** The next time the clock shows that, later than the moment. */
  static Instant next(Instant at, LocalTime time) {
    ZonedDateTime here = at.atZone(Now.CHINA);
    ZonedDateTime today = here.with(time);
    return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
  }
}
