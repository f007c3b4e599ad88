package cn.lianban.cases;

import cn.lianban.clock.BudgetUnit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why another platform's last day is not ours. The usual ways of counting are tried one after the
 * other; the first that gives the other's date is told.
 */
final class DueDifference {
  private DueDifference() {}

  /**
   * @param acceptedOn day 0
   * @param limit in {@code unit}
   * @param ours null while paused
   * @param unpaused our last day before anything was taken out, null when nothing was
   */
  record Clock(
      LocalDate acceptedOn,
      int limit,
      BudgetUnit unit,
      @Nullable LocalDate ours,
      @Nullable LocalDate unpaused) {}

  /** The difference in words, null when there is none or nothing to compare. */
  static @Nullable String words(Clock clock, @Nullable LocalDate theirs) {
    LocalDate ours = clock.ours();
    if (theirs == null || ours == null || theirs.equals(ours)) {
      return null;
    }
    return "来源平台到期日 " + theirs + "，本系统重算为 " + ours + "：" + reason(clock, theirs);
  }

  private static String reason(Clock clock, LocalDate theirs) {
    LocalDate accepted = clock.acceptedOn();
    if (theirs.equals(clock.unpaused())) {
      return "来源平台没有扣除暂停期间";
    }
    if (clock.unit() == BudgetUnit.WORKING_DAYS) {
      if (theirs.equals(weekdays(accepted, clock.limit()))) {
        return "来源平台只扣周末，没有计入法定节假日和调休";
      }
      if (theirs.equals(accepted.plusDays(clock.limit()))) {
        return "来源平台按自然日计算";
      }
      if (theirs.equals(weekdays(accepted, clock.limit() - 1))) {
        return "来源平台把受理当日计为第 1 天";
      }
    }
    if (theirs.equals(accepted.plusDays(clock.limit() - 1L))) {
      return "来源平台把受理当日计为第 1 天，按自然日计算";
    }
    if (theirs.isBefore(accepted)) {
      return "来源平台的到期日早于受理日，数据有误";
    }
    return "受理日 " + accepted + "、时限 " + clock.limit() + " 天均不能得出该日期，来源平台的时限或暂停可能不同";
  }

  /** The n-th Monday to Friday after a day. */
  private static LocalDate weekdays(LocalDate day, int n) {
    LocalDate found = day;
    for (int left = n; left > 0; ) {
      found = found.plusDays(1);
      DayOfWeek weekday = found.getDayOfWeek();
      left -= weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY ? 0 : 1;
    }
    return found;
  }
}
