package cn.lianban.cases;

import cn.lianban.graphql.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * The six digits on the receipt. A million guesses are few: what protects a case is the limit on
 * attempts, so the hash only keeps the password out of dumps and logs.
 */
final class QueryPassword {
  private static final SecureRandom RANDOM = new SecureRandom();

  private QueryPassword() {}

  static String fresh() {
    return String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
  }

  static byte[] hash(String caseNumber, String password) {
    return Sha256.of(caseNumber + ":" + password);
  }

  static boolean matches(byte[] hash, String caseNumber, String password) {
    return MessageDigest.isEqual(hash, hash(caseNumber, password.strip()));
  }
}
