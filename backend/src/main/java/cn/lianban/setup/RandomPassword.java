package cn.lianban.setup;

import java.security.SecureRandom;

/** A first password of 15 characters without look-alikes, in groups that can be read out. */
final class RandomPassword {
  private static final String SMALL = "abcdefghjkmnpqrstuvwxyz";
  private static final String LARGE = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomPassword() {}

  /** Three kinds of characters in every group, about 66 bits. */
  static String next() {
    return group() + "-" + group() + "-" + group();
  }

  private static String group() {
    return pick(LARGE) + pick(SMALL) + pick(SMALL) + pick(SMALL) + pick(DIGITS);
  }

  private static String pick(String from) {
    return String.valueOf(from.charAt(RANDOM.nextInt(from.length())));
  }
}
