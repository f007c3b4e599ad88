package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Accounts of the platform's operators, who stand in no district. Only who can start a command on
 * the server opens one, and gives it another password: no administrator has operators in charge.
 */
@Component
public class Operators {
  private static final int PLATFORM = 0;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Accounts accounts;
  private final Posts posts;
  private final AccountAdministration administration;
  private final SecondFactorRows factors;
  private final Throttle throttle;
  private final AuditTrail audit;
  private final Now now;

  Operators(
      DSLContext sql,
      TenantScope scope,
      Accounts accounts,
      Posts posts,
      AccountAdministration administration,
      SecondFactorRows factors,
      Throttle throttle,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.accounts = accounts;
    this.posts = posts;
    this.administration = administration;
    this.factors = factors;
    this.throttle = throttle;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Opens the account; one that is there gets another first password, loses its second factors and
   * its sessions, and is enabled again.
   *
   * @throws Rejected LOGIN_TAKEN when the name is somebody's of a district, INVALID at loginName
   */
  public Opened open(String loginName) {
    String login = PersonRules.checked(loginName, "平台运维", null).loginName();
    String password = FirstPassword.next();
    String hash = accounts.hash(password);
    boolean fresh =
        scope.inDistrict(
            PLATFORM, Reach.ALL, "job:open-operator", () -> scope.write(() -> open(login, hash)));
    return new Opened(login, password, fresh);
  }

  private boolean open(String login, String hash) {
    var known =
        sql.select(ACCOUNT.ID, ACCOUNT.VERSION)
            .from(ACCOUNT)
            .where(ACCOUNT.DISTRICT_ID.eq(PLATFORM), ACCOUNT.LOGIN_NAME.eq(login))
            .forUpdate()
            .fetchOne();
    if (known != null) {
      again(known.value1(), known.value2(), hash);
      throttle.forget(login);
      return false;
    }
    long id =
        accounts
            .open(new Accounts.NewAccount(login, "平台运维", "", null), hash, true)
            .orElseThrow(() -> new Rejected("LOGIN_TAKEN", "loginName", "登录名已被使用，请换一个"));
    posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
    audit.record("account.create", "account:" + id, Map.of("role", Role.PLATFORM_OPERATOR));
    return true;
  }

  private void again(long id, int version, String hash) {
    sql.update(ACCOUNT)
        .set(ACCOUNT.DISABLED_AT, (Instant) null)
        .set(ACCOUNT.ACTIVE_SINCE, now.instant())
        .where(ACCOUNT.DISTRICT_ID.eq(PLATFORM), ACCOUNT.ID.eq(id))
        .execute();
    factors.removeTotp(id);
    factors.removePasskeys(id);
    factors.note(id);
    administration.issue(id, hash, version);
  }

  /**
   * @param password the first one: told once, to be changed at the first sign-in
   * @param fresh false: the account was there and has got another password
   */
  public record Opened(String login, String password, boolean fresh) {}
}
