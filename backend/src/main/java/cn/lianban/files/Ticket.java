package cn.lianban.files;

import java.time.Instant;
import java.util.HexFormat;

/**
 * The right to send one file, decided when it was issued and signed: it is carried by the sender,
 * so an upload that never comes leaves no trace.
 *
 * @param uploadKey hex of 32 bytes, from district, actor and idempotency key: the same request gets
 *     the same upload, so that it can go on where it broke off
 * @param actor whose upload it is
 * @param expires epoch seconds
 */
record Ticket(String uploadKey, String actor, long expires, NewFile file) {

  byte[] key() {
    return HexFormat.of().parseHex(uploadKey);
  }

  boolean isOver(Instant at) {
    return at.getEpochSecond() >= expires;
  }
}
