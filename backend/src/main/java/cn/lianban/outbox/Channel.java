package cn.lianban.outbox;

import java.util.List;

/**
 * A way out of the district: a webhook or a group's robot.
 *
 * @param host of its address; the address itself carries a key and is not shown
 * @param kinds of notice it takes; {@code *}: all
 */
record Channel(
    long id,
    Kind kind,
    String name,
    String host,
    List<String> kinds,
    boolean enabled,
    int version) {
  static final String ID = "NoticeChannel";

  enum Kind {
    WEBHOOK,
    /** 政务微信 (企业微信) group robot. */
    WECOM,
    /** 钉钉 group robot. */
    DINGTALK
  }

  String recipient() {
    return "channel:" + id;
  }

  boolean takes(String noticeKind) {
    return enabled && (kinds.contains(Channels.ALL_KINDS) || kinds.contains(noticeKind));
  }
}
