package cn.lianban.outbox;

/**
 * A kind of notice as people read it; a bean of the room that tells it.
 *
 * @param code {@link Notice#kind}
 * @param words Chinese: 办件临期
 */
public record NoticeKind(String code, String words) {}
