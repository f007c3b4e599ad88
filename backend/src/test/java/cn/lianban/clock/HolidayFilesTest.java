package cn.lianban.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Our typed facts against the collected notices in ../shared/data/holidays; skipped, saying so,
 * where it is missing.
 */
class HolidayFilesTest {
  private static final Pattern DAY =
      Pattern.compile("\"date\":\\s*\"([0-9-]+)\",\\s*\"isOffDay\":\\s*(true|false)");

  @ParameterizedTest(name = "{0} has {1} working days")
  @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
  void theTypedYearsHaveTheirWorkingDays(int year, int workingDays) {
    assertEquals(workingDays, Fixture.CALENDAR.workingDays(year));
  }

  @Test
  void everyDayOfTheCollectedNoticesIsTheSameInOurs() throws IOException {
    Map<LocalDate, Boolean> theirs = new TreeMap<>();
    for (int year = 2024; year <= 2026; year++) {
      DAY.matcher(Files.readString(folder().resolve(year + ".json")))
          .results()
          .forEach(m -> theirs.put(LocalDate.parse(m.group(1)), Boolean.valueOf(m.group(2))));
    }
    Map<LocalDate, Boolean> ours = new TreeMap<>();
    for (int year = 2024; year <= 2026; year++) {
      Fixture.NATIONAL.specials(year).forEach(d -> ours.put(d.day(), d.off()));
    }
    assertEquals(theirs, ours);
  }

  private static Path folder() {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path folder = p.resolve("shared/data/holidays");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return abort(
        "no shared/data/holidays beside the repository: typed holidays are not compared with it");
  }
}
