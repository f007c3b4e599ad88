package cn.lianban.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The calendar 2024 to 2027 typed a second time, so that the migration's rows can be compared with
 * it.
 */
final class Fixture {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final Map<Integer, String> NOTICES =
      Map.of(2024, "国办发明电〔2023〕7号", 2025, "国办发明电〔2024〕12号", 2026, "国办发明电〔2025〕7号");

  private static final String DAYS =
      """
      元旦 +2024-01-01; 春节 +2024-02-10/17 -2024-02-04 -2024-02-18; 清明节 +2024-04-04/06 -2024-04-07
      劳动节 +2024-05-01/05 -2024-04-28 -2024-05-11; 端午节 +2024-06-10; 中秋节 +2024-09-15/17 -2024-09-14
      国庆节 +2024-10-01/07 -2024-09-29 -2024-10-12
      元旦 +2025-01-01; 春节 +2025-01-28/31 +2025-02-01/04 -2025-01-26 -2025-02-08; 清明节 +2025-04-04/06
      劳动节 +2025-05-01/05 -2025-04-27; 端午节 +2025-05-31 +2025-06-01/02
      国庆节、中秋节 +2025-10-01/08 -2025-09-28 -2025-10-11
      元旦 +2026-01-01/03 -2026-01-04; 春节 +2026-02-15/23 -2026-02-14 -2026-02-28; 清明节 +2026-04-04/06
      劳动节 +2026-05-01/05 -2026-05-09; 端午节 +2026-06-19/21; 中秋节 +2026-09-25/27
      国庆节 +2026-10-01/07 -2026-09-20 -2026-10-10
      """;

  /** 2027 has no notice: only the rows that the solar rule of the code does not know. */
  private static final String LUNAR_2027 =
      "春节 +2027-02-05/08; 清明节 +2027-04-05; 端午节 +2027-06-09; 中秋节 +2027-09-15";

  static final NationalCalendar NATIONAL = national();
  static final WorkCalendar CALENDAR = new WorkCalendar(NATIONAL, List.of());

  private Fixture() {}

  static Reckoning reckoning(LocalDate start, int n, BudgetUnit unit, List<Pause> pauses) {
    Terms terms = new Terms(new Budget(n, unit), null, noon(start), SHANGHAI, Terms.Rules.NATIONAL);
    return Reckoning.of(terms, CALENDAR, pauses);
  }

  static Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(SHANGHAI).toInstant();
  }

  /** "2026-11-11/2026-11-13;2026-11-20/" → pauses, the last one open; "-" → none. */
  static List<Pause> pauses(String text) {
    return text.equals("-")
        ? List.of()
        : Arrays.stream(text.split(";")).map(Fixture::pause).toList();
  }

  private static Pause pause(String text) {
    String[] ends = text.split("/", -1);
    Instant to = ends[1].isEmpty() ? null : noon(LocalDate.parse(ends[1]));
    return new Pause(noon(LocalDate.parse(ends[0])), to, "依据");
  }

  private static NationalCalendar national() {
    List<NationalDay> days = new ArrayList<>(days(DAYS, false));
    days.addAll(days(LUNAR_2027, true));
    return new NationalCalendar(days, NOTICES);
  }

  private static List<NationalDay> days(String text, boolean byLaw) {
    List<NationalDay> days = new ArrayList<>();
    String name = "";
    for (String word : text.strip().split("[;\\s]+")) {
      if (word.startsWith("+") || word.startsWith("-")) {
        LocalDate first = LocalDate.parse(word.substring(1, 11));
        LocalDate last =
            word.length() > 11 ? LocalDate.parse(word.substring(1, 9) + word.substring(12)) : first;
        String holiday = name;
        first
            .datesUntil(last.plusDays(1))
            .forEach(d -> days.add(new NationalDay(d, word.startsWith("+"), holiday, byLaw)));
      } else {
        name = word;
      }
    }
    return days;
  }
}
