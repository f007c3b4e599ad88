package cn.lianban.outbox;

import java.util.Set;

/** Who is told of what: a bean of the room that tells, so that a screen can say it beforehand. */
public interface Audience {
  /** The kinds of notice it answers for. */
  Set<String> kinds();

  /**
   * Whom a notice of the kind about a record would go to, if it were told now.
   *
   * @param subjectId the record's id in the API
   * @return empty when the record is out of the caller's reach, or the kind is not told of it
   */
  Set<Recipient> recipients(String kind, String subjectId);
}
