package cn.lianban.catalog;

import cn.lianban.graphql.Cursor;
import org.jspecify.annotations.Nullable;

/** Places in lists that are ordered by id. */
final class Cursors {
  private Cursors() {}

  /** The id to go on behind; 0 for the first page, and for a place that is no number. */
  static long id(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    return number(Cursor.parse(after, 1).getFirst());
  }

  /** A part of a place; 0 when it is no number. */
  static long number(String part) {
    return part.matches("\\d{1,18}") ? Long.parseLong(part) : 0;
  }
}
