package cn.lianban.exchange;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is, by its content; its name is not believed. */
enum FileFormat {
  XLSX,
  CSV,
  JSON;

  private static final int HEAD = 4096;
  private static final int ZIP = 0x504b0304;
  private static final int OLD_OFFICE = 0xd0cf11e0;

  /**
   * @throws Rejected EMPTY_FILE, OLD_EXCEL or UNKNOWN_FORMAT
   */
  static FileFormat of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    int magic = head.length < 4 ? 0 : java.nio.ByteBuffer.wrap(head).getInt();
    if (magic == ZIP) {
      return XLSX;
    }
    if (magic == OLD_OFFICE) {
      throw new Rejected("OLD_EXCEL", "file", "这是旧版 .xls（或加密的）文件，请在 Excel 中另存为 .xlsx 后再上传");
    }
    if (isBinary(head)) {
      throw new Rejected("UNKNOWN_FORMAT", "file", "只接受 xlsx、CSV 和 JSON 文件");
    }
    String text = new String(head, java.nio.charset.StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || text.equals("\ufeff")) {
      throw new Rejected("EMPTY_FILE", "file", "文件是空的");
    }
    char first = text.charAt(text.charAt(0) == '\ufeff' && text.length() > 1 ? 1 : 0);
    return first == '[' || first == '{' ? JSON : CSV;
  }

  /** UTF-16 with its mark has zero bytes and is text all the same. */
  private static boolean isBinary(byte[] head) {
    if (CsvDialect.isUtf16(head)) {
      return false;
    }
    for (byte one : head) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
