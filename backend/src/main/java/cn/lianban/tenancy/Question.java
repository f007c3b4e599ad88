package cn.lianban.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A statement that many requests send, written in jOOQ and rendered once. Rendering the same text
 * and mapping rows by field for each request was a third of a queue's time; what is asked once a
 * day stays with jOOQ. Told at DEBUG.
 *
 * @param <T> what a row becomes
 */
public final class Question<T> {
  /** The caller's district, for the predicate beside the policy; bound by {@link #ask}. */
  public static final Param<Integer> DISTRICT = DSL.param("district", Integer.class);

  private static final Logger LOG = LoggerFactory.getLogger(Question.class);
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(district|p[1-9][0-9]?)");
  private final TenantScope scope;
  private final String text;
  private final int[] order;
  private final Function<AnswerRow, T> reading;

  /**
   * @param query with {@link #DISTRICT} and parameters from {@link #parameter}
   * @param reading called for each row, which is valid during the call only
   */
  public Question(
      DSLContext sql, TenantScope scope, ResultQuery<?> query, Function<AnswerRow, T> reading) {
    this.scope = scope;
    this.reading = reading;
    List<Integer> found = new ArrayList<>();
    Matcher named =
        PARAMETER.matcher(sql.renderContext().paramType(ParamType.NAMED).visit(query).render());
    this.text =
        named.replaceAll(
            name -> {
              found.add(
                  name.group(1).equals("district")
                      ? 0
                      : Integer.parseInt(name.group(1).substring(1)));
              return "?";
            });
    this.order = found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The n-th value given to {@link #ask}, from 1 to 99; it may stand in several places. */
  public static <V> Param<V> parameter(int number, Class<V> type) {
    return DSL.param("p" + number, type);
  }

  /**
   * The elements of the n-th value, an array, each in a row of its own; several of them in one
   * SELECT go in step.
   */
  public static <V> Field<V> each(int number, Class<V> type) {
    @SuppressWarnings("unchecked") // an array of V
    Class<V[]> array = (Class<V[]>) type.arrayType();
    return DSL.function(DSL.name("unnest"), type, parameter(number, array));
  }

  /** The field is one of the n-th value, an array. */
  public static <V> Condition among(int number, Field<V> field) {
    Class<V[]> type = field.getDataType().getArrayType();
    return field.eq(DSL.any(parameter(number, type)));
  }

  /**
   * Asks in the caller's transaction.
   *
   * @param values numbers, texts, instants, bytes, arrays of numbers or texts; null for a text only
   */
  public List<T> ask(@Nullable Object... values) {
    Round alone = new Round(scope);
    Supplier<List<T>> answer = alone.add(this, values);
    alone.go();
    return answer.get();
  }

  /** The only row, or null. */
  public @Nullable T askOne(@Nullable Object... values) {
    List<T> rows = ask(values);
    return rows.isEmpty() ? null : rows.getFirst();
  }

  String text() {
    return text;
  }

  /** Binds the values from a place on, and answers the next one's. */
  int bind(PreparedStatement statement, int from, int district, @Nullable Object[] values)
      throws SQLException {
    LOG.debug("{}", text);
    for (int i = 0; i < order.length; i++) {
      bind(statement, from + i, order[i] == 0 ? district : values[order[i] - 1]);
    }
    return from + order.length;
  }

  List<T> read(ResultSet rows) throws SQLException {
    List<T> answer = new ArrayList<>();
    AnswerRow row = new AnswerRow(rows);
    while (rows.next()) {
      answer.add(reading.apply(row));
    }
    return answer;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    statement.setObject(
        at, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
  }
}
