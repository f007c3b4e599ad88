package cn.lianban.cases;

import cn.hutool.core.util.CreditCodeUtil;
import cn.hutool.core.util.IdcardUtil;
import cn.lianban.graphql.Rejected;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an applicant's data must look like: GB 11643 (identity card), GB 32100-2015 (USCC). */
final class ApplicantRules {
  static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final int LONGEST = 300;
  private static final int LONGEST_NUMBER = 60;

  private ApplicantRules() {}

  /**
   * Trims, upper-cases codes, and checks.
   *
   * @throws Rejected INVALID or ID_NUMBER_INVALID at the field
   */
  static Applicant checked(Applicant typed, LocalDate today) {
    Applicant clean =
        new Applicant(
            typed.kind(),
            required(typed.name(), "applicant.name", "请填写名称"),
            typed.idKind(),
            required(typed.idNumber(), "applicant.idNumber", "请填写证件号码").toUpperCase(Locale.ROOT),
            optional(typed.mobile()),
            agent(typed, today));
    boolean enterprise = clean.kind() == Applicant.Kind.ENTERPRISE;
    if (enterprise != (clean.idKind() == Applicant.IdKind.USCC)
        && clean.idKind() != Applicant.IdKind.OTHER) {
      throw new Rejected("INVALID", "applicant.idKind", "证件类型与申请人类型不符");
    }
    checkNumber(clean.idKind(), clean.idNumber(), "applicant.idNumber");
    if (clean.mobile() != null && !MOBILE.matcher(clean.mobile()).matches()) {
      throw new Rejected("INVALID", "applicant.mobile", "手机号码不正确");
    }
    return clean;
  }

  /** Who acts for another shows who he is and on what mandate, and the mandate still holds. */
  private static @Nullable Agent agent(Applicant typed, LocalDate today) {
    Agent agent = typed.agent();
    if (agent == null) {
      return null;
    }
    Applicant.IdKind kind = agent.idKind();
    Agent.Mandate mandate = agent.mandate();
    if (kind == null || kind == Applicant.IdKind.USCC) {
      throw new Rejected("INVALID", "applicant.agent.idKind", "请选择代办人本人的证件类型");
    }
    if (mandate == null || !fits(mandate, typed.kind())) {
      throw new Rejected("INVALID", "applicant.agent.mandate", "代理权限与申请人类型不符");
    }
    String name = required(agent.name(), "applicant.agent.name", "请填写代办人姓名");
    String number =
        required(
                agent.idNumber() == null ? "" : agent.idNumber(),
                "applicant.agent.idNumber",
                "请填写代办人证件号码")
            .toUpperCase(Locale.ROOT);
    checkNumber(kind, number, "applicant.agent.idNumber");
    if (agent.until() != null && agent.until().isBefore(today)) {
      throw new Rejected("MANDATE_OVER", "applicant.agent.until", "委托已于 " + agent.until() + " 到期");
    }
    return new Agent(name, kind, number, mandate, agent.until());
  }

  /** An enterprise has a legal representative, a person may have a guardian. */
  static boolean fits(Agent.Mandate mandate, Applicant.Kind kind) {
    return switch (mandate) {
      case GENERAL, SPECIAL -> true;
      case LEGAL_REPRESENTATIVE -> kind == Applicant.Kind.ENTERPRISE;
      case GUARDIAN -> kind == Applicant.Kind.PERSON;
    };
  }

  private static void checkNumber(Applicant.IdKind kind, String number, String field) {
    if (!right(kind, number)) {
      throw new Rejected("ID_NUMBER_INVALID", field, "证件号码校验不通过，请核对");
    }
  }

  static boolean right(Applicant.IdKind kind, String number) {
    return switch (kind) {
      case IDENTITY_CARD -> number.length() == 18 && IdcardUtil.isValidCard(number);
      case USCC -> CreditCodeUtil.isCreditCode(number);
      case PASSPORT, HK_MACAO_PERMIT, TAIWAN_PERMIT, OTHER -> number.length() <= LONGEST_NUMBER;
    };
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
