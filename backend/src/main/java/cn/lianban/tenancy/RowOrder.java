package cn.lianban.tenancy;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by one column and their id, gone through page by page along an index. A missing
 * value counts as the least, so that one index serves both ways.
 *
 * @param downwards the greatest first
 * @param parse reads a value back from its text; throws for what is none
 */
public record RowOrder<T>(
    Field<T> by, Field<Long> id, boolean downwards, Function<String, T> parse) {
  /** Before the text of a value; a missing one is written as nothing. */
  private static final String VALUE = "=";

  /** Name and direction as the API has them: LABEL, LABEL_DESC. */
  public static boolean isDownwards(Enum<?> order) {
    return order.name().endsWith("_DESC");
  }

  public List<OrderField<?>> fields() {
    if (!mayBeMissing()) {
      return downwards ? List.of(by.desc(), id.desc()) : List.of(by.asc(), id.asc());
    }
    return downwards
        ? List.of(by.desc().nullsLast(), id.desc())
        : List.of(by.asc().nullsFirst(), id.asc());
  }

  /** The rows that follow a place; all for null. */
  public Condition behind(@Nullable String after) {
    if (after == null) {
      return DSL.noCondition();
    }
    List<String> parts = Cursor.parse(after, 2);
    try {
      long last = Long.parseLong(parts.getLast());
      String value = parts.getFirst();
      return value.isEmpty() ? behindMissing(last) : behind(parse.apply(value.substring(1)), last);
    } catch (DateTimeException | IllegalArgumentException malformed) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  private Condition behind(T value, long last) {
    var place = DSL.row(DSL.val(value, by.getDataType()), DSL.val(last));
    if (!downwards) {
      return DSL.row(by, id).gt(place);
    }
    Condition less = DSL.row(by, id).lt(place);
    return mayBeMissing() ? less.or(by.isNull()) : less;
  }

  private Condition behindMissing(long last) {
    return downwards
        ? by.isNull().and(id.lt(last))
        : by.isNull().and(id.gt(last)).or(by.isNotNull());
  }

  private boolean mayBeMissing() {
    return by.getDataType().nullable();
  }

  public String cursor(@Nullable Object value, long number) {
    return Cursor.of(value == null ? "" : VALUE + value, number);
  }

  /**
   * One page.
   *
   * @param which the district's own condition too
   * @throws Problem BAD_INPUT at first or after
   */
  public <R extends Record, X> Page<X> page(
      DSLContext sql,
      Table<R> from,
      Condition which,
      int first,
      @Nullable String after,
      Function<R, X> map) {
    return page(sql, from, List.of(from.fields()), which, first, after, map);
  }

  /** As above, of some columns; the id is among them. */
  public <R extends Record, X> Page<X> page(
      DSLContext sql,
      Table<R> from,
      List<? extends SelectFieldOrAsterisk> columns,
      Condition which,
      int first,
      @Nullable String after,
      Function<R, X> map) {
    int size = Page.size(first);
    Field<T> key = by.as("order_key");
    List<Placed<X>> rows =
        sql.select(columns)
            .select(key)
            .from(from)
            .where(which.and(behind(after)))
            .orderBy(fields())
            .limit(size + 1)
            .fetch(
                row -> new Placed<>(map.apply(row.into(from)), cursor(row.get(key), row.get(id))));
    Page<Placed<X>> page = Page.of(rows, size, Placed::place);
    return new Page<>(page.nodes().stream().map(Placed::row).toList(), page.pageInfo());
  }

  private record Placed<X>(X row, String place) {}
}
