package cn.lianban.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted at a window.
 *
 * @param materials by the item's material number
 * @param receivedAt when the papers came; not after the acceptance
 * @param source {@code WINDOW}, {@code ONLINE}, {@code PARENT}, a partner's client id, or the
 *     platform it was imported from
 * @param imported it came out of a file; all else was entered here
 * @param foreignNo the other platform's number, unique there
 * @param foreignDueOn the last day as the other platform counts it
 * @param news the applicant asked to be told by SMS
 * @param consultationId the question it came of, null: none
 */
public record NewCase(
    long itemId,
    Applicant applicant,
    Map<Integer, MaterialState> materials,
    Instant receivedAt,
    String note,
    String source,
    boolean imported,
    @Nullable String foreignNo,
    @Nullable LocalDate foreignDueOn,
    boolean test,
    boolean news,
    @Nullable Long consultationId) {
  /** Nobody had asked before. */
  public NewCase(
      long itemId,
      Applicant applicant,
      Map<Integer, MaterialState> materials,
      Instant receivedAt,
      String note,
      String source,
      boolean imported,
      @Nullable String foreignNo,
      @Nullable LocalDate foreignDueOn,
      boolean test,
      boolean news) {
    this(
        itemId,
        applicant,
        materials,
        receivedAt,
        note,
        source,
        imported,
        foreignNo,
        foreignDueOn,
        test,
        news,
        null);
  }

  /** One of another platform's: nobody asked us to be told. */
  public NewCase(
      long itemId,
      Applicant applicant,
      Map<Integer, MaterialState> materials,
      Instant receivedAt,
      String note,
      String source,
      @Nullable String foreignNo,
      @Nullable LocalDate foreignDueOn,
      boolean test) {
    this(
        itemId,
        applicant,
        materials,
        receivedAt,
        note,
        source,
        true,
        foreignNo,
        foreignDueOn,
        test,
        false);
  }

  /** A case entered here. */
  public NewCase(
      long itemId,
      Applicant applicant,
      Map<Integer, MaterialState> materials,
      Instant receivedAt,
      String note,
      String source,
      @Nullable String foreignNo,
      boolean test) {
    this(
        itemId,
        applicant,
        materials,
        receivedAt,
        note,
        source,
        false,
        foreignNo,
        null,
        test,
        false);
  }
}
