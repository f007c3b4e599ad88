package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.LOGIN;

import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks name and password. The session keeps {@code district:account} and nothing else. */
@Component
class SignIn implements AuthenticationProvider {
  private final DSLContext sql;
  private final TenantScope scope;
  private final PasswordEncoder passwords;
  private final String nobodysHash;

  SignIn(DSLContext sql, TenantScope scope, PasswordEncoder passwords) {
    this.sql = sql;
    this.scope = scope;
    this.passwords = passwords;
    this.nobodysHash = String.valueOf(passwords.encode("nobody"));
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    Known known = find(attempt.getName());
    if (!passwords.matches(String.valueOf(attempt.getCredentials()), known.hash())
        || known.account() == 0) {
      throw new BadCredentialsException("bad credentials");
    }
    return UsernamePasswordAuthenticationToken.authenticated(
        known.district() + ":" + known.account(), null, List.of());
  }

  private Known find(String loginName) {
    var login =
        scope.onPlatform(
            Reach.PUBLIC,
            "nobody",
            () -> sql.selectFrom(LOGIN).where(LOGIN.NAME.eq(loginName)).fetchOne());
    if (login == null) {
      return new Known(0, 0, nobodysHash);
    }
    int district = login.getDistrictId();
    long account = login.getAccountId();
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

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private record Known(int district, long account, String hash) {}
}
