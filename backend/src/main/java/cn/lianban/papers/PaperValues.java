package cn.lianban.papers;

import cn.lianban.cases.Agent;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Dossier;
import cn.lianban.cases.PauseWords;
import cn.lianban.clock.Suspension;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of a template are filled with, from a case or from a sample. Pure. */
record PaperValues(Map<String, String> values, Map<String, List<String>> lists) {

  /** Names that a case knows by id only. */
  record Names(String district, String item, String acceptUnit, String decideUnit) {}

  /**
   * @param reason typed at printing; empty: the decision's own
   * @param notice the recorded supplement notice that is stated; null: none
   */
  static PaperValues of(
      Dossier dossier,
      Names names,
      String reason,
      Dossier.@Nullable Notice notice,
      LocalDate today) {
    CaseFile file = dossier.file();
    Map<String, String> values = new HashMap<>();
    values.put("district", names.district());
    values.put("item", names.item());
    values.put("acceptUnit", names.acceptUnit());
    values.put("decideUnit", names.decideUnit());
    values.put("number", file.number());
    values.put("applicant", dossier.applicant().name());
    Agent agent = dossier.applicant().agent();
    values.put("agent", agent == null ? "" : agent.name());
    values.put("agentId", agent == null ? "" : text(agent.maskedIdNumber()));
    values.put("mandate", agent == null ? "" : mandate(agent));
    values.put("agentInFull", agent == null ? "申请人本人" : inFull(agent));
    values.put("receivedOn", day(file.receivedAt()));
    values.put("acceptedOn", day(file.acceptedAt()));
    values.put("decidedOn", day(file.decidedAt()));
    values.put("deliveredOn", day(file.deliveredAt()));
    values.put("dueOn", dossier.dueOn() == null ? "" : Paper.inWords(dossier.dueOn()));
    values.put("limit", limit(dossier.budget(), dossier.budgetUnit()));
    values.put("reason", reason.isEmpty() ? text(file.outcomeReason()) : reason);
    values.put("resultNo", text(file.resultNo()));
    values.put("today", Paper.inWords(today));
    values.put("missingUntil", notice == null ? "" : Paper.inWords(notice.until()));
    clock(dossier, values);
    List<String> missing = notice == null ? List.of() : notice.missing();
    return new PaperValues(values, Map.of("materials", materials(dossier), "missing", missing));
  }

  private static void clock(Dossier dossier, Map<String, String> values) {
    Suspension pause = dossier.pause();
    values.put("pausedOn", pause == null ? "" : day(pause.fromAt()));
    values.put("pausedFor", pause == null ? "" : PauseWords.of(pause.reason()));
    values.put("pausedBasis", pause == null ? "" : pause.basis());
    values.put("pausedUntil", pause == null ? "" : day(pause.expectedUntil()));
    Dossier.Extension extension = dossier.extension();
    values.put("extendedBy", extension == null ? "" : extension.days() + "个工作日");
    values.put("extendedFor", extension == null ? "" : extension.reason());
  }

  private static String inFull(Agent agent) {
    String number = agent.maskedIdNumber();
    String mandate = mandate(agent);
    return number == null ? agent.name() : agent.name() + "（证件号码" + number + "，" + mandate + "）";
  }

  private static String mandate(Agent agent) {
    Agent.Mandate mandate = agent.mandate();
    if (mandate == null) {
      return "";
    }
    LocalDate until = agent.until();
    return mandate.words() + (until == null ? "" : "，至" + Paper.inWords(until));
  }

  private static List<String> materials(Dossier dossier) {
    List<String> lines = new ArrayList<>();
    for (Dossier.Material one : dossier.materials()) {
      String state =
          switch (one.state()) {
            case ORIGINAL_SEEN -> "已核原件";
            case COPY -> "复印件";
            case EXEMPT -> "免交";
            case OWED -> "容缺待补";
            case REUSED -> "复用以前提交的";
            case PROMISED -> "告知承诺";
            case MISSING -> "未提交";
          };
      lines.add(one.name() + "（" + state + "）");
    }
    return lines;
  }

  private static String limit(@Nullable Integer budget, @Nullable String unit) {
    if (budget == null || unit == null) {
      return "";
    }
    return budget
        + switch (unit) {
          case "WORKING_DAYS" -> "个工作日";
          case "CALENDAR_DAYS" -> "日";
          default -> "小时";
        };
  }

  private static String day(@Nullable Instant at) {
    return at == null ? "" : Paper.inWords(LocalDate.ofInstant(at, Now.CHINA));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Values to look at a template with: a long name, a rare character, a middle dot. */
  static PaperValues sample(String district, LocalDate today) {
    Map<String, String> values = new HashMap<>();
    values.put("district", district);
    values.put("item", "食品经营许可（新办）");
    values.put("acceptUnit", "城东街道便民服务中心");
    values.put("decideUnit", "区市场监督管理局");
    values.put("number", "5116022611220000173");
    values.put("applicant", "古丽·热依木");
    values.put("agent", "王小明");
    values.put("agentId", "5116**********1234");
    values.put("mandate", "特别授权，至" + Paper.inWords(today.plusYears(1)));
    values.put("agentInFull", "王小明（证件号码5116**********1234，特别授权）");
    for (String date : List.of("receivedOn", "acceptedOn", "decidedOn", "deliveredOn", "today")) {
      values.put(date, Paper.inWords(today));
    }
    values.put("dueOn", Paper.inWords(today.plusDays(14)));
    values.put("limit", "10个工作日");
    values.put("reason", "（此处为打印时填写的理由）");
    values.put("resultNo", "JY15116020000000");
    values.put("missingUntil", Paper.inWords(today.plusDays(30)));
    values.put("pausedOn", Paper.inWords(today));
    values.put("pausedFor", "现场核查或专家评审");
    values.put("pausedBasis", "《中华人民共和国行政许可法》第四十五条");
    values.put("pausedUntil", Paper.inWords(today.plusDays(30)));
    values.put("extendedBy", "10个工作日");
    values.put("extendedFor", "（此处为批准延期时填写的理由）");
    return new PaperValues(
        values,
        Map.of(
            "materials", List.of("食品经营许可申请书（已核原件）", "营业执照（复印件）"),
            "missing", List.of("营业场所使用证明", "食品安全管理制度")));
  }
}
