package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.QUERY_ATTEMPT;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Five guesses at a number's password in fifteen minutes, whether the number exists or not. Counted
 * before the password is looked at, so that parallel guesses count too.
 */
@Component
class QueryAttempts {
  private static final int ALLOWED = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  QueryAttempts(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Counts one attempt; false when there have been too many. */
  boolean count(byte[] numberHash) {
    Instant at = now.instant();
    Instant open = at.minus(WINDOW);
    var old = QUERY_ATTEMPT.SINCE.lt(open);
    Integer failures =
        sql.insertInto(QUERY_ATTEMPT)
            .set(QUERY_ATTEMPT.DISTRICT_ID, scope.district())
            .set(QUERY_ATTEMPT.NUMBER_HASH, numberHash)
            .set(QUERY_ATTEMPT.FAILURES, 1)
            .set(QUERY_ATTEMPT.SINCE, at)
            .onConflict(QUERY_ATTEMPT.DISTRICT_ID, QUERY_ATTEMPT.NUMBER_HASH)
            .doUpdate()
            .set(QUERY_ATTEMPT.FAILURES, DSL.when(old, 1).otherwise(QUERY_ATTEMPT.FAILURES.plus(1)))
            .set(QUERY_ATTEMPT.SINCE, DSL.when(old, at).otherwise(QUERY_ATTEMPT.SINCE))
            .returning(QUERY_ATTEMPT.FAILURES)
            .fetchSingle()
            .getFailures();
    return failures <= ALLOWED;
  }

  void forget(byte[] numberHash) {
    sql.deleteFrom(QUERY_ATTEMPT)
        .where(QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district()))
        .and(QUERY_ATTEMPT.NUMBER_HASH.eq(numberHash))
        .execute();
  }
}
