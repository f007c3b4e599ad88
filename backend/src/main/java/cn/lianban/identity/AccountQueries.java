package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;
import static org.jooq.impl.DSL.noCondition;

import cn.lianban.api.types.AccountOrder;
import cn.lianban.api.types.AccountState;
import cn.lianban.db.identity.tables.records.AccountRecord;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.RowOrder;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the accounts in the caller's charge: the district's, or those of his sub-district. */
@Component
class AccountQueries {
  private static final int EVERYBODY = 100_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;

  AccountQueries(DSLContext sql, TenantScope scope, Posts posts) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
  }

  /**
   * Accounts by login name when no other order is asked for.
   *
   * @param search the beginning of a login name, or a whole person name; null or blank: all
   * @param filter what else must hold
   * @throws cn.lianban.graphql.Problem FORBIDDEN, BAD_INPUT at first or after
   */
  Page<Account> page(
      int first,
      @Nullable String after,
      @Nullable String search,
      Filter filter,
      @Nullable AccountOrder order) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    Condition which =
        ACCOUNT
            .DISTRICT_ID
            .eq(scope.district())
            .and(inMyCharge())
            .and(matching(search))
            .and(matching(filter));
    return by(order == null ? AccountOrder.LOGIN : order)
        .page(sql, ACCOUNT, which, first, after, AccountQueries::account);
  }

  private static RowOrder<?> by(AccountOrder order) {
    boolean down = RowOrder.isDownwards(order);
    return switch (order) {
      case LOGIN, LOGIN_DESC ->
          new RowOrder<>(ACCOUNT.LOGIN_NAME, ACCOUNT.ID, down, Function.identity());
      case NAME, NAME_DESC ->
          new RowOrder<>(ACCOUNT.PERSON_NAME, ACCOUNT.ID, down, Function.identity());
      case LAST_SIGN_IN, LAST_SIGN_IN_DESC ->
          new RowOrder<>(ACCOUNT.LAST_SIGN_IN_AT, ACCOUNT.ID, down, Instant::parse);
    };
  }

  /**
   * One account for its administrator's screen.
   *
   * @throws cn.lianban.graphql.Problem FORBIDDEN
   */
  Optional<Account> seen(long id) {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
    return find(id);
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
      return noCondition();
    }
    String words = search.strip().replace("\0", "");
    return DSL.condition(
            DSL.function(
                DSL.name("starts_with"), SQLDataType.BOOLEAN, ACCOUNT.LOGIN_NAME, DSL.val(words)))
        .or(ACCOUNT.PERSON_NAME.eq(words));
  }

  /** Those of the login names that are in the caller's charge; one statement. */
  List<Account> byLogins(Collection<String> logins) {
    return select(Among.these(ACCOUNT.LOGIN_NAME, logins), Math.max(1, logins.size()));
  }

  /** Everybody in the caller's charge who is not disabled. */
  List<Account> inCharge() {
    return select(ACCOUNT.DISABLED_AT.isNull(), EVERYBODY);
  }

  /** What is asked for; null: any. A unit and a role together: that role in that unit. */
  record Filter(@Nullable Integer unitId, @Nullable Role role, @Nullable AccountState state) {
    static final Filter NONE = new Filter(null, null, null);
  }

  private Condition matching(Filter filter) {
    Condition which = noCondition();
    if (filter.unitId() != null || filter.role() != null) {
      which =
          ACCOUNT.ID.in(
              sql.select(POST.ACCOUNT_ID)
                  .from(POST)
                  .where(POST.DISTRICT_ID.eq(scope.district()), POST.ENDED_ON.isNull())
                  .and(filter.unitId() == null ? noCondition() : POST.UNIT_ID.eq(filter.unitId()))
                  .and(filter.role() == null ? noCondition() : POST.ROLE.eq(filter.role().name())));
    }
    return filter.state() == null ? which : which.and(inState(filter.state()));
  }

  private static Condition inState(AccountState state) {
    return switch (state) {
      case ACTIVE -> ACCOUNT.DISABLED_AT.isNull();
      case DISABLED -> ACCOUNT.DISABLED_AT.isNotNull();
      case FIRST_PASSWORD -> ACCOUNT.DISABLED_AT.isNull().and(ACCOUNT.MUST_CHANGE);
    };
  }

  private List<Account> select(Condition which, int limit) {
    return sql.selectFrom(ACCOUNT)
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()))
        .and(inMyCharge())
        .and(which)
        .orderBy(ACCOUNT.LOGIN_NAME)
        .limit(limit)
        .fetch(AccountQueries::account);
  }

  private static Account account(AccountRecord row) {
    return new Account(
        row.getId(),
        row.getLoginName(),
        row.getPersonName(),
        row.getMobile(),
        row.getSubDistrictId(),
        row.getDisabledAt(),
        row.getMustChange(),
        row.getLastSignInAt(),
        row.getSecondFactor(),
        row.getVersion());
  }

  /** Whether people of this place (null: the district level) are in the caller's charge. */
  boolean inMyCharge(@Nullable Integer subDistrictId) {
    return posts.holds(Role.DISTRICT_ADMIN)
        || subDistrictId != null
            && sql.fetchExists(mySubDistricts().and(POST.SUB_DISTRICT_ID.eq(subDistrictId)));
  }

  /** Not by reach alone: a sub-district's administrator may hold a wider post beside it. */
  Condition inMyCharge() {
    return posts.holds(Role.DISTRICT_ADMIN)
        ? noCondition()
        : ACCOUNT.SUB_DISTRICT_ID.in(mySubDistricts());
  }

  private SelectConditionStep<Record1<Integer>> mySubDistricts() {
    return sql.select(POST.SUB_DISTRICT_ID)
        .from(POST)
        .where(POST.DISTRICT_ID.eq(scope.district()))
        .and(POST.ACCOUNT_ID.eq(posts.requireAccount()))
        .and(POST.ROLE.eq(Role.SUB_DISTRICT_ADMIN.name()))
        .and(POST.ENDED_ON.isNull());
  }
}
