package cn.lianban.cases;

import cn.lianban.catalog.ApprovalType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.SuspensionReason;
import cn.lianban.exchange.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code lists of the EA_JC_STEP tables (domain.md §2.2), and what they mean to us. */
final class EaCodes {
  static final String RESULT = "doneresult";

  private EaCodes() {}

  /** How a case ended, as {@link CaseColumns#OUTCOME} has it. */
  static @Nullable String outcome(@Nullable String doneResult) {
    return switch (doneResult) {
      case "0", "6" -> CaseOutcome.PASSED.name();
      case "1" -> CaseOutcome.REFUSED.name();
      case "2", "3" -> CaseStatus.VOIDED.name();
      case "4" -> CaseStatus.TRANSFERRED.name();
      case "5" -> CaseStatus.WITHDRAWN.name();
      case null, default -> null;
    };
  }

  private static @Nullable String done(@Nullable String outcome) {
    return switch (outcome) {
      case "PASSED", "PASSED_WITH_TOLERANCE" -> "0";
      case "REFUSED", "NOT_ACCEPTED" -> "1";
      case "VOIDED" -> "2";
      case "TRANSFERRED" -> "4";
      case "WITHDRAWN" -> "5";
      case null, default -> null;
    };
  }

  /** The row with our outcome in the table's code. */
  static Row outcome(Row row, Row known) {
    String code = done(known.text(CaseColumns.OUTCOME));
    return code == null ? row : row.with(RESULT, code);
  }

  /** Several codes mean the same to us. */
  static boolean sameEnd(@Nullable String code, Row known) {
    String outcome = known.text(CaseColumns.OUTCOME);
    return code != null
        && outcome != null
        && done(outcome(code)) != null
        && java.util.Objects.equals(done(outcome(code)), done(outcome));
  }

  static Map<String, String> results() {
    return words(0, "出证办结", "退回办结", "作废办结", "删除办结", "转报办结", "补正不来办结", "办结");
  }

  /** Of a standstill. */
  static Map<String, String> specials() {
    return words(1, "补齐补正", "听证", "公示", "核实", "挂起", "预审补齐补正");
  }

  static SuspensionReason reason(@Nullable String special) {
    return switch (special) {
      case "1", "6" -> SuspensionReason.SUPPLEMENT;
      case "2" -> SuspensionReason.HEARING;
      case "3" -> SuspensionReason.PUBLICITY;
      case "4" -> SuspensionReason.VERIFICATION;
      case null, default -> SuspensionReason.HOLD;
    };
  }

  /** Examinations and experts' reviews are told as 核实: the list has no code of their own. */
  static String special(SuspensionReason reason) {
    return switch (reason) {
      case SUPPLEMENT -> "1";
      case HEARING -> "2";
      case PUBLICITY -> "3";
      case VERIFICATION, EXAMINATION -> "4";
      case HOLD -> "5";
    };
  }

  static Map<String, String> approvalTypes() {
    return words(1, "即办件", "承诺件", "联办件", "上报件");
  }

  static String approvalType(ApprovalType type) {
    return switch (type) {
      case INSTANT -> "1";
      case PROMISED -> "2";
      case JOINT -> "3";
      case HANDED_UP -> "4";
    };
  }

  static Map<String, String> limitUnits() {
    return words(1, "工作日", "自然日", "小时", "分钟", "月");
  }

  static String limitUnit(BudgetUnit unit) {
    return switch (unit) {
      case WORKING_DAYS -> "1";
      case CALENDAR_DAYS -> "2";
      case HOURS -> "3";
    };
  }

  /** Of a legal limit; there is no letter for hours. */
  static Map<String, String> legalUnits() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("G", "工作日");
    words.put("Z", "自然日");
    return words;
  }

  static @Nullable String legalUnit(BudgetUnit unit) {
    return switch (unit) {
      case WORKING_DAYS -> "G";
      case CALENDAR_DAYS -> "Z";
      case HOURS -> null;
    };
  }

  static Map<String, String> nodeTypes() {
    return words(1, "开始环节", "中间环节", "结束环节", "单一环节");
  }

  static Map<String, String> nodeStates() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("01", "待办");
    words.put("02", "已办");
    return words;
  }

  static Map<String, String> nodeResults() {
    return words(0, "不同意", "同意", "不受理", "不予受理", "受理", "补齐补正", "特别程序（挂起）", "退回");
  }

  /**
   * @param result null: the list has no code for it
   */
  record Node(String name, @Nullable String result) {}

  /** What happened to a case as a step of the table; null: it is none. */
  static @Nullable Node node(CaseEventKind kind) {
    return switch (kind) {
      case RECEIVED -> new Node("收件", null);
      case SUPPLEMENT_TOLD, SUPPLEMENT_ANOMALY -> new Node("一次性告知补正", "5");
      case SUPPLEMENTED -> new Node("补正", null);
      case ACCEPTED, DEEMED_ACCEPTED -> new Node("受理", "4");
      case NOT_ACCEPTED -> new Node("不予受理", "3");
      case HANDED_UP -> new Node("上报", "1");
      case HANDED_DOWN -> new Node("下转", "1");
      case SIGNED -> new Node("签收", "1");
      case RETURNED, DISPUTED -> new Node("退回", "7");
      case SUSPENDED -> new Node("特别程序", "6");
      case RESUMED -> new Node("恢复办理", null);
      case EXTENDED -> new Node("延期", "1");
      case DECIDED -> new Node("决定", null);
      case DELIVERED -> new Node("送达", null);
      case WITHDRAWN -> new Node("撤回", null);
      case VOIDED -> new Node("作废", null);
      case TRANSFERRED -> new Node("转报", null);
      default -> null;
    };
  }

  static boolean ends(CaseEventKind kind) {
    return switch (kind) {
      case DECIDED, DELIVERED, NOT_ACCEPTED, WITHDRAWN, VOIDED, TRANSFERRED -> true;
      default -> false;
    };
  }

  private static Map<String, String> words(int first, String... from) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < from.length; i++) {
      words.put(String.valueOf(first + i), from[i]);
    }
    return words;
  }
}
