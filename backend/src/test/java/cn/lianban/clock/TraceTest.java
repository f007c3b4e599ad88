package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  @Test
  void everyDayFromTheStartToTheDueDaySaysWhyItCountsOrNot() {
    assertEquals(
        """
        2026-09-29 0 START
        2026-09-30 1 WORKING_DAY
        2026-10-01 - HOLIDAY 国庆节
        2026-10-02 - HOLIDAY 国庆节
        2026-10-03 - HOLIDAY 国庆节
        2026-10-04 - HOLIDAY 国庆节
        2026-10-05 - HOLIDAY 国庆节
        2026-10-06 - HOLIDAY 国庆节
        2026-10-07 - HOLIDAY 国庆节
        2026-10-08 2 WORKING_DAY
        2026-10-09 3 WORKING_DAY
        2026-10-10 4 MAKE_UP_DAY 国庆节
        2026-10-11 - WEEKEND
        2026-10-12 5 WORKING_DAY
        """,
        told(Fixture.reckoning(LocalDate.of(2026, 9, 29), 5, BudgetUnit.WORKING_DAYS, List.of())));
  }

  @Test
  void aDayOfAYearWithoutANoticeSaysThatItIsProvisional() {
    String told =
        told(Fixture.reckoning(LocalDate.of(2026, 12, 31), 1, BudgetUnit.WORKING_DAYS, List.of()));
    assertEquals(
        """
        2026-12-31 0 START
        2027-01-01 - HOLIDAY_BY_LAW 元旦 provisional
        2027-01-02 - WEEKEND provisional
        2027-01-03 - WEEKEND provisional
        2027-01-04 1 WORKING_DAY provisional
        """,
        told);
  }

  @Test
  void aSuspensionTakesOutWorkingDaysAndNamesItsPaper() {
    assertEquals(
        """
        2026-11-05 0 START
        2026-11-06 - SUSPENDED 依据
        2026-11-07 - WEEKEND
        2026-11-08 - WEEKEND
        2026-11-09 - SUSPENDED 依据
        2026-11-10 1 WORKING_DAY
        """,
        told(
            Fixture.reckoning(
                LocalDate.of(2026, 11, 5),
                1,
                BudgetUnit.WORKING_DAYS,
                Fixture.pauses("2026-11-05/2026-11-09"))));
  }

  @Test
  void calendarDaysThatEndOnADayOffSayThatTheyMoved() {
    assertEquals(
        """
        2026-11-05 0 START
        2026-11-06 1 CALENDAR_DAY
        2026-11-07 2 CALENDAR_DAY
        2026-11-08 - WEEKEND
        2026-11-09 - MOVED
        """,
        told(Fixture.reckoning(LocalDate.of(2026, 11, 5), 2, BudgetUnit.CALENDAR_DAYS, List.of())));
  }

  @Test
  void aPausedClockIsExplainedUntilToday() {
    Reckoning paused =
        Fixture.reckoning(MONDAY, 5, BudgetUnit.WORKING_DAYS, Fixture.pauses("2026-11-03/"));
    assertEquals(
        List.of(DayReason.START, DayReason.WORKING_DAY, DayReason.SUSPENDED, DayReason.SUSPENDED),
        paused.trace(MONDAY.plusDays(3)).stream().map(TraceDay::reason).toList());
    assertEquals(2, paused.trace(MONDAY).size());
  }

  @Test
  void theNumbersOfATraceRunFromZeroToTheBudget() {
    List<TraceDay> trace =
        Fixture.reckoning(MONDAY, 60, BudgetUnit.WORKING_DAYS, List.of()).trace(MONDAY);
    List<Integer> numbers = trace.stream().map(TraceDay::number).filter(n -> n != null).toList();
    for (int i = 0; i <= 60; i++) {
      assertEquals(i, numbers.get(i));
    }
    assertEquals(60, trace.stream().filter(TraceDay::counted).count());
  }

  @Test
  void theLongestLimitIsExplainedInFullAndAnEndlessPauseIsCutOff() {
    Reckoning longest = Fixture.reckoning(MONDAY, Budget.MAX, BudgetUnit.WORKING_DAYS, List.of());
    assertTrue(longest.trace(MONDAY).size() < Reckoning.MAX_TRACE);
    Reckoning endless =
        Fixture.reckoning(
            MONDAY, 5, BudgetUnit.WORKING_DAYS, Fixture.pauses("2026-11-03/3026-11-03"));
    assertEquals(Reckoning.MAX_TRACE, endless.trace(MONDAY).size());
  }

  private static String told(Reckoning clock) {
    return clock.trace(LocalDate.EPOCH).stream()
        .map(
            d ->
                "%s %s %s%s%s\n"
                    .formatted(
                        d.day(),
                        d.number() == null ? "-" : d.number(),
                        d.reason(),
                        d.name() == null ? "" : " " + d.name(),
                        d.provisional() ? " provisional" : ""))
        .collect(Collectors.joining());
  }
}
