package cn.lianban.audit;

import java.time.Instant;
import java.util.HexFormat;

/** The newest seal of a district's chain: whoever keeps it outside can prove what came before. */
record Head(int districtId, long seq, Instant sealedAt, byte[] hash) {
  String hex() {
    return HexFormat.of().formatHex(hash);
  }

  /** district, seq, hash and time, one blank between: the line the verifier reads. */
  String line() {
    return districtId + " " + seq + " " + hex() + " " + sealedAt;
  }
}
