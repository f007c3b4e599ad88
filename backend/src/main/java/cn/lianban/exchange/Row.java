package cn.lianban.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record as typed values by column key, kept in one canonical text each, so that two rows are
 * the same when their texts are. Unchanging.
 */
public final class Row {
  private static final String SEPARATOR = "\n";
  private final int number;
  private final Map<String, @Nullable String> values;

  private Row(int number, Map<String, @Nullable String> values) {
    this.number = number;
    this.values = values;
  }

  /** A row that comes from no file. */
  public static Row empty() {
    return new Row(0, Map.of());
  }

  static Row of(int number, Map<String, @Nullable String> canonical) {
    return new Row(number, new LinkedHashMap<>(canonical));
  }

  /** The line of the sheet, from 1; 0 when the row comes from no file. */
  public int number() {
    return number;
  }

  /** The file has such a column (its cell may be empty). */
  public boolean has(String column) {
    return values.containsKey(column);
  }

  /** The columns that the file has. */
  public Set<String> columns() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** Text, or a code's code; null when absent or empty. */
  public @Nullable String text(String column) {
    return values.get(column);
  }

  /** As {@link #text}, of a required column. */
  public String need(String column) {
    return Objects.requireNonNull(text(column), column);
  }

  /** The texts of a list cell, a set in their natural order; empty when absent. */
  public List<String> texts(String column) {
    String text = text(column);
    return text == null ? List.of() : List.of(text.split(SEPARATOR, -1));
  }

  public @Nullable Integer integer(String column) {
    String text = text(column);
    return text == null ? null : Integer.valueOf(text);
  }

  public @Nullable BigDecimal decimal(String column) {
    String text = text(column);
    return text == null ? null : new BigDecimal(text);
  }

  public @Nullable LocalDate date(String column) {
    String text = text(column);
    return text == null ? null : LocalDate.parse(text);
  }

  public @Nullable Instant instant(String column) {
    String text = text(column);
    return text == null ? null : Instant.parse(text);
  }

  public @Nullable Boolean yesNo(String column) {
    String text = text(column);
    return text == null ? null : Boolean.valueOf(text);
  }

  /**
   * This row with one more value.
   *
   * @param value text, number, day, instant, yes/no, enum (its name), a collection of texts, or
   *     null
   */
  public Row with(String column, @Nullable Object value) {
    Map<String, @Nullable String> more = new LinkedHashMap<>(values);
    more.put(column, canonical(value));
    return new Row(number, more);
  }

  /** The columns that have a new name, under it; the others are left out. The line stays. */
  public Row renamed(Map<String, String> names) {
    Map<String, @Nullable String> renamed = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          String name = names.get(key);
          if (name != null) {
            renamed.put(name, value);
          }
        });
    return new Row(number, renamed);
  }

  /** This row's values over another's: what would stand there afterwards. */
  public Row over(@Nullable Row other) {
    if (other == null) {
      return this;
    }
    Map<String, @Nullable String> whole = new LinkedHashMap<>(other.values);
    whole.putAll(values);
    return new Row(number, whole);
  }

  Map<String, @Nullable String> values() {
    return values;
  }

  static @Nullable String canonical(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number ->
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      case Collection<?> texts ->
          texts.isEmpty()
              ? null
              : String.join(
                  SEPARATOR, texts.stream().map(String::valueOf).distinct().sorted().toList());
      case Enum<?> word -> word.name();
      default -> {
        String text = value.toString();
        yield text.isEmpty() ? null : text;
      }
    };
  }

  @Override
  public String toString() {
    return "row " + number; // values may be personal
  }
}
