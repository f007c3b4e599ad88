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
 * Checks name and password, the first of two steps for whoever has a second. The session keeps
 * {@code district:account} and nothing else. Unknown, disabled and wrong look alike: the same
 * statements, one hash, the same answer.
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
    if (!right || !known.open() || !welcome(known)) {
      count(() -> throttle.failed(address));
      noteRefusal(known, right);
      throw new BadCredentialsException("bad credentials");
    }
    count(() -> throttle.forget(name));
    if (known.second()) {
      throw new SecondStepNeeded(known.district(), known.account());
    }
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
    return scope.inDistrict(
        district,
        Reach.ALL,
        "nobody",
        () ->
            sql.select(ACCOUNT.PASSWORD_HASH, ACCOUNT.DISABLED_AT, ACCOUNT.SECOND_FACTOR)
                .from(ACCOUNT)
                .where(ACCOUNT.DISTRICT_ID.eq(district), ACCOUNT.ID.eq(account))
                .fetchOptional(
                    row ->
                        new Known(
                            district, account, row.value1(), row.value2() == null, row.value3()))
                .orElse(new Known(0, 0, nobodysHash, false, false)));
  }

  /**
   * An attempt that was checked and refused; one at a name that nobody has is noted in the
   * platform's own district, so that the same statements run for both.
   */
  private void noteRefusal(Known known, boolean right) {
    String why =
        known.account() == 0 ? "unknown" : known.open() || !right ? "password" : "disabled";
    scope.inDistrict(
        known.district(),
        Reach.ALL,
        "nobody",
        () -> {
          scope.write(
              () ->
                  audit.record(
                      "account.sign-in-refused", "account:" + known.account(), Map.of("why", why)));
          return true;
        });
  }

  /**
   * False when the account was disabled, its password or its second factor changed while this one
   * was checked.
   */
  private boolean welcome(Known known) {
    return scope.inDistrict(
        known.district(),
        Reach.ALL,
        "account:" + known.account(),
        () -> scope.write(() -> noteSignIn(known)));
  }

  private boolean noteSignIn(Known known) {
    var change = sql.update(ACCOUNT);
    int rows =
        (known.second()
                ? change.set(ACCOUNT.LAST_SIGN_IN_AT, ACCOUNT.LAST_SIGN_IN_AT)
                : change.set(ACCOUNT.LAST_SIGN_IN_AT, now.instant()))
            .where(ACCOUNT.DISTRICT_ID.eq(known.district()), ACCOUNT.ID.eq(known.account()))
            .and(ACCOUNT.PASSWORD_HASH.eq(known.hash()))
            .and(ACCOUNT.SECOND_FACTOR.eq(known.second()))
            .and(ACCOUNT.DISABLED_AT.isNull())
            .execute();
    if (rows == 1) {
      String what = known.second() ? "account.password-right" : "account.sign-in";
      audit.record(what, "account:" + known.account(), Map.of());
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

  /**
   * @param account 0: nobody has that name
   * @param open not disabled
   * @param second the password is the first of two steps
   */
  private record Known(int district, long account, String hash, boolean open, boolean second) {}
}
