package cn.lianban.cases;

import java.util.Arrays;

/** What people at work are told of a case or a consultation; they choose ways by the code. */
enum StaffNotice {
  TO_SIGN("case.toSign", "待签收办件"),
  RETURNED("case.returned", "办件被退回"),
  PASSED_ON("case.passedOn", "办件转来"),
  SUPPLEMENT_SENT("case.supplementSent", "补正材料已到"),
  STEP("case.step", "并联环节待答复"),
  /** somebody waits and says so */
  URGED("case.urged", "环节催办"),
  STEP_ANSWERED("case.stepAnswered", "配合单位不同意或转报"),
  MEETING("case.meeting", "会审通知"),
  GREEN_ASKED("case.greenAsked", "绿色通道待批"),
  DISPUTED("case.disputed", "二次退回待裁定"),
  RULED("case.ruled", "裁定结果"),
  PROMISE_BROKEN("case.promiseBroken", "告知承诺不实"),
  TO_TAKE_OVER("case.toTakeOver", "审批结果待接收"),
  /** of a consultation, not of a case */
  CONSULTATION("consultation.toTake", "咨询待接收");

  final String code;

  /** Chinese, in front of the item's name. */
  final String words;

  final boolean urgent;

  StaffNotice(String code, String words) {
    this.code = code;
    this.words = words;
    this.urgent = code.equals("case.urged");
  }

  /** Who would be told is known of the case alone, before anything happens. */
  boolean known() {
    return switch (this) {
      case TO_SIGN,
          RETURNED,
          SUPPLEMENT_SENT,
          GREEN_ASKED,
          TO_TAKE_OVER,
          PROMISE_BROKEN,
          DISPUTED,
          RULED ->
          true;
      default -> false;
    };
  }

  static StaffNotice of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElseThrow();
  }
}
