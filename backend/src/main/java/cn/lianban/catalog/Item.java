package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service item of the district's list.
 *
 * @param code as published: opaque, unique in the district
 * @param unitId the department that decides
 * @param statutoryLimit in {@code limitUnit}; null: none by law (public services), or not confirmed
 * @param promisedLimit in {@code limitUnit}, never above the statutory one; null: nobody has
 *     confirmed a promise, so the item cannot be accepted yet
 * @param demo materials and limits are marked as demo: nobody's promise
 */
public record Item(
    long id,
    String code,
    String name,
    String mainItem,
    TaskType taskType,
    ApprovalType approvalType,
    int unitId,
    @Nullable Integer statutoryLimit,
    @Nullable Integer promisedLimit,
    BudgetUnit limitUnit,
    boolean demo,
    @Nullable LocalDate cancelledOn) {
  /** The API's id kind. */
  public static final String KIND = "Item";
}
