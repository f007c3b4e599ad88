package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One kind of record that comes in as rows of a file and goes out again with the same columns. The
 * exchange reads files, types cells, finds duplicates, compares with {@link #current} and runs the
 * batches; a kind says what is wrong with a row and writes it through its room's own use cases.
 *
 * <p>Columns that the file does not have are absent from its rows ({@link Row#has}): what they hold
 * stays as it is. An empty cell of a mapped column is present and null.
 */
public interface Kind extends Listing {
  /**
   * @throws Problem FORBIDDEN when the caller may not bring such records in. Asked at the upload
   *     and again before every batch, with the roles of that moment.
   */
  void authoriseImport();

  /**
   * The records that exist already under the identity columns of these rows, with the same columns;
   * one statement. What is missing from the answer is new. Only columns that the file has are
   * compared.
   */
  List<Row> current(List<Row> wanted);

  /**
   * Refuses rows for what types, lengths and words cannot tell (an unknown department, a date
   * before another). A few hundred rows a call, already typed; rows with cell errors are not among
   * them.
   */
  void check(List<Row> rows, Findings findings);

  /**
   * Writes new and changed rows inside the batch's transaction, as the person who imports. Throws
   * nothing for a row that passed {@link #check} in the same transaction.
   */
  void apply(List<Change> changes, Incoming incoming);

  /** True when {@link #remove} works: then a whole import can be taken back. */
  default boolean undoable() {
    return false;
  }

  /** What people read where a whole import of this kind cannot be taken back. */
  default String whyNotUndoable() {
    return "这类数据导入后不能整体撤回";
  }

  /**
   * Takes back records that an import created, the last lines of the file first, some hundred a
   * call; refuses a row on which something was built meanwhile, naming it, and then nothing at all
   * is taken back.
   */
  default void remove(List<Row> rows, Findings findings) {
    throw new UnsupportedOperationException(name());
  }

  /**
   * Puts changed rows back: each change's row holds the old values, its before what the import had
   * written. A room that cannot go back refuses the row. What the file had nothing about stays.
   */
  default void restore(List<Change> changes, Findings findings, Incoming incoming) {
    Map<String, Row> there = new HashMap<>();
    current(changes.stream().map(Change::row).toList()).forEach(row -> there.put(keyOf(row), row));
    apply(
        changes.stream()
            .map(change -> new Change(change.row(), there.get(keyOf(change.row()))))
            .toList(),
        incoming);
  }

  /**
   * When all its rows have gone back: takes back what the import made besides them, as far as
   * nothing was built on it.
   *
   * @return what went and what stays, in words; empty when there was nothing
   */
  default String takenBack(long importId) {
    return "";
  }

  /** True: records that the district has and the file has not are listed as missing. */
  default boolean listsMissing() {
    return false;
  }

  /** The identity of a row as one text. */
  default String keyOf(Row row) {
    return columns().stream()
        .filter(Column::identity)
        .map(column -> String.valueOf(row.text(column.key())))
        .collect(Collectors.joining("\u001f"));
  }
}
