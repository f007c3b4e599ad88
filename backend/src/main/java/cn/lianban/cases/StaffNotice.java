package cn.lianban.cases;

import java.util.Arrays;

/** What people at work are told of a case or a consultation; they choose ways by the code. */
enum StaffNotice {
  TO_SIGN("case.toSign", "待签收办件", "Case to sign for"),
  RETURNED("case.returned", "办件被退回", "Case sent back"),
  PASSED_ON("case.passedOn", "办件转来", "Case passed on"),
  SUPPLEMENT_SENT("case.supplementSent", "补正材料已到", "Supplement arrived"),
  STEP("case.step", "并联环节待答复", "Step to answer"),
  /** somebody waits and says so */
  URGED("case.urged", "环节催办", "Step urged"),
  STEP_ANSWERED("case.stepAnswered", "配合单位不同意或转报", "Co-unit disagrees or refers"),
  MEETING("case.meeting", "会审通知", "Meeting"),
  GREEN_ASKED("case.greenAsked", "绿色通道待批", "Green channel to approve"),
  DISPUTED("case.disputed", "二次退回待裁定", "Second return to rule on"),
  RULED("case.ruled", "裁定结果", "Ruling"),
  PROMISE_BROKEN("case.promiseBroken", "告知承诺不实", "Promise not kept"),
  TO_TAKE_OVER("case.toTakeOver", "审批结果待接收", "Result to take over"),
  /** of a consultation, not of a case */
  CONSULTATION("consultation.toTake", "咨询待接收", "Consultation to take");

  final String code;

  /** Chinese, in front of the item's name. */
  final String words;

  final String wordsEn;

  final boolean urgent;

  StaffNotice(String code, String words, String wordsEn) {
    this.code = code;
    this.words = words;
    this.wordsEn = wordsEn;
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
