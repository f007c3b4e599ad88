package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.FILING;

import cn.lianban.db.cases.tables.records.FilingRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.SecretToken;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Applications on their way: a number that a code has confirmed and a token, for two hours, without
 * an account. What has lapsed forgets the number.
 */
@Component
public class Filings {
  /** Of files that come before their case is there. */
  public static final String KIND = "Filing";

  static final Duration VALID = Duration.ofHours(2);
  private static final int MOST_TICKETS = 60; // a file takes one, a retry of another page one more
  private static final int LAPSED_AT_ONCE = 50;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final ApplicationEventPublisher events;

  Filings(DSLContext sql, TenantScope scope, Now now, ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.events = events;
  }

  /**
   * As the filing's sender, under reach ALL: one more file of it.
   *
   * @throws Rejected FILING_OVER for a wrong token, one that is over and one that was handed in;
   *     TOO_MANY files
   */
  public <T> T sending(String typed, LongFunction<T> work) {
    SecretToken token = new SecretToken(typed);
    requireVisitor();
    return scope.asSubject(
        token.actor(),
        () -> {
          FilingRecord filing = scope.write(() -> live(token));
          if (filing.getCaseId() != null) {
            throw over();
          }
          count(filing.getId());
          return work.apply(filing.getId());
        });
  }

  /** It has not been handed in and its time is not over. Under reach ALL. */
  public boolean isOpen(long id) {
    return sql.fetchExists(
        sql.selectFrom(FILING)
            .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.ID.eq(id))
            .and(FILING.CASE_ID.isNull())
            .and(FILING.EXPIRES_AT.gt(now.instant())));
  }

  private void count(long id) {
    int counted =
        scope.write(
            () ->
                sql.update(FILING)
                    .set(FILING.TICKETS, FILING.TICKETS.plus(1))
                    .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.ID.eq(id))
                    .and(FILING.TICKETS.lt(MOST_TICKETS))
                    .execute());
    if (counted == 0) {
      throw new Rejected("TOO_MANY", null, "文件太多，其余材料请到窗口提交");
    }
  }

  /** Handed in or not, locked until the end of the transaction: of two that hand in, one waits. */
  FilingRecord live(SecretToken token) {
    return sql.selectFrom(FILING)
        .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.TOKEN_HASH.eq(token.hash()))
        .and(FILING.EXPIRES_AT.gt(now.instant()))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(Filings::over);
  }

  /**
   * Whoever asks the same again has lost the answer: another token, the first one is void. Empty:
   * he asks for the first time.
   */
  Optional<Opened> again(byte[] openedBy, SecretToken token) {
    return sql.update(FILING)
        .set(FILING.TOKEN_HASH, token.hash())
        .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.OPENED_BY.eq(openedBy))
        .and(FILING.CASE_ID.isNull())
        .and(FILING.EXPIRES_AT.gt(now.instant()))
        .returning(FILING.ID, FILING.EXPIRES_AT)
        .fetchOptional(row -> new Opened(row.getId(), token, row.getExpiresAt()));
  }

  Opened insert(byte[] openedBy, SecretToken token, long itemId, String mobile) {
    lapse();
    Instant expires = now.instant().plus(VALID);
    long id =
        sql.insertInto(FILING)
            .set(FILING.DISTRICT_ID, scope.district())
            .set(FILING.TOKEN_HASH, token.hash())
            .set(FILING.OPENED_BY, openedBy)
            .set(FILING.ITEM_ID, itemId)
            .set(FILING.MOBILE, mobile)
            .set(FILING.OPENED_AT, now.instant())
            .set(FILING.EXPIRES_AT, expires)
            .returning(FILING.ID)
            .fetchSingle()
            .getId();
    return new Opened(id, token, expires);
  }

  void handedIn(FilingRecord filing, long caseId) {
    sql.update(FILING)
        .set(FILING.CASE_ID, caseId)
        .setNull(FILING.MOBILE)
        .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.ID.eq(filing.getId()))
        .execute();
  }

  /** Whoever comes next clears away what nobody handed in. */
  private void lapse() {
    sql.select(FILING.ID)
        .from(FILING)
        .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.MOBILE.isNotNull())
        .and(FILING.EXPIRES_AT.le(now.instant()))
        .orderBy(FILING.EXPIRES_AT)
        .limit(LAPSED_AT_ONCE)
        .forUpdate()
        .skipLocked()
        .fetch(FILING.ID)
        .forEach(this::forget);
  }

  private void forget(long id) {
    sql.update(FILING)
        .setNull(FILING.MOBILE)
        .where(FILING.DISTRICT_ID.eq(scope.district()), FILING.ID.eq(id))
        .execute();
    events.publishEvent(new FilingLapsed(id));
  }

  /** Filing works under the district's path only, for callers without an account. */
  void requireVisitor() {
    if (!scope.current().isVisitor()) {
      throw over();
    }
  }

  private static Rejected over() {
    return new Rejected("FILING_OVER", null, "本次申请已提交或已超过两小时，请重新开始");
  }

  /** A filing with its token, which is shown once. */
  record Opened(long id, SecretToken token, Instant expiresAt) {}
}
