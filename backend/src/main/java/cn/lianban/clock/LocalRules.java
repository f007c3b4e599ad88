package cn.lianban.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A district's calendar, zone, thresholds and switches, as read once for a request. */
record LocalRules(
    ZoneId zone, boolean moveOffDays, List<Threshold> thresholds, WorkCalendar calendar) {

  /** Yellow at this share; itemId null: the whole district's. */
  record Threshold(@Nullable Long itemId, LocalDate effectiveFrom, int perMille) {
    boolean applies(@Nullable Long item, LocalDate startedOn) {
      return !effectiveFrom.isAfter(startedOn) && (itemId == null || itemId.equals(item));
    }
  }

  /**
   * The rules of a clock: the newest row in force on its day 0, an item's own before the
   * district's.
   *
   * @param thresholds in the order in which they were entered; of equal days the later one wins
   */
  Terms.Rules rules(@Nullable Long itemId, LocalDate startedOn) {
    int perMille =
        thresholds.stream()
            .filter(t -> t.applies(itemId, startedOn))
            .reduce((older, newer) -> order().compare(older, newer) > 0 ? older : newer)
            .map(Threshold::perMille)
            .orElse(YellowRule.DEFAULT_PER_MILLE);
    return new Terms.Rules(perMille, moveOffDays);
  }

  /** With the district's own row of a day as it would be; off null: without one. */
  LocalRules with(LocalDate day, @Nullable Boolean off) {
    return new LocalRules(zone, moveOffDays, thresholds, calendar.with(day, off));
  }

  /** With another national calendar. */
  LocalRules over(NationalCalendar national) {
    return new LocalRules(zone, moveOffDays, thresholds, calendar.over(national));
  }

  private static Comparator<Threshold> order() {
    return Comparator.comparing((Threshold t) -> t.itemId() != null)
        .thenComparing(Threshold::effectiveFrom);
  }
}
