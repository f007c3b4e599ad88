package cn.lianban.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who acts for the applicant (代办人), and on what mandate. Id and mandate are missing beside agents
 * that were written down before they were asked for.
 *
 * @param until the last day of the mandate; null: until the matter is done
 */
public record Agent(
    String name,
    Applicant.@Nullable IdKind idKind,
    @Nullable String idNumber,
    @Nullable Mandate mandate,
    @Nullable LocalDate until) {

  /** The number of the mandate's paper in a case's checklist; the item's own start at 1. */
  public static final int PAPER_SEQ = 0;

  /** What the agent rests his acting on, and the paper that proves it. */
  public enum Mandate {
    /** 一般授权: hands in and fetches, decides nothing */
    GENERAL("一般授权", "授权委托书"),
    /** 特别授权: may also change, withdraw and sign */
    SPECIAL("特别授权", "授权委托书"),
    LEGAL_REPRESENTATIVE("法定代表人", "法定代表人身份证明"),
    GUARDIAN("监护人", "监护关系证明");

    private final String words;
    private final String paper;

    Mandate(String words, String paper) {
      this.words = words;
      this.paper = paper;
    }

    /** As papers and lists call it. */
    public String words() {
      return words;
    }

    String paper() {
      return paper;
    }
  }

  Agent masked() {
    return new Agent(
        Masks.name(name),
        idKind,
        idNumber == null ? null : Masks.middle(idNumber, 4, 4),
        mandate,
        until);
  }

  /** For papers that stay when the applicant's row is blanked. */
  public @Nullable String maskedIdNumber() {
    return masked().idNumber();
  }
}
