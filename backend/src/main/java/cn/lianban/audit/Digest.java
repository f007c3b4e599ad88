package cn.lianban.audit;

import cn.lianban.graphql.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** SHA-256 over canonical text: the fields, each followed by a line feed; times in microseconds. */
final class Digest {
  private Digest() {}

  static byte[] entry(
      int district, Instant at, String actor, String action, String subject, String facts) {
    return Sha256.of(
        (beforeSubject(district, at, actor, action) + subject + afterSubject(facts))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The text up to the subject, which is not known yet when the statement itself makes its id. */
  static String beforeSubject(int district, Instant at, String actor, String action) {
    return String.join(
        "\n", Integer.toString(district), Long.toString(micros(at)), actor, action, "");
  }

  static String afterSubject(String facts) {
    return "\n" + facts;
  }

  /** The roots and hashes are fixed in length, so the text cannot be read in two ways. */
  static byte[] seal(int district, long seq, Instant at, int count, byte[] root, byte[] previous) {
    HexFormat hex = HexFormat.of();
    return Sha256.of(
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
}
