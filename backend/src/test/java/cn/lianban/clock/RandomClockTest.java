package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The engine against naive oracles that walk day by day, or minute by minute, and know no shortcut.
 */
class RandomClockTest {
  private final Random random = new Random(20261122);

  @Test
  void aDayClockAgreesWithAWalkDayByDay() {
    for (int i = 0; i < 20_000; i++) {
      LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_200));
      BudgetUnit unit = random.nextBoolean() ? BudgetUnit.WORKING_DAYS : BudgetUnit.CALENDAR_DAYS;
      int n = random.nextInt(40);
      List<Pause> pauses = dayPauses(start);
      WorkCalendar calendar = new WorkCalendar(Fixture.NATIONAL, localDays(start));
      Terms.Rules rules = new Terms.Rules(1 + random.nextInt(999), random.nextBoolean());
      Terms terms =
          new Terms(new Budget(n, unit), null, Fixture.noon(start), Fixture.SHANGHAI, rules);
      Dates dates = Reckoning.of(terms, calendar, pauses).dates();
      NaiveDays naive = new NaiveDays(calendar, terms, pauses);
      String story = terms + " " + pauses;
      assertEquals(naive.due(), dates.dueOn(), story);
      assertEquals(naive.yellow(), dates.yellowOn(), story);
    }
  }

  @Test
  void anHourClockAgreesWithAWalkMinuteByMinute() {
    for (int i = 0; i < 1_000; i++) {
      Instant start =
          Instant.parse("2026-11-02T01:17:00Z").plus(Duration.ofMinutes(random.nextInt(5_000)));
      int n = random.nextInt(48);
      List<Pause> pauses = new ArrayList<>();
      for (int p = random.nextInt(4); p > 0; p--) {
        Instant from = start.plus(Duration.ofMinutes(random.nextInt(3_000) - 500));
        pauses.add(new Pause(from, from.plus(Duration.ofMinutes(random.nextInt(900))), ""));
      }
      Terms terms =
          new Terms(
              new Budget(n, BudgetUnit.HOURS), null, start, Fixture.SHANGHAI, Terms.Rules.NATIONAL);
      Dates dates = Reckoning.of(terms, Fixture.CALENDAR, pauses).dates();
      assertEquals(minuteByMinute(start, n * 60L, pauses), dates.dueAt(), terms + " " + pauses);
      if (n > 0) {
        assertEquals(
            minuteByMinute(start, n * 54L, pauses), dates.yellowAt(), terms + " " + pauses);
      }
    }
  }

  @Test
  void thePiecesOfTheHoldersSumToWhatIsConsumed() {
    for (int i = 0; i < 5_000; i++) {
      LocalDate start = LocalDate.of(2025, 6, 1).plusDays(random.nextInt(500));
      BudgetUnit unit = BudgetUnit.values()[random.nextInt(3)];
      Reckoning clock = Fixture.reckoning(start, 1 + random.nextInt(30), unit, dayPauses(start));
      TreeSet<Instant> cuts = new TreeSet<>(List.of(Fixture.noon(start)));
      for (int c = random.nextInt(6); c >= 0; c--) {
        cuts.add(Fixture.noon(start).plus(Duration.ofMinutes(random.nextInt(90_000))));
      }
      int sum = 0;
      for (Instant from = cuts.first(); from != cuts.last(); from = cuts.higher(from)) {
        int piece = clock.consumed(from, cuts.higher(from));
        assertTrue(piece >= 0);
        sum += piece;
      }
      assertEquals(clock.consumed(cuts.last()), sum);
    }
  }

  private static Instant minuteByMinute(Instant start, long minutes, List<Pause> pauses) {
    Instant now = start;
    for (long left = minutes; left > 0; now = now.plusSeconds(60)) {
      Instant at = now;
      boolean out =
          pauses.stream().anyMatch(p -> !at.isBefore(p.from()) && at.isBefore(p.toOrEver()));
      left -= out ? 0 : 1;
    }
    return now;
  }

  private List<Pause> dayPauses(LocalDate start) {
    List<Pause> pauses = new ArrayList<>();
    for (int p = random.nextInt(4); p > 0; p--) {
      LocalDate from = start.plusDays(random.nextInt(50) - 8);
      pauses.add(
          new Pause(Fixture.noon(from), Fixture.noon(from.plusDays(random.nextInt(15))), ""));
    }
    return pauses;
  }

  private List<LocalDay> localDays(LocalDate start) {
    return random
        .ints(random.nextInt(5), 0, 60)
        .distinct()
        .mapToObj(d -> new LocalDay(start.plusDays(d), random.nextBoolean(), "本地", "", 0))
        .toList();
  }
}
