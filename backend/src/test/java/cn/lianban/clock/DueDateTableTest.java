package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Due, yellow and provisional by hand: the vectors of the handbook first, then every edge of the
 * rules.
 */
class DueDateTableTest {
  @ParameterizedTest(name = "{0} + {1} {2} without {3} is due {4}, yellow {5}, provisional {6}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
            2026-09-29 |   5 | WORKING_DAYS | -                                           | 2026-10-12 | 2026-10-10 | false
            2026-12-25 |  10 | WORKING_DAYS | -                                           | 2027-01-11 | 2027-01-08 | true
            2025-12-31 |   5 | WORKING_DAYS | -                                           | 2026-01-08 | 2026-01-07 | false
            2026-02-13 |   1 | WORKING_DAYS | -                                           | 2026-02-14 | 2026-02-14 | false
            2026-02-12 |   5 | WORKING_DAYS | -                                           | 2026-02-26 | 2026-02-25 | false
            2026-02-10 |  10 | WORKING_DAYS | -                                           | 2026-03-02 | 2026-02-28 | false
            2026-11-20 |   0 | WORKING_DAYS | -                                           | 2026-11-20 | - | false
            2026-10-03 |   0 | WORKING_DAYS | -                                           | 2026-10-03 | - | false
            2026-11-20 |   1 | WORKING_DAYS | -                                           | 2026-11-23 | 2026-11-23 | false
            2026-11-20 |   2 | WORKING_DAYS | -                                           | 2026-11-24 | 2026-11-24 | false
            2026-11-20 |   3 | WORKING_DAYS | -                                           | 2026-11-25 | 2026-11-24 | false
            2026-11-20 |   4 | WORKING_DAYS | -                                           | 2026-11-26 | 2026-11-25 | false
            2026-11-20 |   5 | WORKING_DAYS | -                                           | 2026-11-27 | 2026-11-26 | false
            2026-11-20 |   9 | WORKING_DAYS | -                                           | 2026-12-03 | 2026-12-02 | false
            2026-11-20 |  10 | WORKING_DAYS | -                                           | 2026-12-04 | 2026-12-03 | false
            2026-11-20 |  11 | WORKING_DAYS | -                                           | 2026-12-07 | 2026-12-04 | false
            2026-11-02 |  20 | WORKING_DAYS | -                                           | 2026-11-30 | 2026-11-26 | false
            2026-11-02 |  19 | WORKING_DAYS | -                                           | 2026-11-27 | 2026-11-26 | false
            2026-11-02 |  21 | WORKING_DAYS | -                                           | 2026-12-01 | 2026-11-27 | false
            2026-03-02 |  30 | WORKING_DAYS | -                                           | 2026-04-14 | 2026-04-09 | false
            2026-03-02 |  45 | WORKING_DAYS | -                                           | 2026-05-08 | 2026-04-29 | false
            2026-03-02 |  60 | WORKING_DAYS | -                                           | 2026-05-28 | 2026-05-20 | false
            2025-01-02 | 248 | WORKING_DAYS | -                                           | 2026-01-04 | 2025-11-28 | false
            2024-01-01 | 251 | WORKING_DAYS | -                                           | 2024-12-31 | 2024-11-26 | false
            2026-10-03 |   1 | WORKING_DAYS | -                                           | 2026-10-08 | 2026-10-08 | false
            2026-02-14 |   1 | WORKING_DAYS | -                                           | 2026-02-24 | 2026-02-24 | false
            2026-02-15 |   1 | WORKING_DAYS | -                                           | 2026-02-24 | 2026-02-24 | false
            2026-05-08 |   1 | WORKING_DAYS | -                                           | 2026-05-09 | 2026-05-09 | false
            2026-05-09 |   1 | WORKING_DAYS | -                                           | 2026-05-11 | 2026-05-11 | false
            2026-09-18 |   1 | WORKING_DAYS | -                                           | 2026-09-20 | 2026-09-20 | false
            2026-09-18 |   2 | WORKING_DAYS | -                                           | 2026-09-21 | 2026-09-21 | false
            2024-02-09 |   5 | WORKING_DAYS | -                                           | 2024-02-22 | 2024-02-21 | false
            2024-09-13 |   3 | WORKING_DAYS | -                                           | 2024-09-19 | 2024-09-18 | false
            2024-09-27 |   1 | WORKING_DAYS | -                                           | 2024-09-29 | 2024-09-29 | false
            2025-01-24 |   3 | WORKING_DAYS | -                                           | 2025-02-05 | 2025-01-27 | false
            2025-09-26 |   4 | WORKING_DAYS | -                                           | 2025-10-09 | 2025-09-30 | false
            2024-12-31 |   1 | WORKING_DAYS | -                                           | 2025-01-02 | 2025-01-02 | false
            2026-12-30 |   1 | WORKING_DAYS | -                                           | 2026-12-31 | 2026-12-31 | false
            2026-12-31 |   1 | WORKING_DAYS | -                                           | 2027-01-04 | 2027-01-04 | true
            2027-01-04 |   5 | WORKING_DAYS | -                                           | 2027-01-11 | 2027-01-08 | true
            2027-02-04 |   3 | WORKING_DAYS | -                                           | 2027-02-11 | 2027-02-10 | true
            2027-04-30 |   3 | WORKING_DAYS | -                                           | 2027-05-05 | 2027-05-04 | true
            2027-09-30 |   5 | WORKING_DAYS | -                                           | 2027-10-08 | 2027-10-07 | true
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-11/2026-11-13                       | 2026-11-25 | 2026-11-24 | false
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-11/2026-11-11                       | 2026-11-23 | 2026-11-20 | false
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-11/2026-11-16                       | 2026-11-26 | 2026-11-25 | false
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-11/2026-11-13;2026-11-12/2026-11-17 | 2026-11-27 | 2026-11-26 | false
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-11/2026-11-13;2026-11-16/2026-11-18 | 2026-11-27 | 2026-11-26 | false
            2026-11-09 |  10 | WORKING_DAYS | 2026-11-14/2026-11-15                       | 2026-11-23 | 2026-11-20 | false
            2026-11-09 |   5 | WORKING_DAYS | 2026-11-09/2026-11-16                       | 2026-11-23 | 2026-11-20 | false
            2026-11-09 |   5 | WORKING_DAYS | 2026-11-02/2026-11-10                       | 2026-11-17 | 2026-11-16 | false
            2026-11-09 |   5 | WORKING_DAYS | 2026-11-16/2026-11-30                       | 2026-11-16 | 2026-11-13 | false
            2026-11-09 |   5 | WORKING_DAYS | 2026-11-13/2026-11-30                       | 2026-12-01 | 2026-11-13 | false
            2026-11-09 |   5 | WORKING_DAYS | 2026-11-12/                                 | paused | - | false
            2026-09-28 |   5 | WORKING_DAYS | 2026-09-30/2026-10-12                       | 2026-10-15 | 2026-10-14 | false
            2026-02-10 |  10 | WORKING_DAYS | 2026-02-13/2026-02-24                       | 2026-03-04 | 2026-03-03 | false
            2026-12-28 |   5 | WORKING_DAYS | 2026-12-30/2027-01-06                       | 2027-01-11 | 2027-01-08 | true
            2026-11-02 |   0 | CALENDAR_DAYS | -                                           | 2026-11-02 | - | false
            2026-10-03 |   0 | CALENDAR_DAYS | -                                           | 2026-10-03 | - | false
            2026-11-02 |   1 | CALENDAR_DAYS | -                                           | 2026-11-03 | 2026-11-03 | false
            2026-11-06 |   1 | CALENDAR_DAYS | -                                           | 2026-11-09 | 2026-11-09 | false
            2026-11-06 |   2 | CALENDAR_DAYS | -                                           | 2026-11-09 | 2026-11-09 | false
            2026-11-02 |   3 | CALENDAR_DAYS | -                                           | 2026-11-05 | 2026-11-04 | false
            2026-11-04 |   3 | CALENDAR_DAYS | -                                           | 2026-11-09 | 2026-11-06 | false
            2026-11-02 |  10 | CALENDAR_DAYS | -                                           | 2026-11-12 | 2026-11-11 | false
            2026-11-02 |  12 | CALENDAR_DAYS | -                                           | 2026-11-16 | 2026-11-13 | false
            2026-11-02 |  20 | CALENDAR_DAYS | -                                           | 2026-11-23 | 2026-11-20 | false
            2026-09-26 |   7 | CALENDAR_DAYS | -                                           | 2026-10-08 | 2026-09-30 | false
            2026-09-25 |   8 | CALENDAR_DAYS | -                                           | 2026-10-08 | 2026-09-30 | false
            2026-10-01 |   5 | CALENDAR_DAYS | -                                           | 2026-10-08 | 2026-10-01 | false
            2026-09-30 |   3 | CALENDAR_DAYS | -                                           | 2026-10-08 | 2026-09-30 | false
            2026-02-13 |   1 | CALENDAR_DAYS | -                                           | 2026-02-14 | 2026-02-14 | false
            2026-02-13 |   3 | CALENDAR_DAYS | -                                           | 2026-02-24 | 2026-02-14 | false
            2026-02-05 |  15 | CALENDAR_DAYS | -                                           | 2026-02-24 | 2026-02-14 | false
            2026-12-20 |  15 | CALENDAR_DAYS | -                                           | 2027-01-04 | 2026-12-31 | true
            2026-12-25 |   7 | CALENDAR_DAYS | -                                           | 2027-01-04 | 2026-12-31 | true
            2027-01-30 |   8 | CALENDAR_DAYS | -                                           | 2027-02-09 | 2027-02-04 | true
            2026-11-02 |  10 | CALENDAR_DAYS | 2026-11-05/2026-11-10                       | 2026-11-17 | 2026-11-16 | false
            2026-11-02 |  10 | CALENDAR_DAYS | 2026-11-05/2026-11-05                       | 2026-11-12 | 2026-11-11 | false
            2026-11-02 |  10 | CALENDAR_DAYS | 2026-11-05/2026-11-08;2026-11-07/2026-11-12 | 2026-11-19 | 2026-11-18 | false
            2026-11-02 |  10 | CALENDAR_DAYS | 2026-11-20/2026-11-25                       | 2026-11-12 | 2026-11-11 | false
            2026-11-02 |  10 | CALENDAR_DAYS | 2026-11-10/                                 | paused | - | false
            2025-06-01 |  30 | CALENDAR_DAYS | -                                           | 2025-07-01 | 2025-06-28 | false
            2024-02-29 | 365 | CALENDAR_DAYS | -                                           | 2025-02-28 | 2025-01-23 | false
            2026-01-05 |  60 | CALENDAR_DAYS | -                                           | 2026-03-06 | 2026-02-28 | false
          """)
  void everyRowOfTheTableHolds(
      LocalDate start,
      int n,
      BudgetUnit unit,
      String pauses,
      String due,
      String yellow,
      boolean provisional) {
    Dates dates = Fixture.reckoning(start, n, unit, Fixture.pauses(pauses)).dates();
    assertEquals(due, dates.paused() ? "paused" : String.valueOf(dates.dueOn()));
    assertEquals(yellow, dates.yellowOn() == null ? "-" : String.valueOf(dates.yellowOn()));
    assertEquals(provisional, dates.provisional());
  }
}
