package cn.lianban.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of RFC 6238 as every generator makes them: SHA-1, six digits, a new one every 30 s. */
final class Totp {
  /** The secret's length in bytes: the hash's, as RFC 4226 asks. */
  static final int SECRET = 20;

  private static final int STEP_SECONDS = 30;

  /** A phone's clock may be this many steps off. */
  private static final int WINDOW = 1;

  private static final int DIGITS = 6;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fff_ffff;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * The step whose code this is, around now and after the last one taken; empty: a wrong code, or
   * one that has been used.
   */
  static OptionalLong match(byte[] secret, String code, Instant now, long lastTaken) {
    byte[] told = code.getBytes(StandardCharsets.UTF_8);
    long here = step(now);
    OptionalLong found = OptionalLong.empty();
    for (long step = here - WINDOW; step <= here + WINDOW; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, told) && step > lastTaken && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** Whether a text looks like a code at all; recovery codes do not. */
  static boolean isCode(String text) {
    return text.length() == DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** What a generator reads from the QR code. */
  static String uri(String issuer, String account, byte[] secret) {
    String label = encoded(issuer) + ":" + encoded(account);
    return "otpauth://totp/" + label + "?secret=" + base32(secret) + "&issuer=" + encoded(issuer);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** RFC 4648 without padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (byte octet : bytes) {
      bits = bits << 8 | (octet & 0xff);
      for (held += 8; held >= 5; held -= 5) {
        text.append(BASE32.charAt((int) (bits >> (held - 5)) & 31));
      }
    }
    if (held > 0) {
      text.append(BASE32.charAt((int) (bits << (5 - held)) & 31));
    }
    return text.toString();
  }
}
