package cn.lianban.organisation;

import cn.lianban.graphql.Rejected;
import cn.lianban.organisation.ServicePoint.Hours;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Opening hours as typed: real times, in order, not overlapping, at most three a day. */
final class OpeningTimes {
  private static final int MOST_A_DAY = 3;
  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("HH:mm");

  private OpeningTimes() {}

  record Span(int weekday, LocalTime opens, LocalTime closes) {}

  /**
   * @throws Rejected INVALID at openingHours[n]
   */
  static List<Span> checked(List<Hours> typed) {
    List<Span> spans = new ArrayList<>();
    for (Hours hours : typed) {
      spans.add(span(hours, "openingHours[" + spans.size() + "]"));
    }
    spans.sort(Comparator.comparing(Span::weekday).thenComparing(Span::opens));
    for (int i = 1; i < spans.size(); i++) {
      Span before = spans.get(i - 1);
      Span next = spans.get(i);
      if (before.weekday() == next.weekday() && next.opens().isBefore(before.closes())) {
        throw refused("openingHours", "同一天的开放时间不能重叠");
      }
    }
    for (int day = 1; day <= 7; day++) {
      int weekday = day;
      if (spans.stream().filter(s -> s.weekday() == weekday).count() > MOST_A_DAY) {
        throw refused("openingHours", "每天最多 " + MOST_A_DAY + " 段");
      }
    }
    return spans;
  }

  private static Span span(Hours hours, String field) {
    if (hours.weekday() < 1 || hours.weekday() > 7) {
      throw refused(field, "星期须为 1 至 7");
    }
    LocalTime opens = time(hours.opens(), field);
    LocalTime closes = time(hours.closes(), field);
    if (!closes.isAfter(opens)) {
      throw refused(field, "结束时间须晚于开始时间");
    }
    return new Span(hours.weekday(), opens, closes);
  }

  private static LocalTime time(String text, String field) {
    try {
      return LocalTime.parse(text.strip(), TEXT);
    } catch (DateTimeParseException malformed) {
      throw refused(field, "时间须写作 09:00");
    }
  }

  static String text(LocalTime time) {
    return TEXT.format(time);
  }

  private static Rejected refused(String field, String words) {
    return new Rejected("INVALID", field, words);
  }
}
