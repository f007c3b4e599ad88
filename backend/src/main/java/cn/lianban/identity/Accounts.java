package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.LOGIN;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts of a district's people. */
@Component
public class Accounts {
  private final DSLContext sql;
  private final TenantScope scope;
  private final PasswordHashes hashes;
  private final Now now;

  Accounts(DSLContext sql, TenantScope scope, PasswordHashes hashes, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.hashes = hashes;
    this.now = now;
  }

  /**
   * Creates an account with its first post. For imports, the command line and tests.
   *
   * @param mustChange the password is a first one, to be changed at the first sign-in
   * @return the account's id
   */
  public long create(NewAccount account, boolean mustChange) {
    return create(account, hash(account.password()), mustChange);
  }

  /** A password's hash, for many accounts that begin with the same one (demo, tests). */
  public String hash(String password) {
    return hashes.encode(password);
  }

  /** As {@link #create(NewAccount, boolean)}, with the password hashed already. */
  public long create(NewAccount account, String passwordHash, boolean mustChange) {
    long id =
        Objects.requireNonNull(
            sql.insertInto(ACCOUNT)
                .set(ACCOUNT.DISTRICT_ID, scope.district())
                .set(ACCOUNT.SUB_DISTRICT_ID, account.subDistrictId())
                .set(ACCOUNT.LOGIN_NAME, account.loginName())
                .set(ACCOUNT.PERSON_NAME, account.personName())
                .set(ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(ACCOUNT.MUST_CHANGE, mustChange)
                .set(ACCOUNT.PASSWORD_CHANGED_AT, now.instant())
                .returning(ACCOUNT.ID)
                .fetchSingle()
                .getId());
    sql.insertInto(LOGIN)
        .set(LOGIN.NAME, account.loginName())
        .set(LOGIN.DISTRICT_ID, scope.district())
        .set(LOGIN.ACCOUNT_ID, id)
        .execute();
    return id;
  }

  /** Whether somebody, in any district, signs in with this name. */
  public boolean taken(String loginName) {
    return sql.fetchExists(LOGIN, LOGIN.NAME.eq(loginName));
  }

  /**
   * @param subDistrictId null: a person of the district level
   */
  public record NewAccount(
      String loginName, String personName, String password, @Nullable Integer subDistrictId) {}
}
