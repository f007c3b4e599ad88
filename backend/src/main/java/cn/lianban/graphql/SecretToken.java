package cn.lianban.graphql;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret of a link or of an answer shown once: 32 random bytes, base64url; stored is its
 * SHA-256 alone, which also names the anonymous caller. With 256 bits there is nothing to guess.
 *
 * @param text as in the link's fragment; whatever a caller typed
 * @param hash of the text
 */
public record SecretToken(String text, byte[] hash) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public SecretToken(String text) {
    this(text, Sha256.of(text));
  }

  public static SecretToken fresh() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Who sends with it, in tickets, rows and the audit. */
  public String actor() {
    return "token:" + HexFormat.of().formatHex(hash, 0, 16);
  }

  @Override
  public String toString() {
    return actor();
  }
}
