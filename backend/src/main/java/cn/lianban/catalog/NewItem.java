package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import org.jspecify.annotations.Nullable;

/** An item to be put on the list; limits as in {@link Item}. */
public record NewItem(
    String code,
    String name,
    String mainItem,
    TaskType taskType,
    ApprovalType approvalType,
    int unitId,
    @Nullable Integer statutoryLimit,
    @Nullable Integer promisedLimit,
    BudgetUnit limitUnit,
    boolean demo) {

  /** As a published list gives it: nobody has confirmed a limit. */
  public static NewItem published(
      String code, String name, String mainItem, TaskType taskType, int unitId) {
    return new NewItem(
        code,
        name,
        mainItem,
        taskType,
        ApprovalType.PROMISED,
        unitId,
        null,
        null,
        BudgetUnit.WORKING_DAYS,
        false);
  }
}
