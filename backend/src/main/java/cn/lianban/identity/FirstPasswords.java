package cn.lianban.identity;

import cn.lianban.api.types.FirstPasswordsIssueInput;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** First passwords for the people a staff list brought, on one sheet that is shown once. */
@Component
class FirstPasswords {
  private static final int MOST = 50;
  private final TenantScope scope;
  private final Posts posts;
  private final AccountQueries accounts;
  private final AccountAdministration administration;
  private final PasswordHashes hashes;
  private final Once once;

  FirstPasswords(
      TenantScope scope,
      Posts posts,
      AccountQueries accounts,
      AccountAdministration administration,
      PasswordHashes hashes,
      Once once) {
    this.scope = scope;
    this.posts = posts;
    this.accounts = accounts;
    this.administration = administration;
    this.hashes = hashes;
    this.once = once;
  }

  /**
   * Issues a first password to each of the accounts that still have one to change; the same request
   * again voids what it issued and issues others.
   *
   * @throws Rejected INVALID at ids (none, or more than 50), NOT_FOUND, NOT_PENDING, THROTTLED
   */
  List<AccountAdministration.Issued> issue(FirstPasswordsIssueInput input) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    List<Long> ids =
        input.getIds().stream().map(id -> Ids.parse(Account.KIND, id)).distinct().toList();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw new Rejected("INVALID", "ids", "每次 1 至 " + MOST + " 人");
    }
    scope.write(() -> ids.forEach(this::pending));
    List<AccountAdministration.Issued> issued = new ArrayList<>();
    Map<Long, String> hashed = new HashMap<>();
    for (long id : ids) {
      String password = FirstPassword.next();
      issued.add(new AccountAdministration.Issued(id, password));
      hashed.put(id, hashes.first(password));
    }
    scope.write(
        () -> {
          var done = once.run(input.getIdempotencyKey(), input, () -> write(hashed));
          return done.replayed() ? write(hashed) : done.id();
        });
    return issued;
  }

  private long write(Map<Long, String> hashed) {
    hashed.forEach((id, hash) -> administration.issue(id, hash, pending(id).version()));
    return hashed.size();
  }

  private Account pending(long id) {
    Account account = accounts.require(id);
    if (!account.mustChangePassword() || account.disabledAt() != null) {
      throw new Rejected("NOT_PENDING", "ids", account.loginName() + " 已改过初始密码或已停用");
    }
    return account;
  }
}
