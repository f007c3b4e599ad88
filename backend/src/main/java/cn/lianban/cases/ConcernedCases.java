package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.clock.Duties;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which cases supervision looks at when it looks at more than what has just changed. */
@Component
public class ConcernedCases {
  private static final List<Field<String>> OPEN =
      Arrays.stream(CaseStatus.values())
          .filter(CaseStatus::isOpen)
          .<Field<String>>map(status -> DSL.inline(status.name()))
          .toList();
  private final DSLContext sql;
  private final TenantScope scope;
  private final Duties duties;

  ConcernedCases(DSLContext sql, TenantScope scope, Duties duties) {
    this.sql = sql;
    this.scope = scope;
    this.duties = duties;
  }

  /**
   * Cases that a rule may find something in between two instants: with something in their history
   * or a limit that ran out then, or open still; after an id, in its order.
   */
  public List<Long> between(Instant from, Instant to, long after, int limit) {
    return Stream.of(
            changed(from, to, after, limit),
            open(after, limit),
            duties.runOut(CaseFile.KIND, from, to, after, limit))
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .limit(limit)
        .toList();
  }

  private List<Long> changed(Instant from, Instant to, long after, int limit) {
    return sql.selectDistinct(CASE_EVENT.CASE_ID)
        .from(CASE_EVENT)
        .where(CASE_EVENT.DISTRICT_ID.eq(scope.district()))
        .and(CASE_EVENT.AT.ge(from))
        .and(CASE_EVENT.AT.lt(to))
        .and(CASE_EVENT.CASE_ID.gt(after))
        .orderBy(CASE_EVENT.CASE_ID)
        .limit(DSL.inline(limit))
        .fetch(CASE_EVENT.CASE_ID);
  }

  /** Cases that nobody has decided or ended, after an id, in its order. */
  public List<Long> open(long after, int limit) {
    return sql.select(CASEFILE.ID)
        .from(CASEFILE)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.gt(after))
        .and(CASEFILE.STATUS.in(OPEN)) // as the partial index says it
        .orderBy(CASEFILE.ID)
        .limit(DSL.inline(limit))
        .fetch(CASEFILE.ID);
  }
}
