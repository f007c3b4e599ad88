package cn.lianban.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question before anything is handed in, in somebody's hands until it is answered.
 *
 * @param asker masked unless revealed
 * @param firstClerkId who was asked first (首问责任人)
 * @param hours within which it is answered or, handed over, taken
 * @param unitId who owns it
 * @param toUnitId whom it was sent to and who has not taken it yet
 */
record Consultation(
    long id,
    @Nullable Integer subDistrictId,
    boolean atDistrict,
    @Nullable Long itemId,
    Asker asker,
    String question,
    String materials,
    int firstUnitId,
    long firstClerkId,
    Instant openedAt,
    int hours,
    int unitId,
    @Nullable Integer toUnitId,
    State state,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable Long answeredById,
    @Nullable Integer answeredUnitId,
    @Nullable Long caseId,
    int version) {
  /** The API's id kind, and what its clocks are about. */
  static final String KIND = "Consultation";

  /** Where it stands. */
  enum State {
    OPEN,
    /** sent to another unit, which has not taken it */
    HANDED_OVER,
    ANSWERED
  }

  /** Who asked, as far as he said. */
  record Asker(Applicant.Kind kind, @Nullable String name, @Nullable String mobile) {
    Asker masked() {
      boolean enterprise = kind == Applicant.Kind.ENTERPRISE;
      return new Asker(
          kind,
          name == null || enterprise ? name : Masks.name(name),
          mobile == null ? null : Masks.middle(mobile, 3, 4));
    }
  }

  /** One step from unit to unit. */
  record Passing(
      int fromUnitId, int toUnitId, String reason, Instant sentAt, @Nullable Instant takenAt) {}

  /**
   * As it is asked.
   *
   * @param answer given on the spot; empty: it waits
   */
  record Question(
      @Nullable Long itemId,
      @Nullable Integer unitId,
      Asker asker,
      String question,
      String materials,
      String answer,
      int hours) {}
}
