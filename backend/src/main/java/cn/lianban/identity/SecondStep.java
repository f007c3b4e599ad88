package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/**
 * Checks the second step of a sign-in: a code of the generator or a recovery code, each once.
 * Attempts are counted as those at a password are.
 */
@Component
class SecondStep {
  private final DSLContext sql;
  private final TenantScope scope;
  private final SecondFactorRows rows;
  private final RecoveryCodes recovery;
  private final SecretBox box;
  private final Throttle throttle;
  private final AuditTrail audit;
  private final Now now;

  SecondStep(
      DSLContext sql,
      TenantScope scope,
      SecondFactorRows rows,
      RecoveryCodes recovery,
      SecretBox box,
      Throttle throttle,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.rows = rows;
    this.recovery = recovery;
    this.box = box;
    this.throttle = throttle;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Takes a code.
   *
   * @throws SignInRefused after too many wrong ones
   * @throws BadCredentialsException when it is wrong or has been used, or the account or the half
   *     session was ended meanwhile
   */
  void take(HalfSignIn half, String sessionId, String code, String address) {
    admit(half, address);
    byte[] hash = nobody(() -> recovery.hash(code));
    boolean taken = inDistrict(half, () -> scope.write(() -> take(half, sessionId, code, hash)));
    if (!taken) {
      nobody(
          () -> {
            throttle.failed(address);
            return true;
          });
      refused(half.district(), half.account(), "code");
      throw new BadCredentialsException("wrong code");
    }
    forget(half);
  }

  void forget(HalfSignIn half) {
    nobody(
        () -> {
          throttle.forget(half.throttled());
          return true;
        });
  }

  private void admit(HalfSignIn half, String address) {
    Duration wait =
        nobody(
            () -> {
              Duration blocked = throttle.blocked(address);
              return blocked.isZero() ? throttle.admit(half.throttled()) : blocked;
            });
    if (!wait.isZero()) {
      throw SignInRefused.tooManyFailures(wait);
    }
  }

  private boolean take(HalfSignIn half, String sessionId, String code, byte[] recoveryHash) {
    if (!stillThere(half.account(), sessionId)) {
      return false;
    }
    boolean right =
        Totp.isCode(code)
            ? takeCode(half.account(), code)
            : recovery.use(half.account(), recoveryHash);
    if (right) {
      signedIn(half.account(), Totp.isCode(code) ? "totp" : "recovery");
    }
    return right;
  }

  private boolean stillThere(long account, String sessionId) {
    return sql.fetchExists(
        ACCOUNT,
        ACCOUNT.DISTRICT_ID.eq(scope.district()),
        ACCOUNT.ID.eq(account),
        ACCOUNT.DISABLED_AT.isNull(),
        Sessions.stands(DSL.val(sessionId)));
  }

  private boolean takeCode(long account, String code) {
    var row = rows.totp(account).orElse(null);
    if (row == null || row.getSealed() == null) {
      return false;
    }
    byte[] secret = box.open(SecondFactors.place(scope.district(), account), row.getSealed());
    OptionalLong step = Totp.match(secret, code, now.instant(), row.getLastStep());
    step.ifPresent(taken -> rows.taken(account, taken));
    return step.isPresent();
  }

  /** In the transaction that took the second step. */
  void signedIn(long account, String means) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.LAST_SIGN_IN_AT, now.instant())
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(account))
        .execute();
    audit.record("account.sign-in", "account:" + account, Map.of("second", means));
  }

  /** In a transaction of its own: the attempt's has rolled back. */
  void refused(int district, long account, String why) {
    scope.inDistrict(
        district,
        Reach.ALL,
        "nobody",
        () -> {
          scope.write(
              () ->
                  audit.record("account.second-refused", "account:" + account, Map.of("why", why)));
          return true;
        });
  }

  private <T> T inDistrict(HalfSignIn half, Supplier<T> work) {
    return scope.inDistrict(half.district(), Reach.ALL, half.actor(), work);
  }

  private <T> T nobody(Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }
}
