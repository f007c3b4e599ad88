package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Acceptance 5, decision 20 + 10, joint 45 + 15, delivery 10 (行政许可法 Art. 32, 42, 44), with stops
 * (Art. 45), year ends and calendar moves: the whole table by the dates that people would count.
 */
class LegalClockTableTest {
  @ParameterizedTest
  @MethodSource("rows")
  void theLegalClockEndsOnTheDayThatTheTableSays(String line) {
    String[] cell = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
    Dates dates = reckoning(cell).dates();
    assertEquals(LocalDate.parse(cell[9]), dates.dueOn(), cell[0]);
    assertEquals(cell[10], day(dates.darkAt()), cell[0]);
  }

  private static Reckoning reckoning(String[] cell) {
    BudgetUnit unit = cell[6].equals("W") ? BudgetUnit.WORKING_DAYS : BudgetUnit.CALENDAR_DAYS;
    int extended = Integer.parseInt(cell[4]);
    List<LocalDay> local = new ArrayList<>(days(cell[7], true));
    local.addAll(days(cell[8], false));
    Terms terms =
        new Terms(
            new Budget(Integer.parseInt(cell[2]) + extended, unit),
            cell[3].equals("-") ? null : Integer.valueOf(Integer.parseInt(cell[3]) + extended),
            Fixture.noon(LocalDate.parse(cell[1])),
            Fixture.SHANGHAI,
            Terms.Rules.NATIONAL);
    return Reckoning.of(terms, new WorkCalendar(Fixture.NATIONAL, local), Fixture.pauses(cell[5]));
  }

  private static List<LocalDay> days(String text, boolean off) {
    return text.equals("-")
        ? List.of()
        : Arrays.stream(text.split(";"))
            .map(day -> new LocalDay(LocalDate.parse(day), off, "本区", "", 0))
            .toList();
  }

  /** The statutory limit is the last day, as the promise's is. */
  private static String day(Instant darkAt) {
    return darkAt == null
        ? "-"
        : darkAt.minus(1, ChronoUnit.MICROS).atZone(Fixture.SHANGHAI).toLocalDate().toString();
  }

  static Stream<String> rows() throws IOException {
    try (InputStream file = LegalClockTableTest.class.getResourceAsStream("/legal-clocks.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      List<String> rows = text.lines().filter(line -> !line.startsWith("#")).toList();
      assertEquals(75, rows.size());
      return rows.stream();
    }
  }
}
