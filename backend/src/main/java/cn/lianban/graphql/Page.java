package cn.lianban.graphql;

import java.util.List;
import java.util.function.Function;

/** One page of a keyset-paged list. */
public record Page<T>(List<T> nodes, PageInfo pageInfo) {
  /** A page is never longer. */
  public static final int MAX = 200;

  /** Clamps what was asked for to 1–{@link #MAX}; fetch one row more than this. */
  public static int size(int first) {
    if (first < 1 || first > MAX) {
      throw Problem.badInput("first", "每页 1 至 200 条");
    }
    return first;
  }

  /** Makes a page of rows fetched with {@code limit size + 1}. */
  public static <T> Page<T> of(List<T> rows, int size, Function<T, String> cursor) {
    boolean more = rows.size() > size;
    List<T> nodes = more ? List.copyOf(rows.subList(0, size)) : rows;
    String end = nodes.isEmpty() ? null : cursor.apply(nodes.getLast());
    return new Page<>(nodes, new PageInfo(more, end));
  }
}
