package cn.lianban.cases;

import cn.lianban.graphql.Rejected;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a result reaches its applicant (行政许可法 Art. 44).
 *
 * @param carrier by post only
 * @param postNo by post only
 */
record Delivery(Way way, @Nullable String carrier, @Nullable String postNo) {
  private static final Pattern POST_NO = Pattern.compile("[0-9A-Za-z]{6,30}");

  enum Way {
    WINDOW,
    POST
  }

  /**
   * @throws Rejected INVALID at carrier, postNo
   */
  static Delivery typed(Way way, @Nullable String carrier, @Nullable String postNo) {
    if (way == Way.WINDOW) {
      return new Delivery(way, null, null);
    }
    String who = Texts.required(Texts.optional(carrier), "carrier", "请填写邮寄公司");
    String number = Texts.optional(postNo).replaceAll("[\\s-]", "");
    if (!POST_NO.matcher(number).matches()) {
      throw new Rejected("INVALID", "postNo", "请填写邮寄单号：6 至 30 位字母或数字");
    }
    return new Delivery(way, who, number);
  }
}
