package cn.lianban.evaluation;

import cn.lianban.graphql.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of a rating link: 32 random bytes, base64url. Stored is its SHA-256 alone, which also
 * names the anonymous caller; with 256 bits there is nothing to guess, so attempts are not counted.
 *
 * @param text as in the link's fragment; whatever a caller typed
 * @param hash of the text
 */
record RatingToken(String text, byte[] hash) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long TWELVE_DIGITS = 1_000_000_000_000L;

  RatingToken(String text) {
    this(text, Sha256.of(text));
  }

  static RatingToken fresh() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return new RatingToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Who calls with it: idempotency keys and the audit know him by this. */
  String actor() {
    return "token:" + HexFormat.of().formatHex(hash, 0, 16);
  }

  /**
   * The receipt's number: from the token, not from the rating's id, so that showing the receipt at
   * the counter tells nobody which rating it was.
   */
  String receiptNumber() {
    byte[] digest = Sha256.of("receipt".getBytes(StandardCharsets.US_ASCII), hash);
    long number = Math.floorMod(java.nio.ByteBuffer.wrap(digest).getLong(), TWELVE_DIGITS);
    String digits = String.format(java.util.Locale.ROOT, "%012d", number);
    return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8);
  }

  @Override
  public String toString() {
    return actor();
  }
}
