package cn.lianban.exchange;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one sheet from its top, a line at a time. */
interface SheetWriter extends AutoCloseable {
  void header(List<String> names) throws IOException;

  /**
   * @param columns tell how each value is written; a value is canonical
   */
  void row(List<Column> columns, List<@Nullable String> values) throws IOException;

  /** A line of texts as they are. */
  void texts(List<@Nullable String> cells) throws IOException;

  @Override
  void close() throws IOException;
}
