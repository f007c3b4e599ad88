package cn.lianban.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery on its way out.
 *
 * @param recipient account, channel, or the keyed hash of a number: order is kept for each
 * @param address the mobile number of an SMS
 * @param sentAs the same with every attempt: the gateway can drop a repetition
 */
record Parcel(
    long id,
    String channel,
    String recipient,
    @Nullable String address,
    String kind,
    String subject,
    String title,
    String body,
    @Nullable String link,
    Instant madeAt,
    Instant expiresAt,
    int attempts,
    UUID sentAs) {
  /** Deliveries of one target go one after another; all SMS of a district have one gateway. */
  String target() {
    return target(channel, recipient);
  }

  static String target(String channel, String recipient) {
    return channel.equals("SMS") ? channel : recipient;
  }
}
