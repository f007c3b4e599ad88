package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;

import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The audit entry that every change writes beside its own rows, as a part of the change's own
 * statement: for what a whole city sends at once. It means what {@link AuditTrail} says.
 */
@Component
public class InOneStatement {
  /** Values 1 to 20 of the {@link Question} are the change's, from here on ours. */
  private static final int OURS = 21;

  private static final Param<String> ACTOR = Question.parameter(OURS, String.class);
  private static final Param<Instant> AT = Question.parameter(OURS + 1, Instant.class);
  private static final Param<String> FACTS = Question.parameter(OURS + 2, String.class);
  private static final Param<String> BEFORE = Question.parameter(OURS + 3, String.class);
  private static final Param<String> AFTER = Question.parameter(OURS + 4, String.class);
  private final DSLContext sql;
  private final TenantScope scope;
  private final AuditTrail trail;

  InOneStatement(DSLContext sql, TenantScope scope, AuditTrail trail) {
    this.sql = sql;
    this.scope = scope;
    this.trail = trail;
  }

  /**
   * Writes the audit entry about {@code kind:id}.
   *
   * @param action as given to {@link #values}
   */
  public ResultQuery<?> entry(Table<?> change, Field<Long> id, String action, String kind) {
    Field<String> subject = DSL.concat(DSL.inline(kind + ":"), id.cast(String.class));
    Field<byte[]> bytes =
        DSL.function(
            DSL.name("convert_to"),
            byte[].class,
            DSL.concat(BEFORE, subject, AFTER),
            DSL.inline("UTF8"));
    return sql.insertInto(
            ENTRY,
            ENTRY.DISTRICT_ID,
            ENTRY.AT,
            ENTRY.ACTOR,
            ENTRY.ACTION,
            ENTRY.SUBJECT,
            ENTRY.FACTS,
            ENTRY.DIGEST)
        .select(
            DSL.select(
                    Question.DISTRICT,
                    AT,
                    ACTOR,
                    DSL.inline(action),
                    subject,
                    FACTS,
                    DSL.function(DSL.name("sha256"), byte[].class, bytes))
                .from(change))
        .returning(ENTRY.ID);
  }

  /**
   * The values of a statement with this part.
   *
   * @param own the change's, at most 20
   */
  public Object[] values(Object[] own, Instant at, String action, Map<String, ?> facts) {
    Object[] all = new Object[OURS + 4];
    System.arraycopy(own, 0, all, 0, own.length);
    String actor = scope.current().actor();
    String text = trail.text(facts);
    Object[] ours = {
      actor,
      at,
      text,
      Digest.beforeSubject(scope.district(), at, actor, action),
      Digest.afterSubject(text)
    };
    System.arraycopy(ours, 0, all, OURS - 1, ours.length);
    return all;
  }
}
