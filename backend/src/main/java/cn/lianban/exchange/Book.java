package cn.lianban.exchange;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of rows, read from its beginning as often as needed, a row at a time. */
interface Book extends AutoCloseable {
  /** A row has no more cells than this; what lies to the right is not read. */
  int MOST_CELLS = 200;

  List<String> sheets();

  /**
   * @param sheet index of a sheet
   */
  void read(int sheet, Sink sink) throws IOException;

  @Override
  void close() throws IOException;

  /** Hears each row that holds anything. */
  interface Sink {
    /**
     * @param line of the sheet, from 1
     * @param cells texts as typed; days as 2026-03-01; null when empty
     * @return false to hear no more
     */
    boolean row(int line, List<@Nullable String> cells);
  }
}
