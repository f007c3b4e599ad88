package cn.lianban.evaluation;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a citizen answered, checked against the option list he saw. */
record Answer(int grade, int version, List<String> options, @Nullable String comment) {
  /** Control characters except line breaks, lone surrogates, and marks that reverse the text. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF&&[^\\n]]");

  private static final int LONGEST = 500;

  /**
   * @param comment at most 500 characters after cleaning, empty = none
   * @throws Rejected INVALID at grade, optionVersion, options or comment; REQUIRED at options when
   *     a grade 1 or 2 names no reason
   */
  static Answer checked(
      int grade, RatingForm form, List<String> options, @Nullable String comment) {
    RatingForm.Grade worded =
        form.grade(grade).orElseThrow(() -> new Rejected("INVALID", "grade", "评价等级只有五级"));
    Set<String> chosen = new LinkedHashSet<>(options);
    if (!chosen.stream().allMatch(worded::has)) {
      throw new Rejected("INVALID", "options", "选项不属于所选等级");
    }
    if (worded.needsOption() && chosen.isEmpty()) {
      throw new Rejected("REQUIRED", "options", "请至少选择一项原因");
    }
    return new Answer(grade, form.version(), List.copyOf(chosen), clean(comment));
  }

  private static @Nullable String clean(@Nullable String comment) {
    if (comment == null) {
      return null;
    }
    String text =
        UNPRINTABLE
            .matcher(comment.replace("\r\n", "\n").replace('\t', ' '))
            .replaceAll("")
            .strip();
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new Rejected("INVALID", "comment", "最多 500 个字符");
    }
    return text.isEmpty() ? null : text;
  }

  /** For the audit, salted: proves what was answered without telling it. */
  byte[] digest(byte[] salt) {
    String text = grade + "\n" + version + "\n" + String.join(",", options) + "\n" + comment;
    return Sha256.of(salt, text.getBytes(StandardCharsets.UTF_8));
  }
}
