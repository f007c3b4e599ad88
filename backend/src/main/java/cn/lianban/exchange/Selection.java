package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What leaves: exactly the columns and rows that a screen shows.
 *
 * @param columns keys, in the order of the file
 * @param filters names and values as the list's own screen has them
 * @param order a name of the list's own orders, null for its usual one
 * @param labels the screen's headings and words by column; null or without a column: the list's own
 */
public record Selection(
    List<String> columns,
    Map<String, String> filters,
    @Nullable String order,
    @Nullable Map<String, Label> labels) {
  private static final Label NONE = new Label("", Map.of());

  /**
   * @param words code → word, in the language of the screen
   */
  public record Label(String title, Map<String, String> words) {}

  public Selection(List<String> columns, Map<String, String> filters, @Nullable String order) {
    this(columns, filters, order, null);
  }

  public @Nullable String filter(String name) {
    return filters.get(name);
  }

  /** A filter that is on or off; off when it is missing. */
  public boolean isOn(String name) {
    return "true".equals(filter(name));
  }

  /**
   * A filter without which the list is none.
   *
   * @throws Problem BAD_INPUT when it is missing
   */
  public String needed(String name) {
    String value = filter(name);
    if (value == null) {
      throw noSuch("filters");
    }
    return value;
  }

  /**
   * A filter that is a day: 2026-10-12.
   *
   * @throws Problem BAD_INPUT for what is none
   */
  public @Nullable LocalDate day(String name) {
    String value = filter(name);
    return value == null ? null : read(value);
  }

  /** As {@link #day(String)}, of {@link #needed}. */
  public LocalDate neededDay(String name) {
    return read(needed(name));
  }

  /**
   * The first moment of a filter's day; null without the filter.
   *
   * @throws Problem BAD_INPUT at the filter for what is no day
   */
  public @Nullable Instant begin(String name) {
    return moment(name, 0);
  }

  /** As {@link #begin}, the first moment behind its day. */
  public @Nullable Instant after(String name) {
    return moment(name, 1);
  }

  private @Nullable Instant moment(String name, int daysLater) {
    String text = filter(name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text).plusDays(daysLater).atStartOfDay(Now.CHINA).toInstant();
    } catch (DateTimeException wrong) {
      throw Problem.badInput("filter." + name, "须是日期，如 2026-03-01");
    }
  }

  private static LocalDate read(String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException malformed) {
      throw noSuch("filters");
    }
  }

  private static Problem noSuch(String field) {
    return Problem.badInput(field, "没有这样的条件");
  }

  /**
   * A filter whose values have names.
   *
   * @throws Problem BAD_INPUT for another name
   */
  public <E extends Enum<E>> @Nullable E filter(String name, Class<E> of) {
    String value = filter(name);
    return value == null ? null : named(value, of, "filters");
  }

  /**
   * The order, of the names that the list's own query knows.
   *
   * @throws Problem BAD_INPUT for another name
   */
  public <E extends Enum<E>> @Nullable E order(Class<E> of) {
    return order == null ? null : named(order, of, "order");
  }

  private static <E extends Enum<E>> E named(String value, Class<E> of, String field) {
    try {
      return Enum.valueOf(of, value);
    } catch (IllegalArgumentException unknown) {
      throw noSuch(field);
    }
  }

  /** The word that the screen shows for a code; the code itself when it brought none. */
  public String word(String column, String code) {
    return label(column).words().getOrDefault(code, code);
  }

  /** As {@link #word}, nothing instead of the code. */
  public String wordOrNothing(String column, String code) {
    return label(column).words().getOrDefault(code, "");
  }

  /** The column under the screen's heading. */
  Column shown(Column column) {
    String title = label(column.key()).title();
    return title.isEmpty() ? column : Column.of(column.key(), title, column.type());
  }

  private Label label(String column) {
    return labels == null ? NONE : Objects.requireNonNullElse(labels.get(column), NONE);
  }
}
