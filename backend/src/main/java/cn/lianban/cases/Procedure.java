package cn.lianban.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of how an item is handled by several units.
 *
 * @param joint handled jointly: 45 working days by law instead of 20 (行政许可法 Art. 42)
 */
record Procedure(
    long id, long itemId, int no, State state, boolean joint, List<Step> steps, int version) {
  /** The API's id kind. */
  static final String KIND = "Procedure";

  /** Joint handling: 45 working days by law, extended by at most 15 (行政许可法 Art. 42). */
  static final int JOINT_DAYS = 45;

  static final int JOINT_EXTENSION = 15;

  /** Where a version stands; one of an item is in force at a time. */
  enum State {
    DRAFT,
    IN_FORCE,
    RETIRED
  }

  /**
   * What one unit does in a stage.
   *
   * @param lead the one unit of the stage that brings it to its end
   * @param limitDays working days from its opening; of a child case the item's own limit holds
   * @param childItemId the step is a case of this item (一件事); null: an opinion
   * @param silenceConsents with a published rule silence counts as consent (超时默许)
   */
  record Step(
      int stage,
      String stageName,
      int seq,
      String name,
      int unitId,
      boolean lead,
      int limitDays,
      @Nullable Long childItemId,
      boolean silenceConsents) {}
}
