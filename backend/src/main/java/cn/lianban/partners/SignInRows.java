package cn.lianban.partners;

import static cn.lianban.db.partners.Tables.SIGN_IN;
import static cn.lianban.db.partners.Tables.SPENT_REFRESH;

import cn.lianban.db.partners.tables.records.SignInRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sign-ins at applications as they are kept: each change commits by itself, so that what a refusal
 * revoked stays revoked. Works outside any request's scope.
 */
@Component
class SignInRows {
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int SWEPT = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  SignInRows(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  SignInRecord fresh() {
    SignInRecord row = new SignInRecord();
    row.setMadeAt(now.instant());
    return row;
  }

  void insert(SignInRecord row) {
    change(
        () -> {
          sql.insertInto(SIGN_IN).set(row).execute();
          return sweep();
        });
  }

  private int sweep() {
    return sql.deleteFrom(SIGN_IN)
        .where(
            SIGN_IN.ID.in(
                sql.select(SIGN_IN.ID)
                    .from(SIGN_IN)
                    .where(SIGN_IN.MADE_AT.lt(now.instant().minus(KEPT)))
                    .limit(SWEPT)
                    .forUpdate()
                    .skipLocked()))
        .execute();
  }

  /** Null when there is none, or it was used before, which kills the family (RFC 6749, 4.1.2). */
  @Nullable SignInRecord byCode(byte[] hash) {
    SignInRecord row = find(SIGN_IN.CODE_HASH.eq(hash));
    if (row != null && row.getCodeUsedAt() != null) {
      revoke(row.getId());
      return null;
    }
    return isYoungerThan(ApplicationClients.CODE_LIFE, row) ? row : null;
  }

  /**
   * Null when there is none, or it was exchanged before, which kills the family (RFC 9700, 4.14).
   */
  @Nullable SignInRecord byRefresh(byte[] hash) {
    SignInRecord row = find(SIGN_IN.REFRESH_HASH.eq(hash));
    if (row == null) {
      change(
          () ->
              revoke(
                  SIGN_IN.ID.in(
                      sql.select(SPENT_REFRESH.SIGN_IN_ID)
                          .from(SPENT_REFRESH)
                          .where(SPENT_REFRESH.HASH.eq(hash)))));
    }
    return isYoungerThan(ApplicationClients.REFRESH_LIFE, row) ? row : null;
  }

  @Nullable SignInRecord byAccess(byte[] hash) {
    return find(SIGN_IN.ACCESS_HASH.eq(hash).and(SIGN_IN.ACCESS_EXPIRES_AT.gt(now.instant())));
  }

  private boolean isYoungerThan(Duration life, @Nullable SignInRecord row) {
    return row != null && row.getMadeAt().plus(life).isAfter(now.instant());
  }

  private @Nullable SignInRecord find(Condition which) {
    return nobody(
        () -> sql.selectFrom(SIGN_IN).where(which, SIGN_IN.REVOKED_AT.isNull()).fetchOne());
  }

  /** False: somebody else was faster with the same code, and nothing was written. */
  boolean exchangeCode(String id, byte[] access, byte[] refresh) {
    Condition unused = SIGN_IN.CODE_USED_AT.isNull();
    return change(() -> exchange(id, unused, access, refresh)) == 1;
  }

  /** False: somebody else was faster with the same refresh token, and nothing was written. */
  boolean exchangeRefresh(String id, byte[] spent, byte[] access, byte[] refresh) {
    return change(
            () -> {
              int done = exchange(id, SIGN_IN.REFRESH_HASH.eq(spent), access, refresh);
              if (done == 1) {
                sql.insertInto(SPENT_REFRESH)
                    .set(SPENT_REFRESH.HASH, spent)
                    .set(SPENT_REFRESH.SIGN_IN_ID, id)
                    .execute();
              }
              return done;
            })
        == 1;
  }

  private int exchange(String id, Condition still, byte[] access, byte[] refresh) {
    Instant at = now.instant();
    return sql.update(SIGN_IN)
        .set(SIGN_IN.CODE_USED_AT, at)
        .set(SIGN_IN.ACCESS_HASH, access)
        .set(SIGN_IN.ACCESS_EXPIRES_AT, at.plus(ApplicationClients.ACCESS_LIFE))
        .set(SIGN_IN.REFRESH_HASH, refresh)
        .where(SIGN_IN.ID.eq(id), SIGN_IN.REVOKED_AT.isNull(), still)
        .execute();
  }

  void revoke(String id) {
    change(() -> revoke(SIGN_IN.ID.eq(id)));
  }

  private int revoke(Condition which) {
    return sql.update(SIGN_IN)
        .set(SIGN_IN.REVOKED_AT, now.instant())
        .where(which, SIGN_IN.REVOKED_AT.isNull())
        .execute();
  }

  private int change(Supplier<Integer> work) {
    return nobody(() -> scope.write(work::get));
  }

  private <T extends @Nullable Object> T nobody(Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }
}
