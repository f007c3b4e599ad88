package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose days they were: a clock that goes from hand to hand, by the days that people would count.
 * The day of a hand-over is the sender's.
 */
class HolderTableTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          within a week                   | 2026-11-16 | W | -                     | 2026-11-18                       | 2026-11-20 | 2 2
          handed up on day 0              | 2026-11-16 | W | -                     | 2026-11-16                       | 2026-11-17 | 0 1
          over a weekend                  | 2026-11-13 | W | -                     | 2026-11-16                       | 2026-11-18 | 1 2
          handed up on a Saturday         | 2026-11-13 | W | -                     | 2026-11-14                       | 2026-11-16 | 0 1
          four hands in a week            | 2026-11-16 | W | -                     | 2026-11-17 2026-11-18 2026-11-19 | 2026-11-23 | 1 1 1 2
          up, returned, up again          | 2026-11-16 | W | -                     | 2026-11-17 2026-11-18            | 2026-11-20 | 1 1 2
          stood still before              | 2026-11-16 | W | 2026-11-17/2026-11-19 | 2026-11-20                       | 2026-11-24 | 2 2
          stood still across the hand-over| 2026-11-16 | W | 2026-11-17/2026-11-23 | 2026-11-19                       | 2026-11-25 | 1 2
          stood still with the first only | 2026-11-16 | W | 2026-11-16/2026-11-18 | 2026-11-18                       | 2026-11-20 | 0 2
          over the National Day           | 2026-09-29 | W | -                     | 2026-10-08                       | 2026-10-12 | 2 3
          over the New Year               | 2025-12-31 | W | -                     | 2026-01-04                       | 2026-01-06 | 1 2
          over the Spring Festival        | 2026-02-12 | W | -                     | 2026-02-14                       | 2026-02-25 | 2 2
          long after the due day          | 2026-11-16 | W | -                     | 2026-11-20                       | 2026-11-27 | 4 5
          calendar days                   | 2026-11-13 | C | -                     | 2026-11-15                       | 2026-11-18 | 2 3
          calendar days, stood still      | 2026-11-13 | C | 2026-11-14/2026-11-16 | 2026-11-15                       | 2026-11-18 | 1 2
          hours                           | 2026-11-16 | H | -                     | 2026-11-17                       | 2026-11-19 | 24 48
          hours, stood still across       | 2026-11-16 | H | 2026-11-17/2026-11-19 | 2026-11-18                       | 2026-11-20 | 24 24
          """)
  void eachHolderHasTheDaysThatTheTableSays(
      String name, String start, char unit, String pauses, String hands, String end, String days) {
    Reckoning reckoning =
        Fixture.reckoning(LocalDate.parse(start), 3, unit(unit), Fixture.pauses(pauses));
    List<Instant> bounds = new ArrayList<>(List.of(noon(start)));
    Arrays.stream(hands.split(" ")).map(HolderTableTest::noon).forEach(bounds::add);
    bounds.add(noon(end));
    List<Integer> counted = new ArrayList<>();
    for (int i = 1; i < bounds.size(); i++) {
      counted.add(reckoning.consumed(bounds.get(i - 1), bounds.get(i)));
    }

    assertThat(counted).isEqualTo(Arrays.stream(days.split(" ")).map(Integer::valueOf).toList());
    assertThat(counted.stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(reckoning.consumed(bounds.getLast()));
  }

  private static BudgetUnit unit(char letter) {
    return switch (letter) {
      case 'W' -> BudgetUnit.WORKING_DAYS;
      case 'C' -> BudgetUnit.CALENDAR_DAYS;
      default -> BudgetUnit.HOURS;
    };
  }

  private static Instant noon(String day) {
    return Fixture.noon(LocalDate.parse(day));
  }
}
