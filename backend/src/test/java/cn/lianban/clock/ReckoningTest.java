package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReckoningTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  @Test
  void aDayClockIsRedFromTheStartOfTheNextDayInTheDistrictsZone() {
    Dates dates =
        Fixture.reckoning(LocalDate.of(2026, 9, 29), 5, BudgetUnit.WORKING_DAYS, List.of()).dates();
    assertEquals(Instant.parse("2026-10-12T16:00:00Z"), dates.dueAt());
    assertEquals(Instant.parse("2026-10-09T16:00:00Z"), dates.yellowAt());
    assertEquals(Light.GREEN, dates.lightAt(Instant.parse("2026-10-09T15:59:59Z")));
    assertEquals(Light.YELLOW, dates.lightAt(Instant.parse("2026-10-09T16:00:00Z")));
    assertEquals(Light.YELLOW, dates.lightAt(Instant.parse("2026-10-12T15:59:59Z")));
    assertEquals(Light.RED, dates.lightAt(Instant.parse("2026-10-12T16:00:00Z")));
  }

  @Test
  void theDayOfAcceptanceIsTheDayInTheDistrictsZone() {
    Terms late =
        new Terms(
            new Budget(1, BudgetUnit.WORKING_DAYS),
            null,
            Instant.parse("2026-11-02T16:30:00Z"),
            Fixture.SHANGHAI,
            Terms.Rules.NATIONAL);
    assertEquals(
        LocalDate.of(2026, 11, 4), Reckoning.of(late, Fixture.CALENDAR, List.of()).dates().dueOn());
  }

  @Test
  void theLightIsDarkOnceTheStatutoryLimitHasPassedToo() {
    Dates dates = statutory(5, 10);
    assertEquals(Instant.parse("2026-11-09T16:00:00Z"), dates.dueAt());
    assertEquals(Instant.parse("2026-11-16T16:00:00Z"), dates.darkAt());
    assertEquals(Light.RED, dates.lightAt(Instant.parse("2026-11-16T15:59:59Z")));
    assertEquals(Light.DARK, dates.lightAt(Instant.parse("2026-11-16T16:00:00Z")));
  }

  @Test
  void aServiceWithoutAStatutoryLimitNeverTurnsDark() {
    assertNull(Fixture.reckoning(MONDAY, 5, BudgetUnit.WORKING_DAYS, List.of()).dates().darkAt());
  }

  private static Dates statutory(int promised, int statutory) {
    Terms terms =
        new Terms(
            new Budget(promised, BudgetUnit.WORKING_DAYS),
            statutory,
            Fixture.noon(MONDAY),
            Fixture.SHANGHAI,
            Terms.Rules.NATIONAL);
    return Reckoning.of(terms, Fixture.CALENDAR, List.of()).dates();
  }

  @Test
  void whileAPauseIsOpenNothingIsDueAndNothingIsYellow() {
    Dates dates =
        Fixture.reckoning(
                MONDAY, 5, BudgetUnit.HOURS, List.of(new Pause(Fixture.noon(MONDAY), null, "听证")))
            .dates();
    assertEquals(Dates.paused(false), dates);
    assertEquals(Light.PAUSED, dates.lightAt(Instant.parse("2099-01-01T00:00:00Z")));
  }

  @ParameterizedTest(name = "{1} of {0} at {2} per mille")
  @CsvSource({
    "3, 2, 900", "4, 3, 900", "5, 4, 900", "9, 8, 900", "10, 9, 900", "11, 10, 900", "20, 18, 900",
        "45, 41, 900",
    "3660, 3294, 900", "3, 1, 1", "10, 5, 500", "10, 9, 999", "20, 15, 750", "20, 16, 751",
        "3, 1, 333", "3, 2, 334"
  })
  void theYellowDayIsTheShareRoundedUpButNeverTheLastDay(int n, int day, int perMille) {
    assertEquals(day, YellowRule.workingDay(n, perMille));
  }

  @Test
  void atNineTenthsTheShareIsTheFormulaOfTheHandbook() {
    for (int n = 0; n <= Budget.MAX; n++) {
      assertEquals((9 * n + 9) / 10, YellowRule.share(n, 900));
    }
  }

  @Test
  void hoursRunRoundTheClockAndTurnYellowAtNineTenths() {
    Dates dates = Fixture.reckoning(MONDAY, 1, BudgetUnit.HOURS, List.of()).dates();
    assertEquals(Instant.parse("2026-11-02T05:00:00Z"), dates.dueAt());
    assertEquals(Instant.parse("2026-11-02T04:54:00Z"), dates.yellowAt());
    assertEquals(MONDAY, dates.dueOn());
    assertFalse(dates.provisional());
  }

  @Test
  void hoursEndWhereThePauseBeginsWhenTheyAreUsedUpExactlyThere() {
    Pause pause =
        new Pause(Instant.parse("2026-11-02T06:00:00Z"), Instant.parse("2026-11-03T06:00:00Z"), "");
    Reckoning two = Fixture.reckoning(MONDAY, 2, BudgetUnit.HOURS, List.of(pause));
    assertEquals(pause.from(), two.dates().dueAt());
    assertEquals(2, two.consumed(Instant.parse("2026-11-03T06:59:59Z")));
    assertEquals(3, two.consumed(Instant.parse("2026-11-03T07:00:00Z")));
  }

  @Test
  void whatIsConsumedGoesOnPastTheDueDateAndStandsStillInAPause() {
    Reckoning clock =
        Fixture.reckoning(
            MONDAY, 3, BudgetUnit.WORKING_DAYS, Fixture.pauses("2026-11-04/2026-11-06"));
    assertEquals(0, clock.consumed(Fixture.noon(MONDAY)));
    assertEquals(2, clock.consumed(Fixture.noon(LocalDate.of(2026, 11, 4))));
    assertEquals(2, clock.consumed(Fixture.noon(LocalDate.of(2026, 11, 8))));
    assertEquals(7, clock.consumed(Fixture.noon(LocalDate.of(2026, 11, 13))));
  }

  @Test
  void aDayOfTheDistrictsOwnOutranksTheNationalCalendar() {
    LocalDay flood = new LocalDay(MONDAY.plusDays(1), true, "防汛", "区政办发〔2026〕1号", 0);
    LocalDay saturday = new LocalDay(LocalDate.of(2026, 11, 7), false, "延时服务", "", 0);
    WorkCalendar own = new WorkCalendar(Fixture.NATIONAL, List.of(flood, saturday));
    Terms terms =
        new Terms(
            new Budget(4, BudgetUnit.WORKING_DAYS),
            null,
            Fixture.noon(MONDAY),
            Fixture.SHANGHAI,
            Terms.Rules.NATIONAL);
    Reckoning clock = Reckoning.of(terms, own, List.of());
    assertEquals(LocalDate.of(2026, 11, 7), clock.dates().dueOn());
    List<DayReason> reasons = clock.trace(MONDAY).stream().map(TraceDay::reason).toList();
    assertEquals(DayReason.LOCAL_OFF, reasons.get(1));
    assertEquals(DayReason.LOCAL_WORKING_DAY, reasons.get(5));
  }

  @Test
  void aDistrictThatDoesNotMoveDaysOffIsDueOnThem() {
    Terms terms =
        new Terms(
            new Budget(1, BudgetUnit.CALENDAR_DAYS),
            null,
            Fixture.noon(LocalDate.of(2026, 11, 6)),
            Fixture.SHANGHAI,
            new Terms.Rules(900, false));
    assertEquals(
        LocalDate.of(2026, 11, 7),
        Reckoning.of(terms, Fixture.CALENDAR, List.of()).dates().dueOn());
  }

  @Test
  void inAYearThatNoTableKnowsTheSolarHolidaysAreOffAndTheDateIsProvisional() {
    Reckoning clock =
        Fixture.reckoning(LocalDate.of(2040, 4, 30), 1, BudgetUnit.WORKING_DAYS, List.of());
    assertEquals(LocalDate.of(2040, 5, 3), clock.dates().dueOn());
    assertTrue(clock.dates().provisional());
    assertEquals(
        List.of("2040-01-01", "2040-05-01", "2040-05-02", "2040-10-01", "2040-10-02", "2040-10-03"),
        Fixture.NATIONAL.specials(2040).stream()
            .map(d -> d.day().toString())
            .collect(Collectors.toList()));
  }

  @Test
  void aPauseOfAThousandYearsIsStillReckonedAtOnce() {
    List<Pause> pauses = Fixture.pauses("2026-11-03/3026-11-03");
    assertEquals(
        LocalDate.of(3026, 11, 6), // the 4th is a Saturday
        Fixture.reckoning(MONDAY, 2, BudgetUnit.CALENDAR_DAYS, pauses).dates().dueOn());
  }
}
