package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that stand in files for what the catalogue keeps as codes. */
final class ListWords {
  private ListWords() {}

  /** By the published lists' task_type. */
  static Map<String, String> taskTypes() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(TaskType.LICENCE.published(), "行政许可");
    words.put(TaskType.PAYMENT.published(), "行政给付");
    words.put(TaskType.CONFIRMATION.published(), "行政确认");
    words.put(TaskType.REWARD.published(), "行政奖励");
    words.put(TaskType.ADJUDICATION.published(), "行政裁决");
    words.put(TaskType.OTHER_POWER.published(), "其他行政权力");
    words.put(TaskType.PUBLIC_SERVICE.published(), "公共服务");
    words.put(TaskType.OTHER.published(), "其他");
    return words;
  }

  static Map<String, String> approvalTypes() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(ApprovalType.INSTANT.name(), "即办件");
    words.put(ApprovalType.PROMISED.name(), "承诺件");
    words.put(ApprovalType.JOINT.name(), "联办件");
    words.put(ApprovalType.HANDED_UP.name(), "上报件");
    return words;
  }

  static Map<String, String> units() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(BudgetUnit.WORKING_DAYS.name(), "工作日");
    words.put(BudgetUnit.CALENDAR_DAYS.name(), "自然日");
    words.put(BudgetUnit.HOURS.name(), "小时");
    return words;
  }
}
