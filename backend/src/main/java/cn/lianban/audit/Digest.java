package cn.lianban.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** SHA-256 over canonical text: the fields, each followed by a line feed; times in microseconds. */
final class Digest {
  private Digest() {}

  static byte[] entry(
      int district, Instant at, String actor, String action, String subject, String facts) {
    return sha256(
        String.join(
                "\n",
                Integer.toString(district),
                Long.toString(micros(at)),
                actor,
                action,
                subject,
                facts)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The roots and hashes are fixed in length, so the text cannot be read in two ways. */
  static byte[] seal(int district, long seq, Instant at, int count, byte[] root, byte[] previous) {
    HexFormat hex = HexFormat.of();
    return sha256(
        String.join(
                "\n",
                Integer.toString(district),
                Long.toString(seq),
                Long.toString(micros(at)),
                Integer.toString(count),
                hex.formatHex(root),
                hex.formatHex(previous))
            .getBytes(StandardCharsets.UTF_8));
  }

  static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
