package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.LOGIN;

import cn.lianban.audit.AuditTrail;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password. The session keeps {@code district:account} and nothing else. Unknown,
 * disabled and wrong look alike: the same statements, one hash, the same answer.
 */
@Component
class SignIn implements AuthenticationProvider {
  private final DSLContext sql;
  private final TenantScope scope;
  private final PasswordHashes hashes;
  private final Throttle throttle;
  private final AuditTrail audit;
  private final Now now;
  private final String nobodysHash;

  SignIn(
      DSLContext sql,
      TenantScope scope,
      PasswordHashes hashes,
      Throttle throttle,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.hashes = hashes;
    this.throttle = throttle;
    this.audit = audit;
    this.now = now;
    this.nobodysHash = hashes.encode("nobody");
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = attempt.getName();
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
    admit(name, address);
    Known known = find(name);
    boolean right = matches(name, String.valueOf(attempt.getCredentials()), known);
    if (!right || known.account() == 0 || !welcome(known)) {
      count(() -> throttle.failed(address));
      throw new BadCredentialsException("bad credentials");
    }
    count(() -> throttle.forget(name));
    var signedIn =
        UsernamePasswordAuthenticationToken.authenticated(
            known.district() + ":" + known.account(), null, List.of());
    signedIn.setDetails(""); // else the manager copies the client's address into the session
    return signedIn;
  }

  private void admit(String name, String address) {
    Duration wait =
        nobody(
            () -> {
              Duration blocked = throttle.blocked(address);
              return blocked.isZero() ? throttle.admit(name) : blocked;
            });
    if (!wait.isZero()) {
      throw SignInRefused.tooManyFailures(wait);
    }
  }

  private boolean matches(String name, String password, Known known) {
    try {
      return hashes.matches(password, known.hash());
    } catch (PasswordHashes.Busy busy) {
      count(() -> throttle.giveBack(name));
      throw SignInRefused.busy();
    }
  }

  private Known find(String loginName) {
    boolean possible = loginName.length() <= 60 && loginName.indexOf('\0') < 0;
    var login =
        nobody(
            () -> sql.selectFrom(LOGIN).where(LOGIN.NAME.eq(possible ? loginName : "")).fetchOne());
    int district = login == null ? 0 : login.getDistrictId();
    long account = login == null ? 0 : login.getAccountId();
    String hash =
        scope.inDistrict(
            district,
            Reach.ALL,
            "nobody",
            () ->
                sql.select(ACCOUNT.PASSWORD_HASH)
                    .from(ACCOUNT)
                    .where(ACCOUNT.DISTRICT_ID.eq(district), ACCOUNT.ID.eq(account))
                    .and(ACCOUNT.DISABLED_AT.isNull())
                    .fetchOne(ACCOUNT.PASSWORD_HASH));
    return hash == null ? new Known(0, 0, nobodysHash) : new Known(district, account, hash);
  }

  /** False when the account was disabled or its password changed while this one was checked. */
  private boolean welcome(Known known) {
    return scope.inDistrict(
        known.district(),
        Reach.ALL,
        "account:" + known.account(),
        () -> scope.write(() -> noteSignIn(known)));
  }

  private boolean noteSignIn(Known known) {
    int rows =
        sql.update(ACCOUNT)
            .set(ACCOUNT.LAST_SIGN_IN_AT, now.instant())
            .where(ACCOUNT.DISTRICT_ID.eq(known.district()), ACCOUNT.ID.eq(known.account()))
            .and(ACCOUNT.PASSWORD_HASH.eq(known.hash()))
            .and(ACCOUNT.DISABLED_AT.isNull())
            .execute();
    if (rows == 1) {
      audit.record("account.sign-in", "account:" + known.account(), Map.of());
    }
    return rows == 1;
  }

  private void count(Runnable attempt) {
    nobody(
        () -> {
          attempt.run();
          return true;
        });
  }

  private <T> T nobody(Supplier<T> work) {
    return scope.onPlatform(Reach.PUBLIC, "nobody", work);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private record Known(int district, long account, String hash) {}
}
