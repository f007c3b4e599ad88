package cn.lianban.cases;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import cn.lianban.graphql.Rejected;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an applicant's data must look like: GB 11643 (identity card), GB 32100-2015 (USCC). */
final class ApplicantRules {
  private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final int LONGEST = 300;

  private ApplicantRules() {}

  /**
   * Trims, upper-cases codes, and checks.
   *
   * @throws Rejected INVALID or ID_NUMBER_INVALID at the field
   */
  static Applicant checked(Applicant typed) {
    Applicant clean =
        new Applicant(
            typed.kind(),
            required(typed.name(), "applicant.name", "请填写名称"),
            typed.idKind(),
            required(typed.idNumber(), "applicant.idNumber", "请填写证件号码").toUpperCase(Locale.ROOT),
            optional(typed.mobile()),
            optional(typed.agentName()));
    boolean enterprise = clean.kind() == Applicant.Kind.ENTERPRISE;
    if (enterprise != (clean.idKind() == Applicant.IdKind.USCC)
        && clean.idKind() != Applicant.IdKind.OTHER) {
      throw new Rejected("INVALID", "applicant.idKind", "证件类型与申请人类型不符");
    }
    checkNumber(clean);
    if (clean.mobile() != null && !MOBILE.matcher(clean.mobile()).matches()) {
      throw new Rejected("INVALID", "applicant.mobile", "手机号码不正确");
    }
    return clean;
  }

  private static void checkNumber(Applicant applicant) {
    boolean right =
        switch (applicant.idKind()) {
          case IDENTITY_CARD ->
              applicant.idNumber().length() == 18 && IdcardUtil.isValidCard(applicant.idNumber());
          case USCC -> CreditCodeUtil.isCreditCode(applicant.idNumber());
          case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER ->
              applicant.idNumber().length() <= 60;
        };
    if (!right) {
      throw new Rejected("ID_NUMBER_INVALID", "applicant.idNumber", "证件号码校验不通过，请核对");
    }
  }

  private static String required(String text, String field, String words) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      throw new Rejected("REQUIRED", field, words);
    }
    if (trimmed.length() > LONGEST) {
      throw new Rejected("TOO_LONG", field, "最多 " + LONGEST + " 个字符");
    }
    return trimmed;
  }

  private static @Nullable String optional(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
