package cn.lianban.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is read.
 *
 * @param itemEdition the version of the item it was accepted under, and stays on
 * @param holderUnitId who has it; of one handed up and not signed for: the sender
 * @param subDistrictId the one sub-district it involves, null for a case of the district level
 * @param dutyId its clock
 * @param procedureId how several units work on it; null: one decides alone
 * @param parentId of a child case (一件事): the case it belongs to
 * @param belowUnitId the unit of a lower level that it goes to or went to; null: none so far
 * @param ruled who handles it was ruled on, which binds
 * @param test a rehearsal: counts nowhere
 * @param origin where it came in
 */
public record CaseFile(
    long id,
    String number,
    CaseStatus status,
    long itemId,
    int itemEdition,
    long applicantId,
    int acceptUnitId,
    int decideUnitId,
    int holderUnitId,
    @Nullable Integer subDistrictId,
    boolean atDistrict,
    @Nullable Long dutyId,
    Instant receivedAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant decidedAt,
    @Nullable Instant deliveredAt,
    @Nullable CaseOutcome outcome,
    @Nullable String outcomeReason,
    @Nullable String resultNo,
    boolean test,
    int version,
    @Nullable Long procedureId,
    @Nullable Long parentId,
    @Nullable Integer belowUnitId,
    boolean ruled,
    Origin origin) {
  /** The API's id kind, and the clock's subject kind. */
  public static final String KIND = "Case";

  private static final Pattern GROUPS = Pattern.compile("(\\d{6})(\\d{6})(\\d{6})(\\d)");

  /** The number as it is printed and shown: 511602 261122 000001 7. */
  public String groupedNumber() {
    return GROUPS.matcher(number).replaceFirst("$1 $2 $3 $4");
  }

  /**
   * @param source WINDOW, ONLINE, PARTNER, or another platform's name
   * @param foreignNo the other platform's number, null for a case of our own
   * @param dueOn the last day as the other platform told it
   */
  public record Origin(String source, @Nullable String foreignNo, @Nullable LocalDate dueOn) {}
}
