package cn.lianban.exchange;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens files. */
final class Books {
  private Books() {}

  /**
   * @param charset of a CSV, null to find it out
   * @param delimiter of a CSV whose charset is known, null to find it out
   * @throws Rejected UNREADABLE when it is damaged
   */
  static Book open(
      Path file, FileFormat format, @Nullable Charset charset, @Nullable Character delimiter) {
    try {
      return switch (format) {
        case XLSX -> XlsxBook.open(file);
        case JSON -> JsonBook.open(file);
        case CSV -> CsvBook.open(file, charset, delimiter);
      };
    } catch (IOException | RuntimeException broken) {
      throw unreadable(broken);
    }
  }

  static Rejected unreadable(Exception broken) {
    return broken instanceof Rejected told
        ? told
        : new Rejected("UNREADABLE", "file", "文件已损坏或不是有效的表格，无法读取");
  }
}
