package cn.lianban.identity;

import static cn.lianban.identity.PeopleKind.MOBILE;
import static cn.lianban.identity.PeopleKind.NAME;
import static cn.lianban.identity.PeopleKind.ROLE;
import static cn.lianban.identity.PeopleKind.UNIT;

import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Unit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is wrong with the rows of a staff list, each seen with those before it. */
@Component
class StaffChecks {
  private final Accounts accounts;
  private final AccountQueries queries;
  private final Posts posts;
  private final StaffUnits units;

  StaffChecks(Accounts accounts, AccountQueries queries, Posts posts, StaffUnits units) {
    this.accounts = accounts;
    this.queries = queries;
    this.posts = posts;
    this.units = units;
  }

  /**
   * @param known the rows' people by login name
   */
  void check(List<Row> rows, Map<String, Account> known, Findings findings) {
    StaffUnits.Book book = units.book();
    var held = posts.of(known.values().stream().map(Account::id).toList());
    Map<String, Filed> filed = new HashMap<>();
    for (Row row : rows) {
      Account person = known.get(StaffList.login(row));
      try {
        check(row, person, book.find(row.text(UNIT)), filed, held);
      } catch (Rejected refused) {
        findings.refuse(row, column(refused), words(refused));
      }
      if (person != null && person.disabledAt() != null && StaffList.stays(person)) {
        findings.note(row, "该账号已停用，导入不会启用");
      }
    }
  }

  /** Where earlier rows of the same list put a person, and the roles that he has with them. */
  private record Filed(@Nullable Integer home, Set<Role> roles) {
    static Filed of(@Nullable Integer home, List<Post> held) {
      Set<Role> roles = EnumSet.noneOf(Role.class);
      held.forEach(post -> roles.add(post.role()));
      return new Filed(home, roles);
    }
  }

  private void check(
      Row row,
      @Nullable Account person,
      @Nullable Unit unit,
      Map<String, Filed> filed,
      Map<Long, List<Post>> held) {
    PersonRules.checked(StaffList.login(row), row.need(NAME), row.text(MOBILE));
    Role role = Role.valueOf(row.need(ROLE));
    Filed before = filed.get(StaffList.login(row));
    Integer home = before == null ? StaffList.home(person, unit) : before.home();
    PostRules.check(role, unit, home);
    if (!queries.inMyCharge(home)) {
      throw new Rejected("OUTSIDE_CHARGE", "unitId", "不在您的管理范围内");
    }
    if (person == null && accounts.taken(StaffList.login(row))) {
      throw new Rejected("LOGIN_TAKEN", "loginName", "登录名已被使用，请换一个");
    }
    if (before == null) {
      List<Post> posts = person == null ? List.of() : held.getOrDefault(person.id(), List.of());
      before = Filed.of(home, posts);
    }
    PostRules.checkApart(role, before.roles());
    before.roles().add(role);
    filed.put(StaffList.login(row), before);
  }

  private static String words(Rejected refused) {
    String told = refused.toUserError().message();
    boolean noUnit =
        "INVALID".equals(refused.toUserError().code())
            && "unitId".equals(refused.toUserError().field());
    return noUnit ? told + "，单位请写“区级”" : told;
  }

  private static String column(Rejected refused) {
    String field = refused.toUserError().field();
    return field == null ? ROLE : field.equals("unitId") ? UNIT : field;
  }
}
