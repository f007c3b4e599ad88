package cn.lianban.identity;

import java.security.SecureRandom;

/** First passwords: read off a slip of paper, so without characters that look alike. */
public final class FirstPassword {
  private static final String LOWER = "abcdefghjkmnpqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  private static final String[] KINDS = {UPPER, LOWER, DIGITS, LOWER};
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstPassword() {}

  /** Three groups of four, 51 bits: {@code Kf7m-Xq2p-Tr9w}. */
  public static String next() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < 3; group++) {
      if (group > 0) {
        password.append('-');
      }
      for (String kind : KINDS) {
        password.append(kind.charAt(RANDOM.nextInt(kind.length())));
      }
    }
    return password.toString();
  }
}
