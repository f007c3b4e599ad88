package cn.lianban.exchange;

import cn.lianban.graphql.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it stands on somebody's screen: his columns, his rows, in his language.
 *
 * @param name of the list, and of the file
 */
record ShownSheet(String name, List<Heading> columns, List<List<@Nullable String>> rows) {
  static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 100;

  /**
   * @param numeric its cells are numbers, as far as they read as numbers
   */
  record Heading(String title, boolean numeric) {}

  /**
   * @throws Problem BAD_INPUT when rows and columns do not fit, or are too many
   */
  ShownSheet {
    boolean fits = !columns.isEmpty() && columns.size() <= MOST_COLUMNS && !name.isBlank();
    if (!fits || rows.size() > MOST_ROWS) {
      throw Problem.badInput("rows", "列表为空、过大或没有名称");
    }
    int width = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != width)) {
      throw Problem.badInput("rows", "每行的格数须与列数相同");
    }
  }

  List<String> titles() {
    return columns.stream().map(Heading::title).toList();
  }

  /** How one row's cells are written: what does not read as a number is text. */
  List<Column> typed(List<@Nullable String> row) {
    return java.util.stream.IntStream.range(0, row.size())
        .mapToObj(
            i -> {
              String cell = row.get(i);
              boolean number =
                  columns.get(i).numeric() && cell != null && cell.matches("-?\\d{1,15}(\\.\\d+)?");
              String key = "c" + i;
              return number ? Column.decimal(key, key) : Column.text(key, key);
            })
        .toList();
  }
}
