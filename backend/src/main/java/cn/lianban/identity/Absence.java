package cn.lianban.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away, and who stands in for him meanwhile.
 *
 * @param to the last day
 * @param endedEarly he came back before it
 */
record Absence(
    long id,
    long accountId,
    @Nullable Long deputyId,
    Kind kind,
    LocalDate from,
    LocalDate to,
    boolean endedEarly,
    int version) {
  /** The API's id kind. */
  static final String ID_KIND = "Absence";

  /** Why, as roughly as colleagues need to know. */
  enum Kind {
    LEAVE,
    TRAVEL,
    TRAINING,
    OTHER
  }
}
