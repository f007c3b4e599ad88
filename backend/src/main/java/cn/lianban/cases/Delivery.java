package cn.lianban.cases;

import cn.lianban.graphql.Rejected;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a result reaches its applicant (行政许可法 Art. 44).
 *
 * @param carrier by post only
 * @param postNo by post only
 * @param files electronically only: what is put on the applicant's page
 */
record Delivery(Way way, @Nullable String carrier, @Nullable String postNo, List<Long> files) {
  static final int MOST_FILES = 10;
  private static final Pattern POST_NO = Pattern.compile("[0-9A-Za-z]{6,30}");

  enum Way {
    WINDOW,
    POST,
    /** 国务院关于在线政务服务的若干规定 (国令第716号) Art. 9, 10: sealed electronically it is as good as on paper */
    ELECTRONIC
  }

  /**
   * At the window, or by post.
   *
   * @throws Rejected INVALID at carrier, postNo
   */
  static Delivery byHand(Way way, @Nullable String carrier, @Nullable String postNo) {
    if (way == Way.WINDOW) {
      return new Delivery(way, null, null, List.of());
    }
    String who = Texts.required(Texts.optional(carrier), "carrier", "请填写邮寄公司");
    String number = Texts.optional(postNo).replaceAll("[\\s-]", "");
    if (!POST_NO.matcher(number).matches()) {
      throw new Rejected("INVALID", "postNo", "请填写邮寄单号：6 至 30 位字母或数字");
    }
    return new Delivery(way, who, number, List.of());
  }

  /**
   * On the applicant's page; nobody is served that way who has not agreed to it.
   *
   * @throws Rejected REQUIRED at agreed or files, TOO_MANY at files
   */
  static Delivery electronic(boolean agreed, List<Long> files) {
    if (!agreed) {
      throw new Rejected("REQUIRED", "agreed", "电子送达应当经申请人同意；不同意的，请改用窗口领取或邮寄");
    }
    if (files.isEmpty()) {
      throw new Rejected("REQUIRED", "files", "请选择送达的文书：先上传盖章的结果文件，再选它");
    }
    if (files.size() > MOST_FILES) {
      throw new Rejected("TOO_MANY", "files", "最多选 " + MOST_FILES + " 个文件");
    }
    return new Delivery(Way.ELECTRONIC, null, null, List.copyOf(files));
  }
}
