package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a clock is reckoned from. budget and statutory include approved extensions (an extension
 * under 行政许可法 Art. 42 lengthens the legal limit itself); statutory is in the budget's unit, null
 * for services without a legal limit.
 */
record Terms(
    Budget budget, @Nullable Integer statutory, Instant startedAt, ZoneId zone, Rules rules) {

  /**
   * A district's rules: the yellow share in per mille, and whether CALENDAR_DAYS move off days off.
   */
  record Rules(int yellowPerMille, boolean moveOffDays) {
    static final Rules NATIONAL = new Rules(YellowRule.DEFAULT_PER_MILLE, true);
  }

  LocalDate startedOn() {
    return startedAt.atZone(zone).toLocalDate();
  }
}
