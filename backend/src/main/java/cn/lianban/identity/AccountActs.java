package cn.lianban.identity;

import cn.lianban.audit.Once;
import cn.lianban.graphql.Ids;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** How an administrator acts on an account in his charge: once, whatever the act. */
@Component
class AccountActs {
  private final Posts posts;
  private final AccountQueries accounts;
  private final Once once;

  AccountActs(Posts posts, AccountQueries accounts, Once once) {
    this.posts = posts;
    this.accounts = accounts;
    this.once = once;
  }

  /**
   * @param id as the API has it
   * @return the account's id
   * @throws cn.lianban.graphql.Rejected NOT_FOUND, and what the act refuses
   */
  long act(String id, String idempotencyKey, Object input, Consumer<Account> act) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return once.run(
            idempotencyKey,
            input,
            () -> {
              Account account = accounts.require(Ids.parse(Account.KIND, id));
              act.accept(account);
              return account.id();
            })
        .id();
  }
}
