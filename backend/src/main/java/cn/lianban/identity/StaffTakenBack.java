package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.db.identity.Tables.POST;

import cn.lianban.audit.AuditTrail;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes an imported staff list back: posts end, and an account without any is stopped. Nothing is
 * deleted; the same list brought in again opens both anew.
 */
@Component
class StaffTakenBack {
  private final DSLContext sql;
  private final TenantScope scope;
  private final AccountQueries accounts;
  private final StaffUnits units;
  private final Absences absences;
  private final OpenWork work;
  private final Posts posts;
  private final AuditTrail audit;
  private final Now now;

  StaffTakenBack(
      DSLContext sql,
      TenantScope scope,
      AccountQueries accounts,
      StaffUnits units,
      Absences absences,
      OpenWork work,
      Posts posts,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.accounts = accounts;
    this.units = units;
    this.absences = absences;
    this.work = work;
    this.posts = posts;
    this.audit = audit;
    this.now = now;
  }

  void remove(List<Row> rows, Findings findings) {
    StaffUnits.Book book = units.book();
    for (Row row : rows) {
      Account person =
          accounts.byLogins(List.of(PersonRules.login(row.need(PeopleKind.LOGIN)))).stream()
              .findFirst()
              .orElseThrow();
      Map<Long, List<Post>> held = held(person);
      Optional<Post> post = StaffList.post(held, person, row, book);
      // who has other posts had his account before this one, or that post's line asks the same
      boolean others = held.getOrDefault(person.id(), List.of()).size() > 1;
      String built = others ? workIn(person, post) : builtOn(person);
      if (built != null) {
        findings.refuse(row, PeopleKind.LOGIN, person.name() + built);
      } else {
        post.ifPresent(one -> end(person, one));
      }
    }
  }

  private @Nullable String workIn(Account person, Optional<Post> post) {
    Integer unit = post.map(Post::unitId).orElse(null);
    boolean has = unit != null && work.count(new OpenWork.Holding(person.id(), unit)) > 0;
    return has ? "在该单位名下有在办件" : null;
  }

  private Map<Long, List<Post>> held(Account person) {
    return posts.of(List.of(person.id()));
  }

  /** What this person did or was given since the list came; null: nothing. */
  private @Nullable String builtOn(Account person) {
    if (person.lastSignInAt() != null) {
      return "已登录使用账号";
    }
    if (work.count(new OpenWork.Holding(person.id(), null)) > 0) {
      return "名下有在办件";
    }
    boolean away =
        !absences.of(List.of(person.id())).isEmpty() || !absences.stoodInBy(person.id()).isEmpty();
    return away ? "有请假或代岗安排" : null;
  }

  private void end(Account person, Post post) {
    sql.update(POST)
        .set(POST.ENDED_ON, now.today())
        .where(POST.DISTRICT_ID.eq(scope.district()), POST.ID.eq(post.id()))
        .execute();
    if (held(person).isEmpty()) {
      sql.update(ACCOUNT)
          .set(ACCOUNT.DISABLED_AT, now.instant())
          .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
          .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(person.id()))
          .execute();
    }
    audit.record(
        "account.import-taken-back",
        "account:" + person.id(),
        Map.of("role", post.role(), "unit", Objects.requireNonNullElse(post.unitId(), 0)));
  }
}
