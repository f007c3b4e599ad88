package cn.lianban.papers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it was printed.
 *
 * @param number 〔2026〕受12号, beside the issuer's name
 * @param issuer whose seal it wants
 * @param progressPath what its QR code leads to: exactly this case's progress
 */
record Paper(
    long id,
    long caseId,
    PaperKind kind,
    String number,
    int templateVersion,
    PaperText text,
    String issuer,
    LocalDate dated,
    String progressPath,
    int unitId,
    Instant printedAt,
    @Nullable Integer subDistrictId,
    boolean atDistrict) {
  /** The API's id kind, and the subject kind of its files. */
  static final String KIND = "Paper";

  /** As {@code 2026年11月22日} (GB/T 9704: Arabic figures, no leading zeros). */
  static String inWords(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
