package cn.lianban.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A preferential policy.
 *
 * @param claimants who may claim it, in words
 * @param unitId who decides; null: ask the contact
 * @param validTo last day on which it can be claimed; null: no end
 */
record Policy(
    long id,
    String title,
    String documentNo,
    Audience audience,
    String claimants,
    List<String> conditions,
    String benefit,
    @Nullable Integer unitId,
    String contact,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    int version) {
  /** The API's id kind. */
  static final String KIND = "Policy";

  /** Whom it is for. */
  enum Audience {
    PERSON,
    ENTERPRISE,
    BOTH
  }

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
