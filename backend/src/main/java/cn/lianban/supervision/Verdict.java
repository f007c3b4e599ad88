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
   * @param evidence by the name that the screens translate: days, numbers, texts of the record
   */
  record Finding(String occurrence, int unitId, Instant at, Map<String, String> evidence) {}
}
