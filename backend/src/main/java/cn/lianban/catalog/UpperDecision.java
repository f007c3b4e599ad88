package cn.lianban.catalog;

import java.time.LocalDate;

/**
 * What an upper level decided about an item (国务院、省、市取消、调整、下放的行政审批项目).
 *
 * @param name the item's name in the document
 * @param effectiveOn from this day on it holds
 */
public record UpperDecision(
    long id,
    Kind kind,
    String name,
    String documentNo,
    LocalDate decidedOn,
    LocalDate effectiveOn,
    Level level,
    String note,
    int version) {
  /** The API's id kind. */
  public static final String KIND = "UpperDecision";

  /** What was decided. */
  public enum Kind {
    CANCELLED,
    ADJUSTED,
    DELEGATED
  }

  /** Who decided. */
  public enum Level {
    STATE,
    PROVINCE,
    CITY
  }
}
