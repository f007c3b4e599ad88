package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.api.types.PasswordChangeInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Somebody changes his own password; his other sessions end. */
@Component
class PasswordChange {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final PasswordHashes hashes;
  private final Throttle throttle;
  private final Sessions sessions;
  private final Once once;
  private final AuditTrail audit;
  private final Now now;

  PasswordChange(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      PasswordHashes hashes,
      Throttle throttle,
      Sessions sessions,
      Once once,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.hashes = hashes;
    this.throttle = throttle;
    this.sessions = sessions;
    this.once = once;
    this.audit = audit;
    this.now = now;
  }

  /**
   * All hashing is done between transactions, so that nobody waits for a connection meanwhile.
   *
   * @param sessionId the session that asks, which goes on
   * @throws Rejected WRONG_PASSWORD, THROTTLED, what {@link PasswordRule} refuses
   */
  void change(PasswordChangeInput input, String sessionId) {
    long account = posts.requireAccount();
    Own own = scope.write(() -> asSubject(() -> read(account)));
    if (!throttle.admit(own.loginName()).isZero()) {
      throw new Rejected("THROTTLED", null, "尝试次数过多，请稍后再试");
    }
    try {
      change(input, sessionId, account, own);
    } catch (PasswordHashes.Busy busy) {
      throttle.giveBack(own.loginName());
      throw new Rejected("THROTTLED", null, "系统繁忙，请稍后再试");
    }
    throttle.forget(own.loginName());
  }

  private void change(PasswordChangeInput input, String sessionId, long account, Own own) {
    boolean right = hashes.matches(input.getOldPassword(), own.hash());
    String hash = right ? newHash(input, own) : "";
    var done =
        once.run(
            input.getIdempotencyKey(),
            new WithoutSecrets(account),
            () -> {
              if (!right) {
                throw new Rejected("WRONG_PASSWORD", "oldPassword", "原密码不正确");
              }
              return asSubject(() -> write(account, own, hash, sessionId));
            });
    if (done.replayed() && !hashes.matches(input.getNewPassword(), own.hash())) {
      throw new Rejected("IDEMPOTENCY_CONFLICT", "idempotencyKey", "同一请求标识已用于不同内容");
    }
  }

  private String newHash(PasswordChangeInput input, Own own) {
    try {
      PasswordRule.check(own.loginName(), input.getOldPassword(), input.getNewPassword());
    } catch (Rejected weak) {
      throttle.forget(own.loginName()); // the old password was right: no guess
      throw weak;
    }
    return hashes.encode(input.getNewPassword());
  }

  private Own read(long account) {
    return sql.select(ACCOUNT.LOGIN_NAME, ACCOUNT.PASSWORD_HASH)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .fetchOptional(row -> new Own(row.value1(), row.value2()))
        .orElseThrow(Problem::unauthenticated);
  }

  private long write(long account, Own own, String hash, String sessionId) {
    int rows =
        sql.update(ACCOUNT)
            .set(ACCOUNT.PASSWORD_HASH, hash)
            .set(ACCOUNT.MUST_CHANGE, false)
            .set(ACCOUNT.PASSWORD_CHANGED_AT, now.instant())
            .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
            .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
            .and(ACCOUNT.PASSWORD_HASH.eq(own.hash()))
            .execute();
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
    sessions.endOthers(account, sessionId);
    audit.record("account.password-change", "account:" + account, Map.of());
    return account;
  }

  /** One's own row, whatever one's reach: an operator's shows none. */
  private <T> T asSubject(java.util.function.Supplier<T> work) {
    return scope.asSubject(scope.current().actor(), work);
  }

  private record Own(String loginName, String hash) {}

  /**
   * What the idempotency key is bound to: passwords must not be kept under a fast hash. That a
   * replay asks for the same password is checked against the account instead.
   */
  private record WithoutSecrets(long account) {}
}
