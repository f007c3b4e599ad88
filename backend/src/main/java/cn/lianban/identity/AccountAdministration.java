package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.api.types.AccountDisableInput;
import cn.lianban.api.types.AccountEnableInput;
import cn.lianban.api.types.AccountPasswordResetInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.identity.tables.records.AccountRecord;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;

/** What administrators do with the accounts in their charge. */
@Component
class AccountAdministration {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final AccountQueries accounts;
  private final PasswordHashes hashes;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  AccountAdministration(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      AccountQueries accounts,
      PasswordHashes hashes,
      Sessions sessions,
      Throttle throttle,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
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
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              Account account = accounts.require(Ids.parse(Account.KIND, input.getId()));
              refuseLastAdministrator(account.id());
              refuseSelf(account.id(), "不能停用自己的账号");
              if (account.disabledAt() != null) {
                throw new Rejected("ALREADY_DISABLED", "id", "账号已经停用");
              }
              var change = sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, now.instant());
              apply(change, account.id(), input.getExpectedVersion());
              sessions.endAll(account.id());
              audit.record("account.disable", "account:" + account.id(), Map.of());
              return account.id();
            })
        .id();
  }

  /**
   * Lets a stopped account sign in again, with the password it had.
   *
   * @return the account's id
   * @throws Rejected NOT_FOUND, NOT_DISABLED, VERSION_CONFLICT
   */
  long enable(AccountEnableInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              Account account = accounts.require(Ids.parse(Account.KIND, input.getId()));
              if (account.disabledAt() == null) {
                throw new Rejected("NOT_DISABLED", "id", "账号没有停用");
              }
              var change = sql.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, (Instant) null);
              apply(change, account.id(), input.getExpectedVersion());
              audit.record("account.enable", "account:" + account.id(), Map.of());
              return account.id();
            })
        .id();
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
    refuseSelf(id, "请用“修改密码”更改自己的密码");
    String password = FirstPassword.next();
    String hash = hash(password);
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

  private String hash(String password) {
    try {
      return hashes.encode(password);
    } catch (PasswordHashes.Busy busy) {
      throw new Rejected("THROTTLED", null, "系统繁忙，请稍后再试");
    }
  }

  private long issue(long id, String hash, int version) {
    var change =
        sql.update(ACCOUNT)
            .set(ACCOUNT.PASSWORD_HASH, hash)
            .set(ACCOUNT.MUST_CHANGE, true)
            .set(ACCOUNT.PASSWORD_CHANGED_AT, now.instant());
    apply(change, id, version);
    sessions.endAll(id);
    audit.record("account.password-reset", "account:" + id, Map.of());
    return id;
  }

  private void apply(UpdateSetMoreStep<AccountRecord> change, long id, int expectedVersion) {
    int rows =
        change
            .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(id))
            .and(ACCOUNT.VERSION.eq(expectedVersion))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  private void refuseSelf(long id, String words) {
    if (id == posts.requireAccount()) {
      throw new Rejected("SELF", "id", words);
    }
  }

  /** Locks the administrators' rows in one order: two who disable each other do so in turn. */
  private void refuseLastAdministrator(long id) {
    List<Long> enabled =
        sql.select(ACCOUNT.ID)
            .from(ACCOUNT)
            .join(POST)
            .on(POST.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID), POST.ACCOUNT_ID.eq(ACCOUNT.ID))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.DISABLED_AT.isNull())
            .and(POST.ROLE.eq(Role.DISTRICT_ADMIN.name()))
            .and(POST.ENDED_ON.isNull())
            .orderBy(ACCOUNT.ID)
            .forUpdate()
            .of(ACCOUNT)
            .fetch(ACCOUNT.ID);
    if (enabled.contains(id) && enabled.stream().allMatch(other -> other == id)) {
      throw new Rejected("LAST_ADMIN", "id", "这是最后一个可用的区级管理员账号，不能停用");
    }
  }

  /** The password is shown once. */
  record Issued(long id, String password) {}
}
