package cn.lianban.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a case.
 *
 * @param lookAgain when it may say more although nothing happens; null: never
 */
record Verdict(List<Finding> findings, @Nullable Instant lookAgain) {
  static final Verdict NOTHING = new Verdict(List.of(), null);

  static Verdict found(Finding one) {
    return new Verdict(List.of(one), null);
  }

  static Verdict found(List<Finding> some) {
    return new Verdict(some, null);
  }

  static Verdict later(Instant when) {
    return new Verdict(List.of(), when);
  }

  /**
   * One violation.
   *
   * @param occurrence tells it from others of the same rule in the same case; the same violation
   *     found again opens no second alert
   * @param unitId who has to answer
   * @param at when it began to be one
   * @param until as late as this it still was one, or was only then written here: a rule that was
   *     switched on before raises it
   * @param evidence by the name that the screens translate: days, numbers, texts of the record
   */
  record Finding(
      String occurrence, int unitId, Instant at, Instant until, Map<String, String> evidence) {
    /** Of a moment. */
    Finding(String occurrence, int unitId, Instant at, Map<String, String> evidence) {
      this(occurrence, unitId, at, at, evidence);
    }
  }
}
