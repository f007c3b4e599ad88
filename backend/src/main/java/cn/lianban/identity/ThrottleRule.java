package cn.lianban.identity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** The figures of the throttle: how many wrong passwords cost how much waiting. */
final class ThrottleRule {
  /** The fifth wrong password in a row blocks the account. */
  static final int ACCOUNT_FAILURES = 5;

  /** An account's failures are forgotten after so long without another. */
  static final Duration ACCOUNT_MEMORY = Duration.ofHours(24);

  /** So many wrong passwords from one address within {@link #ADDRESS_WINDOW} block it. */
  static final int ADDRESS_FAILURES = 30;

  static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);
  private static final int LONGEST_MINUTES = 15;

  private ThrottleRule() {}

  /** One minute at the fifth failure, doubled at each further one, never over 15. */
  static Duration block(int failures) {
    if (failures < ACCOUNT_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - ACCOUNT_FAILURES, 4);
    return Duration.ofMinutes(Math.min(1L << doublings, LONGEST_MINUTES));
  }

  /** What counts as one address: an IPv4 address, or the /64 an IPv6 subscriber is given. */
  static byte[] network(String address) {
    byte[] text = address.getBytes(StandardCharsets.UTF_8);
    if (!address.matches("[0-9a-fA-F:.]+(%.*)?") || address.indexOf(':') < 0) {
      return text;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress(); // a literal: no name look-up
      return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
    } catch (UnknownHostException noAddress) {
      return text;
    }
  }
}
