package cn.lianban.catalog;

import cn.lianban.clock.BudgetUnit;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A service item of the district's list.
 *
 * @param code as published: opaque, unique in the district
 * @param unitId the department that decides
 * @param statutoryLimit in {@code limitUnit}; null: none by law (public services), or not confirmed
 * @param promisedLimit in {@code limitUnit}, never above the statutory one; null: nobody has
 *     confirmed a promise, so the item cannot be accepted yet
 * @param edition number of the version in force; the other columns are what it says. 0: none was
 *     published yet, and only staff know of the item
 * @param nextOn a newer published version takes effect on this day
 * @param cancelledOn the first day on which it cannot be accepted any more
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
    @Nullable LocalDate cancelledOn,
    @Nullable String cancelDocument,
    int edition,
    LocalDate effectiveOn,
    @Nullable LocalDate nextOn,
    int version) {
  /** The API's id kind. */
  public static final String KIND = "Item";

  /** The public may know of it. */
  boolean published() {
    return edition > 0;
  }

  /**
   * The item as its version of a day says.
   *
   * @param other the version published by then, asked for when it is not the one in force
   */
  Item on(LocalDate day, Supplier<Optional<ItemVersion>> other) {
    return saidSoOn(day) ? this : other.get().map(this::under).orElse(this);
  }

  /** The version in force is the one of that day too. */
  boolean saidSoOn(LocalDate day) {
    return !day.isBefore(effectiveOn) && (nextOn == null || day.isBefore(nextOn));
  }

  /** The item as another version of it says. */
  private Item under(ItemVersion other) {
    ItemContent content = other.content();
    return new Item(
        id,
        code,
        content.name(),
        content.mainItem(),
        taskType,
        content.approvalType(),
        unitId,
        content.statutoryLimit(),
        content.promisedLimit(),
        content.limitUnit(),
        content.demo(),
        cancelledOn,
        cancelDocument,
        other.no(),
        Objects.requireNonNull(other.trail().effectiveOn()),
        null,
        version);
  }
}
