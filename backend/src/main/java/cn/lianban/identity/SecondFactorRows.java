package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.PASSKEY;
import static cn.lianban.db.identity.Tables.SETTING;
import static cn.lianban.db.identity.Tables.TOTP;

import cn.lianban.db.identity.tables.records.TotpRecord;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of an account's second factors. Its owner reads them under reach ALL, as a subject. */
@Component
class SecondFactorRows {
  private final DSLContext sql;
  private final TenantScope scope;
  private final RecoveryCodes recovery;
  private final Now now;

  SecondFactorRows(DSLContext sql, TenantScope scope, RecoveryCodes recovery, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.recovery = recovery;
    this.now = now;
  }

  /**
   * @param place the account's sub-district, which the rows lie in too
   */
  record Own(long account, String loginName, String personName, @Nullable Integer place) {}

  /** Locks the account's row: what hangs on it changes one after another. */
  Own locked(long account) {
    return sql.select(ACCOUNT.LOGIN_NAME, ACCOUNT.PERSON_NAME, ACCOUNT.SUB_DISTRICT_ID)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .and(ACCOUNT.DISABLED_AT.isNull())
        .forUpdate()
        .fetchOptional(row -> new Own(account, row.value1(), row.value2(), row.value3()))
        .orElseThrow(Problem::unauthenticated);
  }

  Optional<TotpRecord> totp(long account) {
    return sql.selectFrom(TOTP)
        .where(TOTP.DISTRICT_ID.eq(scope.district()), TOTP.ACCOUNT_ID.eq(account))
        .forUpdate()
        .fetchOptional();
  }

  @Nullable Instant totpSince(long account) {
    return sql.select(TOTP.CONFIRMED_AT)
        .from(TOTP)
        .where(TOTP.DISTRICT_ID.eq(scope.district()), TOTP.ACCOUNT_ID.eq(account))
        .and(TOTP.SEALED.isNotNull())
        .fetchOne(TOTP.CONFIRMED_AT);
  }

  void pending(Own own, byte[] sealed) {
    sql.insertInto(TOTP)
        .set(TOTP.DISTRICT_ID, scope.district())
        .set(TOTP.ACCOUNT_ID, own.account())
        .set(TOTP.SUB_DISTRICT_ID, own.place())
        .set(TOTP.PENDING, sealed)
        .onConflict(TOTP.DISTRICT_ID, TOTP.ACCOUNT_ID)
        .doUpdate()
        .set(TOTP.PENDING, sealed)
        .execute();
  }

  /** The pending secret holds from now on. */
  void confirm(long account, long step) {
    sql.update(TOTP)
        .set(TOTP.SEALED, TOTP.PENDING)
        .set(TOTP.PENDING, (byte[]) null)
        .set(TOTP.CONFIRMED_AT, now.instant())
        .set(TOTP.LAST_STEP, step)
        .where(TOTP.DISTRICT_ID.eq(scope.district()), TOTP.ACCOUNT_ID.eq(account))
        .execute();
  }

  void taken(long account, long step) {
    sql.update(TOTP)
        .set(TOTP.LAST_STEP, step)
        .where(TOTP.DISTRICT_ID.eq(scope.district()), TOTP.ACCOUNT_ID.eq(account))
        .execute();
  }

  void removeTotp(long account) {
    sql.update(TOTP)
        .set(TOTP.SEALED, (byte[]) null)
        .set(TOTP.PENDING, (byte[]) null)
        .set(TOTP.CONFIRMED_AT, (Instant) null)
        .where(TOTP.DISTRICT_ID.eq(scope.district()), TOTP.ACCOUNT_ID.eq(account))
        .execute();
  }

  void removePasskeys(long account) {
    sql.update(PASSKEY)
        .set(PASSKEY.REMOVED_AT, now.instant())
        .where(PASSKEY.DISTRICT_ID.eq(scope.district()), PASSKEY.ACCOUNT_ID.eq(account))
        .and(PASSKEY.REMOVED_AT.isNull())
        .execute();
  }

  /** Notes whether the account has one; without any its recovery codes are void. */
  boolean note(long account) {
    boolean has =
        sql.update(ACCOUNT)
            .set(
                ACCOUNT.SECOND_FACTOR,
                DSL.field(
                    DSL.exists(
                            DSL.selectOne()
                                .from(TOTP)
                                .where(TOTP.DISTRICT_ID.eq(scope.district()))
                                .and(TOTP.ACCOUNT_ID.eq(account))
                                .and(TOTP.SEALED.isNotNull()))
                        .or(
                            DSL.exists(
                                DSL.selectOne()
                                    .from(PASSKEY)
                                    .where(PASSKEY.DISTRICT_ID.eq(scope.district()))
                                    .and(PASSKEY.ACCOUNT_ID.eq(account))
                                    .and(PASSKEY.REMOVED_AT.isNull())))))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
            .returning(ACCOUNT.SECOND_FACTOR)
            .fetchSingle()
            .getSecondFactor();
    if (!has) {
      recovery.clear(account);
    }
    return has;
  }

  /** Whether the district asks for a second factor of somebody with these roles. */
  boolean asked(Collection<String> roles) {
    return sql.selectFrom(SETTING)
        .where(SETTING.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(
            row ->
                SecondFactorPolicy.asks(row.getSecondFactor(), row.getSecondFactorRoles(), roles))
        .orElse(false);
  }
}
