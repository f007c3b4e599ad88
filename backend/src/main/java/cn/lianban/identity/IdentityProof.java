package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.api.types.IdentityConfirmInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Somebody signed in shows by his password that it is still he. */
@Component
class IdentityProof {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final PasswordHashes hashes;
  private final Throttle throttle;
  private final StepUp stepUp;
  private final AuditTrail audit;

  IdentityProof(
      DSLContext sql,
      TenantScope scope,
      Posts posts,
      PasswordHashes hashes,
      Throttle throttle,
      StepUp stepUp,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.hashes = hashes;
    this.throttle = throttle;
    this.stepUp = stepUp;
    this.audit = audit;
  }

  /**
   * Changes nothing but the session, so that a key replayed proves nothing: the password is looked
   * at each time.
   *
   * @throws Rejected WRONG_PASSWORD, THROTTLED
   */
  void confirm(IdentityConfirmInput input) {
    long account = posts.requireAccount();
    Own own = scope.write(() -> scope.asSubject(scope.current().actor(), () -> read(account)));
    if (!throttle.admit(own.loginName()).isZero()) {
      throw new Rejected("THROTTLED", null, "尝试次数过多，请稍后再试");
    }
    boolean right;
    try {
      right = hashes.matches(input.getPassword(), own.hash());
    } catch (PasswordHashes.Busy busy) {
      throttle.giveBack(own.loginName());
      throw new Rejected("THROTTLED", null, "系统繁忙，请稍后再试");
    }
    if (!right) {
      scope.write(() -> audit.record("account.proof-refused", "account:" + account, Map.of()));
      throw new Rejected("WRONG_PASSWORD", "password", "密码不正确");
    }
    throttle.forget(own.loginName());
    stepUp.proved();
  }

  private Own read(long account) {
    return sql.select(ACCOUNT.LOGIN_NAME, ACCOUNT.PASSWORD_HASH)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .fetchOptional(row -> new Own(row.value1(), row.value2()))
        .orElseThrow(Problem::unauthenticated);
  }

  private record Own(String loginName, String hash) {}
}
