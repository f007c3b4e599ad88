package cn.lianban.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** An opaque keyset position: the sort key's parts. */
public final class Cursor {
  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  public static String of(Object... parts) {
    String text =
        String.join(SEPARATOR, java.util.Arrays.stream(parts).map(String::valueOf).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Problem BAD_INPUT at {@code after} when it is no cursor of this list
   */
  public static List<String> parse(String cursor, int parts) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> found = List.of(text.split(SEPARATOR, -1));
      if (found.size() == parts) {
        return found;
      }
    } catch (IllegalArgumentException malformed) {
      // told below
    }
    throw Problem.badInput("after", "翻页位置无效");
  }
}
