package cn.lianban.outbox;

/**
 * A kind of notice as people read it; a bean of the room that tells it.
 *
 * @param code {@link Notice#kind}
 * @param words Chinese: 办件临期
 * @param wordsEn for the English screens
 * @param toStaff false: told to applicants alone, nobody here chooses ways for it
 */
public record NoticeKind(String code, String words, String wordsEn, boolean toStaff) {
  public NoticeKind(String code, String words, String wordsEn) {
    this(code, words, wordsEn, true);
  }
}
