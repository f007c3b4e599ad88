package cn.lianban.organisation;

import cn.lianban.graphql.Rejected;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What people type: names, codes, papers. */
final class Names {
  private static final int NAME = 300;
  private static final int CODE = 200;
  private static final int MOST_CODES = 50;

  private Names() {}

  /**
   * The text without surrounding space, at most 300 characters.
   *
   * @throws Rejected REQUIRED, TOO_LONG
   */
  static String checked(String text, String field) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      throw new Rejected("REQUIRED", field, "必填");
    }
    if (bare.codePointCount(0, bare.length()) > NAME) {
      throw new Rejected("TOO_LONG", field, "不超过 " + NAME + " 个字符");
    }
    return bare;
  }

  /**
   * As {@link #checked}, for what may be left out.
   *
   * @throws Rejected TOO_LONG
   */
  static String optional(String text, int most, String field) {
    String bare = text.strip();
    if (bare.length() > most) {
      throw new Rejected("TOO_LONG", field, "不超过 " + most + " 个字符");
    }
    return bare;
  }

  /** Codes are opaque: seven forms in one published list. Doubles are dropped. */
  static Set<String> codes(List<String> typed) {
    Set<String> codes = new LinkedHashSet<>();
    for (String code : typed) {
      String bare = code.strip();
      if (bare.length() > CODE) {
        throw new Rejected("TOO_LONG", "aliases", "代码不超过 " + CODE + " 个字符");
      }
      if (!bare.isEmpty()) {
        codes.add(bare);
      }
    }
    if (codes.size() > MOST_CODES) {
      throw new Rejected("OUT_OF_RANGE", "aliases", "最多 " + MOST_CODES + " 个代码");
    }
    return codes;
  }
}
