package cn.lianban.outbox;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where webhooks and robots may lead: https, and hosts that are outside. Asked when a channel is
 * saved and again right before each sending; the JVM keeps a name's address long enough for the
 * connection that follows. The demo and test profiles allow everything.
 */
@Component
class OutsideAddress {
  private final boolean open;

  OutsideAddress(Environment environment) {
    this.open = environment.acceptsProfiles(Profiles.of("demo", "test"));
  }

  /** What is wrong with it, in Chinese; empty: it may be called. A name is looked up. */
  Optional<String> fault(String address) {
    return fault(address, open);
  }

  static Optional<String> fault(String address, boolean open) {
    URI uri;
    try {
      uri = URI.create(address);
    } catch (IllegalArgumentException malformed) {
      return Optional.of("网址格式不正确");
    }
    String host = uri.getHost();
    if (host == null || uri.getUserInfo() != null) {
      return Optional.of("网址格式不正确");
    }
    boolean https = "https".equals(uri.getScheme());
    if (!https && !(open && "http".equals(uri.getScheme()))) {
      return Optional.of("网址须以 https:// 开头");
    }
    return open || leadsOutside(host) ? Optional.empty() : Optional.of("网址不得指向内部网络");
  }

  private static boolean leadsOutside(String host) {
    try {
      for (InetAddress one : InetAddress.getAllByName(host)) {
        if (!isOutside(one)) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException nobody) {
      return false;
    }
  }

  static boolean isOutside(InetAddress one) {
    if (one.isAnyLocalAddress()
        || one.isLoopbackAddress()
        || one.isLinkLocalAddress()
        || one.isSiteLocalAddress()
        || one.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = one.getAddress();
    return one instanceof Inet4Address
        ? isOutside(bytes[0] & 0xff, bytes[1] & 0xff)
        : one instanceof Inet6Address && isOutside6(bytes);
  }

  /** 0/8, 100.64/10 (carriers), 192.0/16, 198.18/15 (tests), 240/4: no hosts of the internet. */
  private static boolean isOutside(int first, int second) {
    return first != 0
        && first != 10
        && first < 240
        && !(first == 100 && second >= 64 && second < 128)
        && !(first == 192 && second == 0)
        && !(first == 198 && (second == 18 || second == 19));
  }

  /** Global unicast (2000::/3) alone, without the prefixes that carry an IPv4 address inside. */
  private static boolean isOutside6(byte[] bytes) {
    int start = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    boolean teredo = start == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
    return (start & 0xe000) == 0x2000 && start != 0x2002 && !teredo;
  }
}
