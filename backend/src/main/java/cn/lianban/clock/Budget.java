package cn.lianban.clock;

/**
 * A time limit: an amount, 0 to 3660, of days or hours. Amount 0 in a day unit is due on the day of
 * acceptance (即办件).
 *
 * @throws IllegalArgumentException when the amount is outside 0 to 3660
 */
public record Budget(int amount, BudgetUnit unit) {
  static final int MAX = 3660;

  public Budget {
    if (amount < 0 || amount > MAX) {
      throw new IllegalArgumentException("budget outside 0.." + MAX + ": " + amount);
    }
  }

  /** The same unit, another amount, kept within the limit. */
  Budget withAmount(int other) {
    return new Budget(Math.min(other, MAX), unit);
  }
}
