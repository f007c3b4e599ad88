package cn.lianban.clock;

/**
 * When a budget is nearly used up, in exact integers. The share of n in per mille p is rounded up:
 * (p·n + 999) div 1000, which for p = 900 is ⌈9n/10⌉ = (9n + 9) div 10.
 */
final class YellowRule {
  static final int DEFAULT_PER_MILLE = 900;
  private static final long MILLIS_OF_HOUR_PER_MILLE = 3600;

  private YellowRule() {}

  /** The counted day, 1 to n, at which the share of n days is reached. */
  static int share(int n, int perMille) {
    return (perMille * n + 999) / 1000;
  }

  /**
   * WORKING_DAYS, n ≥ 3: the share, but at the latest the day before the last (3→2, 5→4, 10→9,
   * 20→18).
   */
  static int workingDay(int n, int perMille) {
    return Math.min(share(n, perMille), n - 1);
  }

  /** HOURS: milliseconds of running time after which the light is yellow; exact. */
  static long hoursInMillis(int n, int perMille) {
    return MILLIS_OF_HOUR_PER_MILLE * n * perMille;
  }
}
