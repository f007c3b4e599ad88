package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;

import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The audit entries that changes write beside their own rows, as a part of the changes' own
 * statement: for what a whole city sends at once. They mean what {@link AuditTrail} says.
 */
@Component
public class InOneStatement {
  /** Values 1 to 20 of the {@link Question} are the changes', from here on ours. */
  private static final int OURS = 21;

  private static final Param<Instant> AT = Question.parameter(OURS, Instant.class);
  private static final Field<String> ACTOR = DSL.field(DSL.name("actor"), String.class);
  private static final Field<String> FACTS = DSL.field(DSL.name("facts"), String.class);
  private static final Field<String> BEFORE = DSL.field(DSL.name("before"), String.class);
  private static final Field<String> AFTER = DSL.field(DSL.name("after"), String.class);
  private static final List<Field<String>> COLUMNS = List.of(ACTOR, FACTS, BEFORE, AFTER);
  private final DSLContext sql;
  private final TenantScope scope;
  private final AuditTrail trail;

  InOneStatement(DSLContext sql, TenantScope scope, AuditTrail trail) {
    this.sql = sql;
    this.scope = scope;
    this.trail = trail;
  }

  /** What the entries need, a row for each change; to be selected beside the changes' own. */
  public static List<Field<String>> given() {
    return IntStream.range(0, COLUMNS.size())
        .mapToObj(i -> Question.each(OURS + 1 + i, String.class).as(COLUMNS.get(i)))
        .toList();
  }

  /** The names of {@link #given}, which the changes have to pass on. */
  public static List<Field<String>> columns() {
    return COLUMNS;
  }

  /**
   * Writes an audit entry about {@code kind:id} for each row.
   *
   * @param changes rows with {@link #columns}
   * @param action as given to {@link #values}
   */
  public ResultQuery<?> entries(Table<?> changes, Field<Long> id, String action, String kind) {
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
                .from(changes))
        .returning(ENTRY.ID);
  }

  /** What the caller does, to be told with what others do. */
  public Act act(Map<String, ?> facts) {
    return new Act(scope.current().actor(), trail.text(facts));
  }

  /**
   * The values of a statement with this part.
   *
   * @param own the changes', at most 20
   */
  public Object[] values(Object[] own, Instant at, String action, List<Act> acts) {
    Object[] all = new Object[OURS + COLUMNS.size()];
    System.arraycopy(own, 0, all, 0, own.length);
    int district = scope.district();
    Object[] ours = {
      at,
      texts(acts, Act::actor),
      texts(acts, Act::facts),
      texts(acts, act -> Digest.beforeSubject(district, at, act.actor, action)),
      texts(acts, act -> Digest.afterSubject(act.facts))
    };
    System.arraycopy(ours, 0, all, OURS - 1, ours.length);
    return all;
  }

  private static String[] texts(List<Act> acts, Function<Act, String> text) {
    return acts.stream().map(text).toArray(String[]::new);
  }

  /**
   * Who does it, and the facts.
   *
   * @param facts canonical, see {@link AuditTrail}
   */
  public record Act(String actor, String facts) {}
}
