package cn.lianban.cases;

import cn.lianban.clock.SuspensionReason;

/** What a clock waits for, as the applicant reads it. */
public final class PauseWords {
  private PauseWords() {}

  public static String of(SuspensionReason reason) {
    return switch (reason) {
      case SUPPLEMENT -> "补正材料";
      case HEARING -> "听证";
      case PUBLICITY -> "公示";
      case EXAMINATION -> "检验检测检疫";
      case VERIFICATION -> "现场核查或专家评审";
      case HOLD -> "其他依法中止的情形";
    };
  }
}
