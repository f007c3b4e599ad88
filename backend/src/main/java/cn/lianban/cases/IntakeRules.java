package cn.lianban.cases;

import cn.lianban.catalog.AcceptancePoint;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Material;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands in the way of an acceptance, and from when it counts. */
final class IntakeRules {
  /** Working days from receipt to acceptance (行政许可法 Art. 32 (4)). */
  static final int ACCEPTANCE_DAYS = 5;

  private IntakeRules() {}

  /**
   * The moment the decision's clock counts from. Who lets the days for acceptance go by has
   * accepted on the day on which the papers were complete (行政许可法 Art. 32 (4)).
   *
   * @param completeAt when the last of what was asked for came; null: nothing was asked for
   */
  static Instant countsFrom(
      Instant receivedAt, @Nullable Instant completeAt, Instant acceptedAt, boolean missed) {
    if (!missed) {
      return acceptedAt;
    }
    return completeAt == null ? receivedAt : completeAt;
  }

  /**
   * An item cancelled by an upper-level decision is refused at intake; one without a promise too.
   *
   * @return the promised limit
   */
  static int promise(Item item, LocalDate day) {
    LocalDate cancelled = item.cancelledOn();
    if (cancelled != null && !cancelled.isAfter(day)) {
      String paper = item.cancelDocument() == null ? "" : "（" + item.cancelDocument() + "）";
      throw new Rejected(
          "ITEM_CANCELLED", "itemId", "该事项已于 " + cancelled + " 取消" + paper + "，不得受理");
    }
    if (item.promisedLimit() == null) {
      throw new Rejected("ITEM_WITHOUT_LIMIT", "itemId", "该事项的承诺时限尚未确认，暂不能受理");
    }
    return item.promisedLimit();
  }

  /**
   * The department, or the accepting unit itself where the item is delegated to it (委托/下放).
   *
   * @param point the unit as the item's acceptance point; asked for another unit than the
   *     department only
   */
  static int decides(Item item, Unit unit, Supplier<Optional<AcceptancePoint>> point) {
    if (item.unitId() == unit.id()) {
      return unit.id();
    }
    boolean delegated =
        point
            .get()
            .orElseThrow(() -> new Rejected("ITEM_NOT_ACCEPTABLE_HERE", "itemId", "本单位未开通受理该事项"))
            .delegated();
    return delegated ? unit.id() : item.unitId();
  }

  /**
   * Every required material is there, owed where the item allows it (容缺受理), or promised in writing
   * where it allows that (告知承诺).
   *
   * @throws Rejected MANDATE_MISSING, MATERIAL_MISSING, NOT_PROMISABLE
   */
  static void complete(List<Material> listed, Map<Integer, MaterialState> seen, Handling handling) {
    for (Material material : listed) {
      MaterialState state = seen.getOrDefault(material.seq(), MaterialState.MISSING);
      boolean shown = state == MaterialState.ORIGINAL_SEEN || state == MaterialState.COPY;
      if (material.seq() == Agent.PAPER_SEQ && !shown) {
        throw new Rejected("MANDATE_MISSING", "materials", "有代办人，须提交" + material.name());
      }
      boolean owed = state == MaterialState.OWED;
      if (material.required() && (state == MaterialState.MISSING || owed && !handling.owable())) {
        throw new Rejected("MATERIAL_MISSING", "materials", "缺少必要材料：" + material.name());
      }
      if (state == MaterialState.PROMISED && handling.checkDays() == null) {
        throw new Rejected(
            "NOT_PROMISABLE", "materials", "该事项未实行告知承诺：" + material.name() + " 须提交原件");
      }
    }
  }
}
