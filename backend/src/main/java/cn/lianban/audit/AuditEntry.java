package cn.lianban.audit;

import cn.lianban.graphql.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the trail as auditors read it.
 *
 * @param number the row's, for the cursor
 * @param id the same, opaque
 * @param by the actor, for people to read
 * @param about the subject; null: no room names it
 */
public record AuditEntry(
    long number,
    String id,
    Instant at,
    String actor,
    String action,
    String subject,
    String facts,
    boolean sealed,
    AuditActor by,
    @Nullable Named about) {
  AuditEntry(
      long number,
      Instant at,
      String actor,
      String action,
      String subject,
      String facts,
      boolean sealed) {
    this(
        number,
        Ids.of("AuditEntry", number),
        at,
        actor,
        action,
        subject,
        facts,
        sealed,
        new AuditActor(AuditActor.Kind.of(actor, null), null, null, null, null),
        null);
  }

  AuditEntry with(AuditActor who, @Nullable Named what) {
    return new AuditEntry(number, id, at, actor, action, subject, facts, sealed, who, what);
  }
}
