package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the accounts in the caller's charge: the district's, or those of his sub-district. */
@Component
class AccountQueries {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  AccountQueries(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /**
   * Accounts by login name.
   *
   * @param search the beginning of a login name, or a whole person name; null or blank: all
   * @throws cn.lianban.graphql.Problem FORBIDDEN, BAD_INPUT at first or after
   */
  Page<Account> page(int first, @Nullable String after, @Nullable String search) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    int size = Page.size(first);
    Condition beyond =
        after == null
            ? DSL.noCondition()
            : ACCOUNT.LOGIN_NAME.gt(Cursor.parse(after, 1).getFirst());
    List<Account> rows = select(beyond.and(matching(search)), size + 1);
    return Page.of(rows, size, account -> Cursor.of(account.loginName()));
  }

  /** One account in the caller's charge. */
  Optional<Account> find(long id) {
    return select(ACCOUNT.ID.eq(id), 1).stream().findFirst();
  }

  /**
   * @throws Rejected NOT_FOUND, the same for a neighbour's account and for none
   */
  Account require(long id) {
    return find(id).orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有找到该账号"));
  }

  private static Condition matching(@Nullable String search) {
    if (search == null || search.isBlank()) {
      return DSL.noCondition();
    }
    String words = search.strip().replace("\0", "");
    return DSL.condition(
            DSL.function(
                DSL.name("starts_with"), SQLDataType.BOOLEAN, ACCOUNT.LOGIN_NAME, DSL.val(words)))
        .or(ACCOUNT.PERSON_NAME.eq(words));
  }

  private List<Account> select(Condition which, int limit) {
    return sql.select(
            ACCOUNT.ID,
            ACCOUNT.LOGIN_NAME,
            ACCOUNT.PERSON_NAME,
            ACCOUNT.DISABLED_AT,
            ACCOUNT.MUST_CHANGE,
            ACCOUNT.LAST_SIGN_IN_AT,
            ACCOUNT.VERSION)
        .from(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()))
        .and(inMyCharge())
        .and(which)
        .orderBy(ACCOUNT.LOGIN_NAME)
        .limit(limit)
        .fetch(
            row ->
                new Account(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }

  /** Not by reach alone: a sub-district's administrator may hold a wider post beside it. */
  private Condition inMyCharge() {
    if (posts.holds(Role.DISTRICT_ADMIN)) {
      return DSL.noCondition();
    }
    return ACCOUNT.SUB_DISTRICT_ID.in(
        sql.select(POST.SUB_DISTRICT_ID)
            .from(POST)
            .where(POST.DISTRICT_ID.eq(scope.district()))
            .and(POST.ACCOUNT_ID.eq(posts.requireAccount()))
            .and(POST.ROLE.eq(Role.SUB_DISTRICT_ADMIN.name()))
            .and(POST.ENDED_ON.isNull()));
  }
}
