package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.SETTING;

import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is asking. One's own account and posts are read under reach ALL: an operator's reach shows no
 * tenant row at all, and a post may lie in another sub-district than the person.
 */
@Component
class Viewers {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Posts posts;
  private final Absences absences;

  Viewers(DSLContext sql, TenantScope scope, Posts posts, Absences absences) {
    this.sql = sql;
    this.scope = scope;
    this.posts = posts;
    this.absences = absences;
  }

  /** The signed-in account, null when nobody is. */
  @Nullable Viewer current() {
    Scope who = scope.current();
    OptionalLong account = posts.account();
    return account.isEmpty()
        ? null
        : scope.asSubject(who.actor(), () -> read(account.getAsLong(), who));
  }

  private @Nullable Viewer read(long account, Scope who) {
    return sql.select(
            ACCOUNT.LOGIN_NAME,
            ACCOUNT.PERSON_NAME,
            ACCOUNT.MUST_CHANGE,
            ACCOUNT.SECOND_FACTOR,
            SETTING.SECOND_FACTOR,
            SETTING.SECOND_FACTOR_ROLES)
        .from(ACCOUNT)
        .leftJoin(SETTING)
        .on(SETTING.DISTRICT_ID.eq(ACCOUNT.DISTRICT_ID))
        .where(ACCOUNT.DISTRICT_ID.eq(who.districtId()), ACCOUNT.ID.eq(account))
        .fetchOne(
            row ->
                new Viewer(
                    account,
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    !row.value4() && asked(row.value5(), row.value6(), who),
                    who.roles(),
                    who.unitId()));
  }

  private static boolean asked(@Nullable String rule, String @Nullable [] roles, Scope who) {
    return rule != null && roles != null && SecondFactorPolicy.asks(rule, roles, who.roles());
  }

  List<Post> posts(long account) {
    return scope.asSubject(
        scope.current().actor(), () -> posts.of(List.of(account)).getOrDefault(account, List.of()));
  }

  List<Absence> absences(long account) {
    return scope.asSubject(
        scope.current().actor(),
        () -> absences.of(List.of(account)).getOrDefault(account, List.of()));
  }

  List<Absence> standsInFor(long account) {
    return scope.asSubject(scope.current().actor(), () -> absences.stoodInBy(account));
  }
}
