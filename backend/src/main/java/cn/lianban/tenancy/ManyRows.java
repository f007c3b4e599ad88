package cn.lianban.tenancy;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Rows by the hundred: one statement for as many as its parameters allow. */
public final class ManyRows {
  /** The server takes 65,535; beyond half of that jOOQ writes values into the text. */
  private static final int MOST_VALUES = 16_000;

  private ManyRows() {}

  /**
   * Inserts rows in their order.
   *
   * @param fields what is written of each; the others take their defaults
   */
  public static <R extends Record> void insert(
      DSLContext sql, Table<R> table, List<? extends Field<?>> fields, List<R> rows) {
    int most = MOST_VALUES / fields.size();
    for (int from = 0; from < rows.size(); from += most) {
      InsertValuesStepN<R> insert = sql.insertInto(table, fields);
      for (R row : rows.subList(from, Math.min(from + most, rows.size()))) {
        insert = insert.values(fields.stream().<Object>map(row::get).toList());
      }
      insert.execute();
    }
  }

  /**
   * Ids for rows that are written later, so that they can name each other before: one statement.
   * The service's role may use the sequence of this identity column.
   */
  public static List<Long> ids(DSLContext sql, Table<?> table, int count) {
    return count == 0 ? List.of() : sql.nextvals(sequence(table), count);
  }

  /** As {@link #ids}, one for each row of the statement it stands in. */
  public static Field<Long> nextId(Table<?> table) {
    return sequence(table).nextval();
  }

  private static Sequence<Long> sequence(Table<?> table) {
    return DSL.sequence(
        DSL.name(requireNonNull(table.getSchema()).getName(), table.getName() + "_id_seq"),
        SQLDataType.BIGINT);
  }

  /** All fields of a table but the ones that the database fills in. */
  public static List<Field<?>> fieldsBut(Table<?> table, Field<?>... filledIn) {
    Collection<Field<?>> left = List.of(filledIn);
    return java.util.Arrays.stream(table.fields()).filter(field -> !left.contains(field)).toList();
  }
}
