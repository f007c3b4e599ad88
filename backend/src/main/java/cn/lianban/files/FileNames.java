package cn.lianban.files;

import cn.lianban.graphql.Rejected;
import java.nio.charset.StandardCharsets;

/** File names as people send them, and as a browser may be told them. */
final class FileNames {
  private static final int LONGEST = 200;

  private FileNames() {}

  /**
   * Without folders, control and direction-changing characters; rare characters and "·" stay.
   *
   * @throws Rejected REQUIRED when nothing is left, TOO_LONG
   */
  static String clean(String typed) {
    String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
    StringBuilder name = new StringBuilder();
    last.codePoints().filter(FileNames::shown).forEach(name::appendCodePoint);
    String text = name.toString().strip();
    if (text.isEmpty() || text.matches("\\.+")) {
      throw new Rejected("REQUIRED", "name", "文件没有名称");
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Rejected("TOO_LONG", "name", "文件名最多 " + LONGEST + " 个字符");
    }
    return text;
  }

  private static boolean shown(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** Value of Content-Disposition (RFC 6266): the true name in RFC 8187, an ASCII one beside it. */
  static String disposition(boolean inline, String name) {
    StringBuilder coded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char letter = (char) (octet & 0xff);
      if (letter < 128 && (Character.isLetterOrDigit(letter) || ".-_".indexOf(letter) >= 0)) {
        coded.append(letter);
      } else {
        coded.append('%').append(String.format(java.util.Locale.ROOT, "%02X", octet & 0xff));
      }
    }
    String extension = FileTypes.extension(name).replaceAll("[^a-z0-9]", "");
    return (inline ? "inline" : "attachment")
        + "; filename=\"file"
        + (extension.isEmpty() ? "" : "." + extension)
        + "\"; filename*=UTF-8''"
        + coded;
  }
}
