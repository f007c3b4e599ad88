package cn.lianban.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text as Windows offices write it: GB18030, or UTF-16 with its mark. Its bytes look like any
 * others, so the whole head must decode and hold nothing but what one can read.
 */
final class PlainText {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private PlainText() {}

  /**
   * @param head the first bytes; what they end with may be half a character
   */
  static boolean is(byte[] head) {
    Charset charset = marked(head);
    int mark = charset == null ? 0 : 2;
    CharBuffer text = decoded(head, mark, charset == null ? GB18030 : charset);
    return text != null && !text.isEmpty() && text.chars().allMatch(PlainText::readable);
  }

  private static @Nullable Charset marked(byte[] head) {
    int first = head.length < 2 ? 0 : (head[0] & 0xff) << 8 | head[1] & 0xff;
    return first == 0xfffe
        ? StandardCharsets.UTF_16LE
        : first == 0xfeff ? StandardCharsets.UTF_16BE : null;
  }

  private static @Nullable CharBuffer decoded(byte[] head, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(head.length + 1);
    boolean whole = head.length < FileTypes.HEAD;
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(head, from, head.length - from), text, whole);
    return result.isError() ? null : text.flip();
  }

  /** GB18030 gives a place to every code point; those that mean nothing betray other content. */
  private static boolean readable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == 0x1a;
      case Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
