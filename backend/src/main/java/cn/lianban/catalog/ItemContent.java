package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of an item says, its materials aside. Limits as in {@link Item}.
 *
 * @param visits how often the applicant has to come; null: not stated
 * @param fee standard and basis; empty: not stated
 */
record ItemContent(
    String name,
    String mainItem,
    ApprovalType approvalType,
    @Nullable Integer statutoryLimit,
    @Nullable Integer promisedLimit,
    BudgetUnit limitUnit,
    String legalBasis,
    List<String> conditions,
    List<String> steps,
    @Nullable Integer visits,
    String fee,
    OnlineDepth onlineDepth,
    String contact,
    boolean demo) {

  /** The same under another name. */
  ItemContent named(String other, String main) {
    return new ItemContent(
        other,
        main,
        approvalType,
        statutoryLimit,
        promisedLimit,
        limitUnit,
        legalBasis,
        conditions,
        steps,
        visits,
        fee,
        onlineDepth,
        contact,
        demo);
  }

  /** The same with limits that somebody has confirmed. */
  ItemContent limited(
      ApprovalType approval,
      @Nullable Integer statutory,
      @Nullable Integer promised,
      BudgetUnit unit,
      String basis) {
    return new ItemContent(
        name,
        mainItem,
        approval,
        statutory,
        promised,
        unit,
        basis,
        conditions,
        steps,
        visits,
        fee,
        onlineDepth,
        contact,
        false);
  }

  /** As an import gives it: nobody has written a guide. */
  static ItemContent of(NewItem item) {
    return new ItemContent(
        item.name(),
        item.mainItem(),
        item.approvalType(),
        item.statutoryLimit(),
        item.promisedLimit(),
        item.limitUnit(),
        "",
        List.of(),
        List.of(),
        null,
        "",
        OnlineDepth.NONE,
        "",
        item.demo());
  }
}
