package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.api.types.AccountDisableInput;
import cn.lianban.api.types.AccountEnableInput;
import cn.lianban.api.types.AccountPasswordResetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What administrators do with the accounts in their charge. */
@Component
class AccountAdministration {
  private final AccountActs acts;
  private final DSLContext sql;
  private final TenantScope scope;
  private final AccountRows rows;
  private final Posts posts;
  private final AccountQueries accounts;
  private final PasswordHashes hashes;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  AccountAdministration(
      AccountActs acts,
      DSLContext sql,
      TenantScope scope,
      AccountRows rows,
      Posts posts,
      AccountQueries accounts,
      PasswordHashes hashes,
      Sessions sessions,
      Throttle throttle,
      Once once,
      AuditTrail audit,
      Now now) {
    this.acts = acts;
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
    this.posts = posts;
    this.accounts = accounts;
    this.hashes = hashes;
    this.sessions = sessions;
    this.throttle = throttle;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Stops an account and ends its sessions.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, LAST_ADMIN, SELF, ALREADY_DISABLED, VERSION_CONFLICT
   */
  long disable(AccountDisableInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          rows.refuseLastAdministrator(account.id());
          rows.refuseSelf(account.id(), "不能停用自己的账号");
          if (account.disabledAt() != null) {
            throw new Rejected("ALREADY_DISABLED", "id", "账号已经停用");
          }
          var change = sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, now.instant());
          rows.apply(change, account.id(), input.getExpectedVersion());
          sessions.endAll(account.id());
          audit.record("account.disable", "account:" + account.id(), Map.of());
        });
  }

  /**
   * Lets a stopped account sign in again, with the password it had.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, NOT_DISABLED, VERSION_CONFLICT
   */
  long enable(AccountEnableInput input) {
    return acts.act(
        input.getId(),
        input.getIdempotencyKey(),
        input,
        account -> {
          if (account.disabledAt() == null) {
            throw new Rejected("NOT_DISABLED", "id", "账号没有停用");
          }
          var change =
              sql.update(ACCOUNT)
                  .set(ACCOUNT.DISABLED_AT, (Instant) null)
                  .set(ACCOUNT.ACTIVE_SINCE, now.instant());
          rows.apply(change, account.id(), input.getExpectedVersion());
          audit.record("account.enable", "account:" + account.id(), Map.of());
        });
  }

  /**
   * Issues a new first password and ends the account's sessions. A replay cannot show the first
   * answer's password again, so it voids that one and issues another.
   *
   * @throws Rejected NOT_FOUND, SELF, THROTTLED, VERSION_CONFLICT
   */
  Issued resetPassword(AccountPasswordResetInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    long id = Ids.parse(Account.KIND, input.getId());
    // in a transaction of its own: no connection is held while the password is hashed
    Account account = scope.write(() -> accounts.require(id));
    rows.refuseSelf(id, "请用“修改密码”更改自己的密码");
    String password = FirstPassword.next();
    String hash = hashes.first(password);
    scope.write(
        () -> {
          var done =
              once.run(
                  input.getIdempotencyKey(),
                  input,
                  () -> issue(id, hash, input.getExpectedVersion()));
          if (done.replayed()) {
            issue(id, hash, accounts.require(id).version());
          }
        });
    throttle.forget(account.loginName());
    return new Issued(id, password);
  }

  /** Writes a first password in the caller's transaction. */
  long issue(long id, String hash, int version) {
    var change =
        sql.update(ACCOUNT)
            .set(ACCOUNT.PASSWORD_HASH, hash)
            .set(ACCOUNT.MUST_CHANGE, true)
            .set(ACCOUNT.PASSWORD_CHANGED_AT, now.instant());
    rows.apply(change, id, version);
    sessions.endAll(id);
    audit.record("account.password-reset", "account:" + id, Map.of());
    return id;
  }

  /** The password is shown once. */
  record Issued(long id, String password) {}
}
