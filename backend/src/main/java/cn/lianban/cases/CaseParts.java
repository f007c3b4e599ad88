package cn.lianban.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The small rows that hang on a case. */
final class CaseParts {
  private CaseParts() {}

  /**
   * A material as it was seen at acceptance.
   *
   * @param reusedFrom number of the earlier case that the paper came with
   */
  record CaseMaterial(int seq, String name, MaterialState state, @Nullable String reusedFrom) {}

  /** One hand-over between two units; open while neither signed nor returned. */
  record Handover(
      Direction direction,
      int fromUnitId,
      int toUnitId,
      Instant sentAt,
      @Nullable Instant signedAt,
      @Nullable Instant returnedAt,
      @Nullable String reason) {}

  /** One line of the history; whose account it was stays in the database. */
  record CaseEvent(Instant at, CaseEventKind kind, @Nullable Integer unitId, String note) {}

  /** Up to the district level, or down from it. */
  enum Direction {
    UP,
    DOWN,
    /** to another department of the district */
    ACROSS
  }
}
