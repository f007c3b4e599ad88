package cn.lianban.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rename, merger or split with its paper.
 *
 * @param doneAt null: planned, or taken back
 */
record UnitChange(
    long id,
    Kind kind,
    LocalDate effectiveOn,
    String paper,
    @Nullable Instant doneAt,
    @Nullable Instant cancelledAt,
    List<Part> parts,
    int version) {
  /** The API's id kind. */
  static final String KIND = "UnitChange";

  enum Kind {
    RENAME("更名"),
    MERGE("合并"),
    SPLIT("拆分");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  boolean waits() {
    return doneAt == null && cancelledAt == null;
  }

  /** One line for histories. */
  String cause(Part part) {
    return "机构" + kind.words() + "：" + part.oldName() + " → " + part.newName() + "（" + paper + "）";
  }

  /**
   * @param toUnitId null until a new unit of newName is made on the day
   * @param main inherits what no other part takes, and the predecessor's figures "as today"
   * @param ends the predecessor is closed by the change
   * @param items those that go over; null: everything
   */
  record Part(
      int seq,
      int fromUnitId,
      @Nullable Integer toUnitId,
      String oldName,
      String newName,
      boolean main,
      boolean ends,
      @Nullable List<Long> items,
      Estate went) {}
}
