package cn.lianban.clock;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what the public calculator is asked; every refusal names the field. */
final class DueDates {
  static final int FIRST_YEAR = 1949;
  static final int LAST_YEAR = 2199;
  private static final int MAX_SUSPENSIONS = 100;

  private DueDates() {}

  /** A suspension as it was typed: days for day units, instants for HOURS. */
  record Typed(String from, @Nullable String to) {}

  /**
   * @throws Problem BAD_INPUT with the path of the field in the input
   */
  static Budget budget(int amount, BudgetUnit unit) {
    if (amount < 0 || amount > Budget.MAX) {
      throw Problem.badInput("budget", "时限须在 0 至 " + Budget.MAX + " 之间");
    }
    return new Budget(amount, unit);
  }

  static Instant start(
      BudgetUnit unit, @Nullable LocalDate acceptedOn, @Nullable Instant acceptedAt) {
    if (unit == BudgetUnit.HOURS) {
      if (acceptedAt == null) {
        throw Problem.badInput("acceptedAt", "按小时计算须填写受理时刻");
      }
      if (acceptedOn != null) {
        throw Problem.badInput("acceptedOn", "按小时计算只填受理时刻");
      }
      return known(acceptedAt, "acceptedAt");
    }
    if (acceptedOn == null) {
      throw Problem.badInput("acceptedOn", "按日计算须填写受理日期");
    }
    if (acceptedAt != null) {
      throw Problem.badInput("acceptedAt", "按日计算只填受理日期");
    }
    return startOf(acceptedOn, "acceptedOn");
  }

  /**
   * @param start as {@link #start} answered: nothing stands still before it runs
   */
  static List<Pause> pauses(BudgetUnit unit, Instant start, List<Typed> typed) {
    if (typed.size() > MAX_SUSPENSIONS) {
      throw Problem.badInput("suspensions", "暂停不超过 " + MAX_SUSPENSIONS + " 次");
    }
    List<Pause> pauses = new ArrayList<>();
    for (Typed one : typed) {
      String path = "suspensions[" + pauses.size() + "]";
      Instant from = bound(unit, one.from(), path + ".from");
      if (from.isBefore(start)) {
        throw Problem.badInput(path + ".from", "暂停不能早于受理");
      }
      Instant to = one.to() == null ? null : bound(unit, one.to(), path + ".to");
      if (to != null && to.isBefore(from)) {
        throw Problem.badInput(path + ".to", "暂停结束不能早于开始");
      }
      pauses.add(new Pause(from, to, ""));
    }
    return pauses;
  }

  private static Instant bound(BudgetUnit unit, String text, String field) {
    try {
      return unit == BudgetUnit.HOURS
          ? known(OffsetDateTime.parse(text).toInstant(), field)
          : startOf(LocalDate.parse(text), field);
    } catch (DateTimeException malformed) {
      throw Problem.badInput(
          field,
          unit == BudgetUnit.HOURS ? "须为时刻，如 2026-11-22T09:30:00+08:00" : "须为日期，如 2026-11-22");
    }
  }

  private static Instant startOf(LocalDate day, String field) {
    return known(day.atStartOfDay(Now.CHINA).toInstant(), field);
  }

  private static Instant known(Instant instant, String field) {
    int year = instant.atZone(Now.CHINA).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw Problem.badInput(field, "年份须在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间");
    }
    return instant;
  }
}
