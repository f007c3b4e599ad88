package cn.lianban.catalog;

import java.time.LocalDate;

/** A decision that the district's list does not follow, or that nobody has compared with it. */
public record DecisionConflict(UpperDecision decision, Item item, Reason reason) {
  /** Why it is on the report. */
  public enum Reason {
    NOT_JUDGED,
    CANCELLED,
    NOT_ADJUSTED,
    NOT_DELEGATED
  }

  public long itemId() {
    return item.id();
  }

  /** The day from which the decision holds. */
  public LocalDate effectiveOn() {
    return decision.effectiveOn();
  }
}
