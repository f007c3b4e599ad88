package cn.lianban.exchange;

import cn.lianban.tenancy.Now;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a cell's text into its column's canonical text, or says what is wrong with it. */
final class Typing {
  private static final Set<String> YES = Set.of("是", "有", "对", "√", "✓", "1", "y", "yes", "true");
  private static final Set<String> NO = Set.of("否", "无", "错", "×", "x", "0", "n", "no", "false");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern SHORT_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(.*?)[T\\s]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]|\\p{Cs}");
  private static final Pattern EXCEL_ERROR =
      Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");

  /** What a spreadsheet makes of an identity card's number: its last digits are gone. */
  private static final Pattern CUT_NUMBER = Pattern.compile("-?\\d(\\.\\d+)?E\\+\\d{2,3}");

  private Typing() {}

  /**
   * @param value canonical, null when empty
   * @param fault null when there is none
   */
  record Typed(@Nullable String value, @Nullable String fault) {
    private static Typed of(@Nullable Object value) {
      return new Typed(Row.canonical(value), null);
    }

    private static Typed wrong(String words) {
      return new Typed(null, words);
    }
  }

  static Typed type(Column column, @Nullable String raw) {
    String text = raw == null ? "" : clean(raw);
    if (text.isEmpty()) {
      return column.required() ? Typed.wrong("必填") : Typed.of(null);
    }
    if (text.indexOf('\ufffd') >= 0) {
      return Typed.wrong("含有无法识别的字符，文件的编码可能不对");
    }
    if (ODD.matcher(text).find()) {
      return Typed.wrong("含有不可见的控制字符");
    }
    if (EXCEL_ERROR.matcher(text).matches()) {
      return Typed.wrong("单元格是公式错误 " + text);
    }
    return typed(column, text);
  }

  private static Typed typed(Column column, String text) {
    return switch (column.type()) {
      case TEXT -> sized(column, text, text);
      case LIST -> sized(column, text, parts(text));
      case INT -> integer(text);
      case DECIMAL -> decimal(text);
      case DATE -> day(text);
      case INSTANT -> instant(text);
      case BOOLEAN -> yesNo(text);
      case CODE -> code(column.words(), text);
    };
  }

  /** Without spaces around it (full-width ones too), marks of no width, and Windows line ends. */
  private static String clean(String raw) {
    return raw.replace("\r\n", "\n")
        .replaceAll("[\\u200b\\ufeff\\u2060]", "")
        .replaceAll("^[\\s\\u3000\\u00a0]+|[\\s\\u3000\\u00a0]+$", "");
  }

  private static Typed sized(Column column, String text, Object value) {
    if (CUT_NUMBER.matcher(text).matches()) {
      return Typed.wrong("数字过长，表格软件已舍去末尾数字，请把该列设为文本后重新填写");
    }
    int length = text.codePointCount(0, text.length());
    return length > column.maxLength()
        ? Typed.wrong("最多 " + column.maxLength() + " 个字，现有 " + length + " 个")
        : Typed.of(value);
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("[、；;，,|\\n]"))
        .map(Typing::clean)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s¥￥]", ""));
  }

  private static Typed integer(String text) {
    try {
      return Typed.of(number(text).intValueExact());
    } catch (ArithmeticException | NumberFormatException wrong) {
      return Typed.wrong("须是整数");
    }
  }

  private static Typed decimal(String text) {
    try {
      BigDecimal value = number(text);
      return value.precision() > 30 || Math.abs(value.scale()) > 30
          ? Typed.wrong("数字过长")
          : Typed.of(value);
    } catch (NumberFormatException wrong) {
      return Typed.wrong("须是数字");
    }
  }

  private static Typed day(String text) {
    Matcher timed = TIME.matcher(text);
    LocalDate day = parseDay(timed.matches() ? timed.group(1) : text);
    return day == null ? Typed.wrong("须是日期，如 2026-03-01") : Typed.of(day);
  }

  private static @Nullable LocalDate parseDay(String text) {
    String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
    Matcher day = DAY.matcher(plain);
    Matcher shortDay = SHORT_DAY.matcher(plain);
    Matcher found = day.matches() ? day : shortDay.matches() ? shortDay : null;
    if (found == null) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(found.group(1)),
          Integer.parseInt(found.group(2)),
          Integer.parseInt(found.group(3)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static Typed instant(String text) {
    Instant at = parseInstant(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return at == null ? Typed.wrong("须是时间，如 2026-03-01 09:30") : Typed.of(at);
  }

  private static @Nullable Instant parseInstant(String text) {
    try {
      if (text.matches(".*T.*([+-]\\d{2}:?\\d{2}|Z)")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      Matcher timed = TIME.matcher(text);
      LocalDate day = parseDay(timed.matches() ? timed.group(1) : text);
      if (day == null) {
        return null;
      }
      LocalTime time =
          timed.matches()
              ? LocalTime.of(
                  Integer.parseInt(timed.group(2)),
                  Integer.parseInt(timed.group(3)),
                  timed.group(4) == null ? 0 : Integer.parseInt(timed.group(4)))
              : LocalTime.MIDNIGHT;
      return day.atTime(time).atZone(Now.CHINA).toInstant();
    } catch (DateTimeException wrong) {
      return null;
    }
  }

  private static Typed yesNo(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Typed.of(true);
    }
    return NO.contains(word) ? Typed.of(false) : Typed.wrong("须是“是”或“否”");
  }

  private static Typed code(Map<String, String> words, String text) {
    for (Map.Entry<String, String> word : words.entrySet()) {
      if (word.getValue().equals(text) || word.getKey().equalsIgnoreCase(text)) {
        return Typed.of(word.getKey());
      }
    }
    return Typed.wrong("须是：" + String.join("、", words.values()));
  }
}
