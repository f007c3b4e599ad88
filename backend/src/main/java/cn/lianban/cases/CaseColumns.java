package cn.lianban.cases;

import cn.lianban.exchange.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The columns of cases that come in from, or go out to, another platform. */
final class CaseColumns {
  static final String SOURCE = "source";
  static final String FOREIGN_NO = "foreignNo";
  static final String ITEM_CODE = "itemCode";
  static final String ITEM_NAME = "itemName";
  static final String ACCEPT_UNIT = "acceptUnit";
  static final String APPLICANT_KIND = "applicantKind";
  static final String APPLICANT = "applicant";
  static final String ID_KIND = "idKind";
  static final String ID_NUMBER = "idNumber";
  static final String MOBILE = "mobile";
  static final String AGENT = "agent";
  static final String AGENT_ID_KIND = "agentIdKind";
  static final String AGENT_ID_NUMBER = "agentIdNumber";
  static final String MANDATE = "mandate";
  static final String MANDATE_UNTIL = "mandateUntil";
  static final String RECEIVED_AT = "receivedAt";
  static final String ACCEPTED_AT = "acceptedAt";
  static final String DUE_ON = "dueOn";
  static final String PAUSED_AT = "pausedAt";
  static final String RESUMED_AT = "resumedAt";
  static final String PAUSE_REASON = "pauseReason";
  static final String PAUSE_BASIS = "pauseBasis";
  static final String DECIDED_AT = "decidedAt";
  static final String OUTCOME = "outcome";
  static final String REASON = "reason";
  static final String RESULT_NO = "resultNo";
  static final String DELIVERED_AT = "deliveredAt";

  /** What may still be told of a case that is here already; the rest is history. */
  static final List<String> LATER =
      List.of(
          PAUSED_AT,
          RESUMED_AT,
          PAUSE_REASON,
          PAUSE_BASIS,
          DECIDED_AT,
          OUTCOME,
          REASON,
          RESULT_NO,
          DELIVERED_AT);

  /** What leaves masked. */
  static final List<String> MASKED = List.of(APPLICANT, ID_NUMBER, MOBILE, AGENT, AGENT_ID_NUMBER);

  private CaseColumns() {}

  /** Aliases: what platforms and EA_JC_STEP_BASICINFO/_DONE call them (domain.md §2.2). */
  static List<Column> all() {
    return List.of(
        Column.text(SOURCE, "来源").aliases("来源平台", "数据来源", "datasource").max(40).asIdentity(),
        Column.text(FOREIGN_NO, "来源编号")
            .aliases("申办号", "办件编号", "办件流水号", "业务编号", "projid", "orgbusno")
            .max(100)
            .asIdentity(),
        Column.text(ITEM_CODE, "事项编码").aliases("实施编码", "itemcode", "implementcode").asRequired(),
        Column.text(ITEM_NAME, "事项名称").aliases("办理事项", "itemname"),
        Column.text(ACCEPT_UNIT, "受理单位").aliases("受理部门", "受理部门名称", "acceptdeptname").asRequired(),
        Column.code(APPLICANT_KIND, "申请人类型", kinds()).aliases("applyertype"),
        Column.text(APPLICANT, "申请人").aliases("申请人名称", "申请人姓名", "applicant").asRequired(),
        Column.code(ID_KIND, "证件类型", idKinds()),
        Column.text(ID_NUMBER, "证件号码").aliases("证件号", "申请人证件号", "身份证号").max(60),
        Column.text(MOBILE, "联系电话").aliases("手机号", "applicantmobile").max(40),
        Column.text(AGENT, "代办人").aliases("经办人", "代理人", "委托代理人").max(300),
        Column.code(AGENT_ID_KIND, "代办人证件类型", idKinds()),
        Column.text(AGENT_ID_NUMBER, "代办人证件号码").aliases("经办人证件号", "代理人证件号").max(60),
        Column.code(MANDATE, "代理权限", mandates()).aliases("授权类型"),
        Column.date(MANDATE_UNTIL, "委托有效期至").aliases("授权有效期"),
        Column.instant(RECEIVED_AT, "收件时间").aliases("申请时间", "occurtime"),
        Column.instant(ACCEPTED_AT, "受理时间").aliases("受理日期").asRequired(),
        Column.date(DUE_ON, "来源到期日").aliases("到期日", "承诺办结日期", "承诺到期日", "应办结日期", "promisedate"),
        Column.instant(PAUSED_AT, "暂停开始").aliases("挂起时间", "暂停开始时间"),
        Column.instant(RESUMED_AT, "暂停结束").aliases("恢复时间", "暂停结束时间"),
        Column.code(PAUSE_REASON, "暂停原因", reasons()).aliases("特别程序类型", "暂停类型"),
        Column.text(PAUSE_BASIS, "暂停依据").aliases("特别程序依据", "nodeprocaccord").max(1000),
        Column.instant(DECIDED_AT, "办结时间").aliases("决定时间", "办结日期"),
        Column.code(OUTCOME, "办理结果", outcomes()).aliases("结果", "审批结果", "办结结果", "doneresult"),
        Column.text(REASON, "不予理由").aliases("理由", "exitres").max(1000),
        Column.text(RESULT_NO, "证照编号").aliases("结果编号", "批文号").max(100),
        Column.instant(DELIVERED_AT, "送达时间").aliases("送达日期", "领取时间"));
  }

  static Map<String, String> kinds() {
    return ordered("PERSON", "个人", "ENTERPRISE", "企业");
  }

  private static Map<String, String> outcomes() {
    return ordered(
        "PASSED", "准予",
        "PASSED_WITH_TOLERANCE", "容缺通过",
        "REFUSED", "不予",
        "VOIDED", "作废",
        "TRANSFERRED", "转报",
        "WITHDRAWN", "撤回",
        "NOT_ACCEPTED", "不予受理");
  }

  private static Map<String, String> reasons() {
    return ordered(
        "SUPPLEMENT", "补齐补正",
        "HEARING", "听证",
        "PUBLICITY", "公示",
        "EXAMINATION", "检验检测或专家评审",
        "VERIFICATION", "核实",
        "HOLD", "挂起");
  }

  private static Map<String, String> idKinds() {
    return ordered(
        "IDENTITY_CARD", "居民身份证",
        "USCC", "统一社会信用代码",
        "PASSPORT", "护照",
        "HK_MACAO_PERMIT", "港澳居民来往内地通行证",
        "TAIWAN_PERMIT", "台湾居民来往大陆通行证",
        "OTHER", "其他");
  }

  private static Map<String, String> mandates() {
    Map<String, String> words = new LinkedHashMap<>();
    for (Agent.Mandate mandate : Agent.Mandate.values()) {
      words.put(mandate.name(), mandate.words());
    }
    return words;
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }
}
