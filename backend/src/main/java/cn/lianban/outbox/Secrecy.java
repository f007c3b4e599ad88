package cn.lianban.outbox;

/** What of a message may stay once it has gone. */
final class Secrecy {
  private Secrecy() {}

  /** The text of a code is a secret (a kind that ends with .code); everything else holds none. */
  static String kept(String kind, String body) {
    return kind.endsWith(".code") ? "密码或验证码（不留存）" : body;
  }

  /** 138****5678. */
  static String masked(String mobile) {
    int end = mobile.length();
    return end < 8 ? "****" : mobile.substring(0, 3) + "****" + mobile.substring(end - 4);
  }
}
