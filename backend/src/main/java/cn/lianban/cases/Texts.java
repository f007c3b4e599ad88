package cn.lianban.cases;

import cn.lianban.graphql.Rejected;
import org.jspecify.annotations.Nullable;

/** Texts as people type them. */
final class Texts {
  private static final int LONGEST = 1000;

  private Texts() {}

  static String optional(@Nullable String typed) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > LONGEST) {
      throw new Rejected("TOO_LONG", null, "最多 1000 个字符");
    }
    return text;
  }

  /**
   * @throws Rejected REQUIRED, TOO_LONG at the field
   */
  static String required(@Nullable String typed, String field, String words) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      throw new Rejected("REQUIRED", field, words);
    }
    if (text.length() > LONGEST) {
      throw new Rejected("TOO_LONG", field, "最多 1000 个字符");
    }
    return text;
  }
}
