package cn.lianban.setup;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/** The demo's operator, who stands in no district: takes in the yearly notice. */
@Component
class DemoOperator {
  static final String LOGIN = "operator.demo";
  private static final int PLATFORM = 0;
  private final Accounts accounts;
  private final Posts posts;
  private final TenantScope scope;

  DemoOperator(Accounts accounts, Posts posts, TenantScope scope) {
    this.accounts = accounts;
    this.posts = posts;
    this.scope = scope;
  }

  void create() {
    scope.inDistrict(
        PLATFORM,
        Reach.ALL,
        "job:demo",
        () ->
            scope.write(
                () -> {
                  if (!accounts.taken(LOGIN)) {
                    long id =
                        accounts.create(
                            new Accounts.NewAccount(LOGIN, "钟运维", DemoPeople.PASSWORD, null),
                            false);
                    posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
                  }
                  return true;
                }));
  }
}
