package cn.lianban.cases;

import cn.lianban.exchange.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The code lists of the EA_JC_STEP tables (domain.md §2.2), and what they mean to us. */
final class EaCodes {
  static final String RESULT = "doneresult";

  private EaCodes() {}

  /** 0 出证办结 and 6 办结 grant, 1 退回办结 refuses; 2 to 5 are no decisions. */
  static @Nullable String outcome(@Nullable String doneResult) {
    return switch (doneResult) {
      case "0", "6" -> CaseOutcome.PASSED.name();
      case "1" -> CaseOutcome.REFUSED.name();
      case null, default -> null;
    };
  }

  static boolean isForeign(Row row) {
    String result = row.text(RESULT);
    return result != null && outcome(result) == null;
  }

  /** The row with our outcome in the table's code. */
  static Row outcome(Row row, Row known) {
    String outcome = known.text(CaseColumns.OUTCOME);
    return outcome == null
        ? row
        : row.with(RESULT, outcome.equals(CaseOutcome.PASSED.name()) ? "0" : "1");
  }

  static Map<String, String> results() {
    return words("出证办结", "退回办结", "作废办结", "删除办结", "转报办结", "补正不来办结", "办结");
  }

  /** 1 补齐补正 … 6 预审补齐补正. */
  static Map<String, String> specials() {
    Map<String, String> words = words("", "补齐补正", "听证", "公示", "核实", "挂起", "预审补齐补正");
    words.remove("0");
    return words;
  }

  static Map<String, String> approvalTypes() {
    Map<String, String> words = words("", "即办件", "承诺件", "联办件", "上报件");
    words.remove("0");
    return words;
  }

  private static Map<String, String> words(String... from) {
    Map<String, String> words = new LinkedHashMap<>();
    for (int i = 0; i < from.length; i++) {
      words.put(String.valueOf(i), from[i]);
    }
    return words;
  }
}
