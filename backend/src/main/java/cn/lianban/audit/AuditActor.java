package cn.lianban.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who did it, as people read it.
 *
 * @param absent for whom a deputy did it
 */
public record AuditActor(
    Kind kind,
    @Nullable String name,
    @Nullable String unit,
    @Nullable String role,
    @Nullable String absent) {
  /** What stands behind the actor's first word. */
  public enum Kind {
    PERSON,
    PARTNER,
    /** with the case's number and password */
    APPLICANT,
    /** with a link that was sent */
    LINK,
    SYSTEM,
    OPERATOR,
    VISITOR,
    OTHER;

    static Kind of(String actor, @Nullable Named named) {
      if (actor.startsWith("token:case-")) {
        return APPLICANT;
      }
      return switch (actor.substring(0, (actor + ":").indexOf(':'))) {
        case "account" -> named != null && named.partner() ? PARTNER : PERSON;
        case "token" -> LINK;
        case "job" -> SYSTEM;
        case "operator" -> OPERATOR;
        case "nobody" -> VISITOR;
        default -> OTHER;
      };
    }
  }
}
