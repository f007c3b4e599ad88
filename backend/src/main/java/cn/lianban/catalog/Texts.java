package cn.lianban.catalog;

import cn.lianban.graphql.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed, without the space around it, and refused at its field when it does not fit. */
final class Texts {
  private Texts() {}

  /**
   * @throws Rejected REQUIRED, TOO_LONG
   */
  static String required(@Nullable String typed, int max, String field) {
    String text = optional(typed, max, field);
    if (text.isEmpty()) {
      throw new Rejected("REQUIRED", field, "必填");
    }
    return text;
  }

  /**
   * Empty for nothing.
   *
   * @throws Rejected TOO_LONG
   */
  static String optional(@Nullable String typed, int max, String field) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > max) {
      throw new Rejected("TOO_LONG", field, "不超过 " + max + " 个字符");
    }
    return text;
  }

  /**
   * Lines that say something; at most 50.
   *
   * @throws Rejected TOO_LONG
   */
  static List<String> lines(List<String> typed, int max, String field) {
    List<String> lines =
        typed.stream().map(line -> optional(line, max, field)).filter(l -> !l.isEmpty()).toList();
    if (lines.size() > 50) {
      throw new Rejected("TOO_LONG", field, "不超过 50 条");
    }
    return lines;
  }

  /**
   * @throws Rejected OUT_OF_RANGE outside least to most; null passes
   */
  static @Nullable Integer within(@Nullable Integer value, int least, int most, String field) {
    if (value != null && (value < least || value > most)) {
      throw new Rejected("OUT_OF_RANGE", field, "须在 " + least + " 至 " + most + " 之间");
    }
    return value;
  }
}
