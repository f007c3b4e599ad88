package cn.lianban.clock;

import cn.lianban.graphql.Rejected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What is refused before a clock or a calendar is changed. */
final class Checks {
  private Checks() {}

  /**
   * The text without surrounding space.
   *
   * @throws Rejected REQUIRED when it is blank, TOO_LONG beyond max characters
   */
  static String text(String text, int max, String field) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      throw new Rejected("REQUIRED", field, "必填");
    }
    if (bare.length() > max) {
      throw new Rejected("TOO_LONG", field, "不超过 " + max + " 个字符");
    }
    return bare;
  }

  /**
   * @throws Rejected OUT_OF_RANGE outside least to most
   */
  static void within(int value, int least, int most, String field) {
    if (value < least || value > most) {
      throw new Rejected("OUT_OF_RANGE", field, "须在 " + least + " 至 " + most + " 之间");
    }
  }

  /**
   * The last moment of a suspension's last expected day, so that it still lies in that day.
   *
   * @throws Rejected EXPECTED_UNTIL_PAST when that is before the suspension begins
   */
  static Instant endOf(LocalDate expectedUntil, Instant from, ZoneId zone) {
    within(expectedUntil.getYear(), DueDates.FIRST_YEAR, DueDates.LAST_YEAR, "expectedUntil");
    Instant next = expectedUntil.plusDays(1).atStartOfDay(zone).toInstant();
    Instant end = next.minus(1, ChronoUnit.MICROS);
    if (!end.isAfter(from)) {
      throw new Rejected("EXPECTED_UNTIL_PAST", "expectedUntil", "预计恢复日期不能早于暂停日期");
    }
    return end;
  }
}
