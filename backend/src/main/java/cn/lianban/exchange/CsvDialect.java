package cn.lianban.exchange;

import cn.lianban.graphql.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a text file is written: its characters and what stands between its fields. */
record CsvDialect(Charset charset, int mark, char delimiter) {
  static final Charset GB18030 = Charset.forName("GB18030");
  static final Charset CP1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 256 * 1024;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int LINES = 20;

  static CsvDialect of(Path file) throws IOException {
    byte[] sample = sample(file);
    Charset charset = charset(file, sample);
    return of(sample, charset);
  }

  static CsvDialect of(Path file, Charset charset) throws IOException {
    return of(sample(file), charset);
  }

  private static CsvDialect of(byte[] sample, Charset charset) {
    int mark = mark(sample, charset);
    String text = new String(sample, mark, sample.length - mark, charset);
    return new CsvDialect(charset, mark, delimiter(text));
  }

  private static byte[] sample(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SAMPLE);
    }
  }

  static boolean isUtf16(byte[] head) {
    return head.length > 1
        && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe
            || head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
  }

  private static int mark(byte[] head, Charset charset) {
    boolean utf8 =
        head.length > 2
            && head[0] == (byte) 0xef
            && head[1] == (byte) 0xbb
            && head[2] == (byte) 0xbf;
    return utf8 && charset.equals(StandardCharsets.UTF_8) ? 3 : isUtf16(head) ? 2 : 0;
  }

  private static Charset charset(Path file, byte[] sample) throws IOException {
    if (isUtf16(sample)) {
      return sample[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
    if (fits(file, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    if (looksChinese(sample)) {
      return GB18030;
    }
    if (fits(file, CP1252)) {
      return CP1252;
    }
    throw new Rejected("UNKNOWN_ENCODING", "file", "无法识别文件的文字编码，请另存为 UTF-8 或 GB18030 编码");
  }

  /** The whole file decodes without a fault. */
  private static boolean fits(Path file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
    CharBuffer chars = CharBuffer.allocate(64 * 1024);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }

  /**
   * Western letters with accents stand alone among ASCII; Chinese bytes come in pairs, nearly all
   * of them in GB 2312's part of the table (second byte from A1).
   */
  private static boolean looksChinese(byte[] sample) {
    int pairs = 0;
    int strange = 0;
    for (int i = 0; i + 1 < sample.length; i++) {
      int first = sample[i] & 0xff;
      int second = sample[i + 1] & 0xff;
      if (first < 0x80) {
        continue;
      }
      if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) {
        pairs++;
      } else if (first >= 0x81 && second >= 0x30 && second != 0x7f && second != 0xff) {
        strange++; // GBK's rare characters, or an accent before a letter
      } else {
        strange += 2;
      }
      i++;
    }
    return pairs > strange;
  }

  /** The one that divides most of the first lines, and into the most fields. */
  private static char delimiter(String text) {
    char best = ',';
    long most = 0;
    for (char candidate : DELIMITERS) {
      long score = score(text, candidate);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private static long score(String text, char delimiter) {
    long fields = 0;
    long divided = 0;
    int lines = 0;
    long here = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && lines < LINES; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && c == delimiter) {
        here++;
      } else if (!quoted && c == '\n') {
        fields += here;
        divided += here > 0 ? 1 : 0;
        here = 0;
        lines++;
      }
    }
    return (divided + (here > 0 ? 1 : 0)) * 1000 + fields + here;
  }
}
