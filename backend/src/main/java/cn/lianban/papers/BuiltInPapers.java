package cn.lianban.papers;

import java.util.EnumMap;
import java.util.Map;

/**
 * Version 1 of every template, with the articles each paper rests on: written for licences, a
 * district edits them for what else it handles.
 */
final class BuiltInPapers {
  static final int VERSION = 1;
  private static final Map<PaperKind, PaperText> TEXTS = new EnumMap<>(PaperKind.class);

  private BuiltInPapers() {}

  static PaperText of(PaperKind kind) {
    return java.util.Objects.requireNonNull(TEXTS.get(kind));
  }

  private static void text(PaperKind kind, String title, String body) {
    TEXTS.put(kind, new PaperText(title, body));
  }

  static {
    text(
        PaperKind.RECEIPT,
        "收件凭证",
        """
        >{applicant}：
        你（单位）于{receivedOn}提交的“{item}”申请材料已收到，办件编号{number}，经办人：{agentInFull}。
        收到的材料：
        {materials}
        我们将在五个工作日内告知是否受理；材料不齐全或者不符合法定形式的，将一次告知需要补正的全部内容，逾期不告知的，自收到申请材料之日起即为受理。
        查询办理进度，请扫描下方二维码，或者凭办件编号和窗口告知的查询密码查询。请妥善保管本凭证。
        """);
    text(
        PaperKind.SUPPLEMENT,
        "一次性补正告知书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}）收悉。经审查，申请材料不齐全或者不符合法定形式，依据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现一次告知需要补正的全部内容：
        {missing}
        请于{missingUntil}前补正后提交至{acceptUnit}。除上述内容外，不再要求补正其他材料。
        """);
    text(
        PaperKind.ACCEPTANCE,
        "受理通知书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}），申请材料齐全，符合法定形式，依据《中华人民共和国行政许可法》第三十二条第一款第五项的规定，决定自{acceptedOn}起予以受理。
        收取的材料：
        {materials}
        本事项由{decideUnit}办理，承诺时限为{limit}，自受理次日起计算，应于{dueOn}前作出决定。依法需要听证、检验、检测、鉴定、专家评审等的时间不计算在内，将另行告知。
        """);
    text(
        PaperKind.NON_ACCEPTANCE,
        "不予受理通知书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}）收悉。经审查，决定不予受理，理由如下：
        {reason}
        如不服本决定，可以自收到本通知书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。
        """);
    text(
        PaperKind.SUSPENSION,
        "特别程序告知书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}），已于{acceptedOn}受理。因需要进行{pausedFor}，依据{pausedBasis}，自{pausedOn}起所需时间不计算在办理期限内，预计{pausedUntil}结束。
        上述事项完成后，办理期限继续计算。如有变动，将另行告知。
        """);
    text(
        PaperKind.EXTENSION,
        "延长办理期限告知书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}），已于{acceptedOn}受理。因不能在规定期限内作出决定，依据《中华人民共和国行政许可法》第四十二条的规定，经本行政机关负责人（统一办理、联合办理、集中办理的，经本级人民政府负责人）批准，延长{extendedBy}，应于{dueOn}前作出决定。延长的理由：
        {extendedFor}
        """);
    text(
        PaperKind.DECISION_PASSED,
        "准予行政许可决定书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}），已于{acceptedOn}受理。经审查，申请符合法定条件、标准，依据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予行政许可。
        证照或者批文号：{resultNo}。
        决定之日起十个工作日内向你（单位）颁发、送达相关证件。
        """);
    text(
        PaperKind.DECISION_REFUSED,
        "不予行政许可决定书",
        """
        >{applicant}：
        你（单位）于{receivedOn}提出的“{item}”申请（办件编号{number}），已于{acceptedOn}受理。经审查，依据《中华人民共和国行政许可法》第三十八条第二款的规定，决定不予行政许可，理由如下：
        {reason}
        如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议，或者在六个月内依法向人民法院提起行政诉讼。
        """);
    text(
        PaperKind.DELIVERY,
        "送达回证",
        """
        >受送达人：{applicant}
        >送达内容：“{item}”办理结果（办件编号{number}，证照或者批文号{resultNo}）
        >送达地点：{acceptUnit}
        >送达方式：□直接送达　□邮寄送达　□电子送达　□代收
        >收件人签名或者盖章：＿＿＿＿＿＿＿＿＿＿
        >收件日期：＿＿＿＿年＿＿月＿＿日
        >代收人及代收理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿
        >送达人签名：＿＿＿＿＿＿＿＿　＿＿＿＿＿＿＿＿
        >备注：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿
        """);
  }
}
