package cn.lianban.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** A row of a {@link Question}'s answer, read by position from 1. */
public final class AnswerRow {
  private final ResultSet rows;

  AnswerRow(ResultSet rows) {
    this.rows = rows;
  }

  /** One column by one of the driver's getters. */
  private interface Getter<V> {
    @Nullable V get(ResultSet rows) throws SQLException;
  }

  private <V> @Nullable V read(Getter<V> getter) {
    try {
      V value = getter.get(rows);
      return rows.wasNull() ? null : value;
    } catch (SQLException failed) {
      throw new DataAccessException("cannot read", failed);
    }
  }

  public int number(int column) {
    return Objects.requireNonNull(numberOrNull(column));
  }

  public @Nullable Integer numberOrNull(int column) {
    return read(row -> row.getInt(column));
  }

  public long big(int column) {
    return Objects.requireNonNull(bigOrNull(column));
  }

  public @Nullable Long bigOrNull(int column) {
    return read(row -> row.getLong(column));
  }

  public String text(int column) {
    return Objects.requireNonNull(textOrNull(column));
  }

  public @Nullable String textOrNull(int column) {
    return read(row -> row.getString(column));
  }

  /** Null counts as no. */
  public boolean yes(int column) {
    return Boolean.TRUE.equals(read(row -> row.getBoolean(column)));
  }

  public byte[] bytes(int column) {
    return Objects.requireNonNull(read(row -> row.getBytes(column)));
  }

  public Instant moment(int column) {
    return Objects.requireNonNull(momentOrNull(column));
  }

  public @Nullable Instant momentOrNull(int column) {
    OffsetDateTime value = read(row -> row.getObject(column, OffsetDateTime.class));
    return value == null ? null : value.toInstant();
  }

  public LocalDate day(int column) {
    return Objects.requireNonNull(dayOrNull(column));
  }

  public @Nullable LocalDate dayOrNull(int column) {
    return read(row -> row.getObject(column, LocalDate.class));
  }

  /** A column of one-word values. */
  public <E extends Enum<E>> E word(int column, Class<E> words) {
    return Enum.valueOf(words, text(column));
  }

  public <E extends Enum<E>> @Nullable E wordOrNull(int column, Class<E> words) {
    String value = textOrNull(column);
    return value == null ? null : Enum.valueOf(words, value);
  }

  /** A text array. */
  public String[] texts(int column) {
    return Objects.requireNonNull(read(row -> (String[]) row.getArray(column).getArray()));
  }
}
