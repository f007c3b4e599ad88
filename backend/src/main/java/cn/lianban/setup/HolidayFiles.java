package cn.lianban.setup;

import cn.lianban.clock.NationalDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The collected notices, one file a year ({@code holidays/2026.json}). A file without papers
 * publishes nothing. A later year's file overrides an earlier one's December.
 *
 * @param papers year → addresses of its notice
 */
record HolidayFiles(Map<Integer, String> papers, Collection<NationalDay> days) {

  static HolidayFiles read(Path data) throws IOException {
    Map<Integer, String> papers = new TreeMap<>();
    Map<LocalDate, NationalDay> days = new TreeMap<>();
    for (Path file : files(data.resolve("holidays"))) {
      JsonNode year = JsonMapper.shared().readTree(Files.readString(file));
      List<String> notices = new ArrayList<>();
      year.path("papers").forEach(paper -> notices.add(paper.asString()));
      if (!notices.isEmpty()) {
        papers.put(year.path("year").asInt(), String.join(" ", notices));
        year.path("days").forEach(day -> put(days, day));
      }
    }
    return new HolidayFiles(papers, days.values());
  }

  private static void put(Map<LocalDate, NationalDay> days, JsonNode day) {
    LocalDate date = LocalDate.parse(day.path("date").asString());
    boolean off = day.path("isOffDay").asBoolean();
    days.put(date, new NationalDay(date, off, day.path("name").asString(), false));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("missing folder " + folder);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{4}\\.json"))
          .sorted()
          .toList();
    }
  }
}
