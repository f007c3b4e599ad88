package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.LOGIN;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.OptionalLong;
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

  /**
   * As {@link #create(NewAccount, boolean)}, with the password hashed already.
   *
   * @throws IllegalStateException when somebody, in any district, has the login name
   */
  public long create(NewAccount account, String passwordHash, boolean mustChange) {
    return open(account, passwordHash, mustChange)
        .orElseThrow(() -> new IllegalStateException("login name taken"));
  }

  /** As {@link #create(NewAccount, String, boolean)}; empty when the login name is taken. */
  OptionalLong open(NewAccount account, String passwordHash, boolean mustChange) {
    if (taken(account.loginName())) {
      return OptionalLong.empty();
    }
    Long id = insert(account, passwordHash, mustChange);
    return id != null && reserve(account.loginName(), id)
        ? OptionalLong.of(id)
        : OptionalLong.empty();
  }

  /**
   * The account of a partner's system: it holds a post and nobody can sign in to it, for it has no
   * login name and no password.
   *
   * @param code unique in the district
   */
  public long createForPartner(String code, String name, @Nullable Integer subDistrictId) {
    long id =
        java.util.Objects.requireNonNull(
            insert(new NewAccount(code, name, "", subDistrictId), "", false), "code taken");
    sql.update(ACCOUNT)
        .set(ACCOUNT.PARTNER, true)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(id))
        .execute();
    return id;
  }

  /** A partner's system has fetched a token: its account is not idle. */
  public void used(long account) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.LAST_SIGN_IN_AT, now.instant())
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .execute();
  }

  private boolean reserve(String loginName, long account) {
    return sql.insertInto(LOGIN)
            .set(LOGIN.NAME, loginName)
            .set(LOGIN.DISTRICT_ID, scope.district())
            .set(LOGIN.ACCOUNT_ID, account)
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  private @Nullable Long insert(NewAccount account, String passwordHash, boolean mustChange) {
    return sql.insertInto(ACCOUNT)
        .set(ACCOUNT.DISTRICT_ID, scope.district())
        .set(ACCOUNT.SUB_DISTRICT_ID, account.subDistrictId())
        .set(ACCOUNT.LOGIN_NAME, account.loginName())
        .set(ACCOUNT.PERSON_NAME, account.personName())
        .set(ACCOUNT.MOBILE, account.mobile())
        .set(ACCOUNT.PASSWORD_HASH, passwordHash)
        .set(ACCOUNT.MUST_CHANGE, mustChange)
        .set(ACCOUNT.PASSWORD_CHANGED_AT, now.instant())
        .set(ACCOUNT.ACTIVE_SINCE, now.instant())
        .onConflictDoNothing()
        .returning(ACCOUNT.ID)
        .fetchOne(ACCOUNT.ID);
  }

  /** Whether somebody, in any district, signs in with this name. */
  public boolean taken(String loginName) {
    return sql.fetchExists(LOGIN, LOGIN.NAME.eq(loginName));
  }

  /**
   * @param subDistrictId null: a person of the district level
   */
  public record NewAccount(
      String loginName,
      String personName,
      String password,
      @Nullable Integer subDistrictId,
      @Nullable String mobile) {
    public NewAccount(
        String loginName, String personName, String password, @Nullable Integer subDistrictId) {
      this(loginName, personName, password, subDistrictId, null);
    }
  }
}
