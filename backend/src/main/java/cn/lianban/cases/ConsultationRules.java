package cn.lianban.cases;

import cn.lianban.api.types.ConsultationOpenInput;
import cn.lianban.cases.Consultation.Asker;
import cn.lianban.cases.Consultation.Question;
import cn.lianban.catalog.Item;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import org.jspecify.annotations.Nullable;

/** What a question must look like. */
final class ConsultationRules {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST = 1000;
  private static final int MOST_HOURS = 240;

  private ConsultationRules() {}

  /**
   * @throws Rejected REQUIRED, TOO_LONG, INVALID, OUT_OF_RANGE at the field
   */
  static Question checked(ConsultationOpenInput input) {
    String name = optional(input.getAskerName(), "askerName", LONGEST_NAME);
    String mobile = optional(input.getAskerMobile(), "askerMobile", LONGEST).replace(" ", "");
    if (!mobile.isEmpty() && !ApplicantRules.MOBILE.matcher(mobile).matches()) {
      throw new Rejected("INVALID", "askerMobile", "手机号码不正确");
    }
    if (input.getHours() < 1 || input.getHours() > MOST_HOURS) {
      throw new Rejected("OUT_OF_RANGE", "hours", "1 至 " + MOST_HOURS + " 小时");
    }
    return new Question(
        input.getItemId() == null ? null : Long.valueOf(Ids.parse(Item.KIND, input.getItemId())),
        input.getUnitId() == null
            ? null
            : Integer.valueOf(Ids.parseInt(Unit.KIND, input.getUnitId())),
        new Asker(
            Applicant.Kind.valueOf(input.getAskerKind().name()),
            name.isEmpty() ? null : name,
            mobile.isEmpty() ? null : mobile),
        Texts.required(input.getQuestion(), "question", "请填写咨询内容"),
        optional(input.getMaterials(), "materials", LONGEST),
        optional(input.getAnswer(), "answer", LONGEST),
        input.getHours());
  }

  private static String optional(@Nullable String typed, String field, int longest) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > longest) {
      throw new Rejected("TOO_LONG", field, "最多 " + longest + " 个字符");
    }
    return text;
  }
}
