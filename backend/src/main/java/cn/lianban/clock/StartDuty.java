package cn.lianban.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit owes from an instant on.
 *
 * @param kind the duty's kind as the API names it: {@code CASE}
 * @param subjectKind what it is about: {@code Case}; found again by (subjectKind, subjectId)
 * @param itemId the service item, whose own yellow threshold goes before the district's
 * @param label one line for the queue, without personal data
 * @param subDistrictId null at district level; copied from the subject, as is atDistrict
 * @param statutory the legal limit in the promise's unit, null for services without one
 * @param startedAt the day (in the district's zone) of this instant is day 0; may be past
 * @param test a rehearsal: it has lights and fires no rung
 * @param assigneeId who in the owning unit works on it, null: whoever takes it
 * @throws IllegalArgumentException when the statutory limit is shorter than the promise
 */
public record StartDuty(
    String kind,
    String subjectKind,
    long subjectId,
    @Nullable Long itemId,
    int ownerUnitId,
    String label,
    @Nullable Integer subDistrictId,
    boolean atDistrict,
    Budget promised,
    @Nullable Integer statutory,
    Instant startedAt,
    boolean test,
    @Nullable Long assigneeId) {

  public StartDuty {
    if (statutory != null && (statutory < promised.amount() || statutory > Budget.MAX)) {
      throw new IllegalArgumentException("statutory " + statutory + " below promised or too long");
    }
  }

  /** A duty that nobody in particular has in hand. */
  public StartDuty(
      String kind,
      String subjectKind,
      long subjectId,
      @Nullable Long itemId,
      int ownerUnitId,
      String label,
      @Nullable Integer subDistrictId,
      boolean atDistrict,
      Budget promised,
      @Nullable Integer statutory,
      Instant startedAt,
      boolean test) {
    this(
        kind,
        subjectKind,
        subjectId,
        itemId,
        ownerUnitId,
        label,
        subDistrictId,
        atDistrict,
        promised,
        statutory,
        startedAt,
        test,
        null);
  }
}
