package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.QUERY_ATTEMPT;

import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Five guesses at a number's password in fifteen minutes, whether the number exists or not. Counted
 * before the password is looked at, so that parallel guesses count too. An address that goes
 * through many numbers has sixty failures in that time: a hall with all its visitors stands behind
 * one, so its row is written by failures only and locked by nobody who succeeds.
 */
@Component
class QueryAttempts {
  private static final int ALLOWED = 5;
  private static final int ALLOWED_AN_ADDRESS = 60;
  private static final int PURGED_AT_ONCE = 100;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  QueryAttempts(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Counts one attempt at a number; false when there have been too many, here or from there. */
  boolean count(byte[] numberHash) {
    byte[] address = address();
    return (address == null || failuresOf(address) < ALLOWED_AN_ADDRESS)
        && add(numberHash) <= ALLOWED;
  }

  /** The attempt was none: counted where it came from as well. */
  void failed() {
    byte[] address = address();
    if (address != null) {
      purge();
      add(address);
    }
  }

  private int failuresOf(byte[] hash) {
    Integer failures =
        sql.select(QUERY_ATTEMPT.FAILURES)
            .from(QUERY_ATTEMPT)
            .where(QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district()))
            .and(QUERY_ATTEMPT.NUMBER_HASH.eq(hash))
            .and(QUERY_ATTEMPT.SINCE.ge(now.instant().minus(WINDOW)))
            .fetchOne(QUERY_ATTEMPT.FAILURES);
    return failures == null ? 0 : failures;
  }

  /** Its hash beside those of numbers, which hold digits and letters only; null: no request. */
  private static byte @Nullable [] address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? Sha256.of("address\n" + asked.getRequest().getRemoteAddr())
        : null;
  }

  /** What is past the window, a little each time; rows that a rival holds are left to him. */
  private void purge() {
    sql.deleteFrom(QUERY_ATTEMPT)
        .where(QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district()))
        .and(
            QUERY_ATTEMPT.NUMBER_HASH.in(
                DSL.select(QUERY_ATTEMPT.NUMBER_HASH)
                    .from(QUERY_ATTEMPT)
                    .where(QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district()))
                    .and(QUERY_ATTEMPT.SINCE.lt(now.instant().minus(WINDOW)))
                    .limit(PURGED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  private int add(byte[] hash) {
    Instant at = now.instant();
    Instant open = at.minus(WINDOW);
    var old = QUERY_ATTEMPT.SINCE.lt(open);
    return sql.insertInto(QUERY_ATTEMPT)
        .set(QUERY_ATTEMPT.DISTRICT_ID, scope.district())
        .set(QUERY_ATTEMPT.NUMBER_HASH, hash)
        .set(QUERY_ATTEMPT.FAILURES, 1)
        .set(QUERY_ATTEMPT.SINCE, at)
        .onConflict(QUERY_ATTEMPT.DISTRICT_ID, QUERY_ATTEMPT.NUMBER_HASH)
        .doUpdate()
        .set(QUERY_ATTEMPT.FAILURES, DSL.when(old, 1).otherwise(QUERY_ATTEMPT.FAILURES.plus(1)))
        .set(QUERY_ATTEMPT.SINCE, DSL.when(old, at).otherwise(QUERY_ATTEMPT.SINCE))
        .returning(QUERY_ATTEMPT.FAILURES)
        .fetchSingle()
        .getFailures();
  }

  void forget(byte[] numberHash) {
    sql.deleteFrom(QUERY_ATTEMPT)
        .where(QUERY_ATTEMPT.DISTRICT_ID.eq(scope.district()))
        .and(QUERY_ATTEMPT.NUMBER_HASH.eq(numberHash))
        .execute();
  }
}
