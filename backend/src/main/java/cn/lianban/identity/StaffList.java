package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.ACCOUNT;
import static cn.lianban.identity.PeopleKind.LOGIN;
import static cn.lianban.identity.PeopleKind.MOBILE;
import static cn.lianban.identity.PeopleKind.NAME;
import static cn.lianban.identity.PeopleKind.ROLE;
import static cn.lianban.identity.PeopleKind.UNIT;

import cn.lianban.audit.AuditTrail;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads, checks and writes the rows of a staff list. */
@Component
class StaffList {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Accounts accounts;
  private final AccountQueries queries;
  private final Posts posts;
  private final StaffUnits units;
  private final AuditTrail audit;

  StaffList(
      DSLContext sql,
      TenantScope scope,
      Accounts accounts,
      AccountQueries queries,
      Posts posts,
      StaffUnits units,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.accounts = accounts;
    this.queries = queries;
    this.posts = posts;
    this.units = units;
    this.audit = audit;
  }

  /**
   * Everybody in the caller's charge, a row a post; without units that the filter does not name.
   */
  List<Row> rows(Selection selection) {
    String unit = selection.filter("unitId");
    Integer only = unit == null ? null : Ids.parseInt(Unit.KIND, unit);
    List<Account> people = queries.inCharge();
    StaffUnits.Book book = units.book();
    var held = posts.of(people.stream().map(Account::id).toList());
    List<Row> rows = new ArrayList<>();
    for (Account person : people) {
      for (Post post : held.getOrDefault(person.id(), List.of())) {
        if (only == null || only.equals(post.unitId())) {
          rows.add(row(person, post, book.name(post)));
        }
      }
    }
    return rows;
  }

  /** The posts that the rows' people have already, with the unit written as the row writes it. */
  List<Row> current(List<Row> wanted) {
    Map<String, Account> known = known(wanted);
    StaffUnits.Book book = units.book();
    var held = posts.of(known.values().stream().map(Account::id).toList());
    List<Row> found = new ArrayList<>();
    for (Row row : wanted) {
      Account person = known.get(login(row));
      if (person != null && post(held, person, row, book).isPresent()) {
        found.add(
            Row.empty()
                .with(LOGIN, row.text(LOGIN))
                .with(NAME, person.name())
                .with(ROLE, row.text(ROLE))
                .with(UNIT, row.text(UNIT))
                .with(MOBILE, person.mobile()));
      }
    }
    return found;
  }

  void check(List<Row> rows, Findings findings) {
    Map<String, Account> known = known(rows);
    StaffUnits.Book book = units.book();
    var held = posts.of(known.values().stream().map(Account::id).toList());
    Map<String, Filed> filed = new HashMap<>();
    for (Row row : rows) {
      Account person = known.get(login(row));
      try {
        check(row, person, book.find(row.text(UNIT)), filed, held);
      } catch (Rejected refused) {
        findings.refuse(row, column(refused), words(refused));
      }
      if (person != null && person.disabledAt() != null && stays(person)) {
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
    PersonRules.checked(login(row), row.need(NAME), row.text(MOBILE));
    Role role = Role.valueOf(row.need(ROLE));
    Filed before = filed.get(login(row));
    Integer home = before == null ? home(person, unit) : before.home();
    PostRules.check(role, unit, home);
    if (!queries.inMyCharge(home)) {
      throw new Rejected("OUTSIDE_CHARGE", "unitId", "不在您的管理范围内");
    }
    if (person == null && accounts.taken(login(row))) {
      throw new Rejected("LOGIN_TAKEN", "loginName", "登录名已被使用，请换一个");
    }
    if (before == null) {
      List<Post> posts = person == null ? List.of() : held.getOrDefault(person.id(), List.of());
      before = Filed.of(home, posts);
    }
    PostRules.checkApart(role, before.roles());
    before.roles().add(role);
    filed.put(login(row), before);
  }

  private static String words(Rejected refused) {
    String told = refused.toUserError().message();
    boolean noUnit =
        "INVALID".equals(refused.toUserError().code())
            && "unitId".equals(refused.toUserError().field());
    return noUnit ? told + "，单位请写“区级”" : told;
  }

  void apply(List<Change> changes, long importId) {
    StaffUnits.Book book = units.book();
    String nobodyKnows = accounts.hash(FirstPassword.next());
    for (Change change : changes) {
      Row row = change.row();
      Account person = known(List.of(row)).get(login(row));
      Unit unit = book.find(row.text(UNIT));
      Integer home = home(person, unit);
      long id = person == null ? open(row, home, nobodyKnows) : update(person, row);
      if (change.isNew()) {
        posts.assign(id, Role.valueOf(row.need(ROLE)), unit == null ? null : unit.id(), home);
      }
      audit.record("account.import", "account:" + id, Map.of("import", importId));
    }
  }

  private long open(Row row, @Nullable Integer home, String hash) {
    var person = PersonRules.checked(login(row), row.need(NAME), row.text(MOBILE));
    return accounts
        .open(
            new Accounts.NewAccount(person.loginName(), person.name(), "", home, person.mobile()),
            hash,
            true)
        .orElseThrow(() -> new IllegalStateException("login name taken meanwhile"));
  }

  /** Stopped before anybody used it: an import that was taken back. It opens with the next one. */
  private static boolean stays(Account person) {
    return person.disabledAt() == null || person.lastSignInAt() != null;
  }

  private long update(Account person, Row row) {
    String mobile = row.has(MOBILE) ? row.text(MOBILE) : person.mobile();
    sql.update(ACCOUNT)
        .set(ACCOUNT.PERSON_NAME, row.need(NAME).strip())
        .set(ACCOUNT.MOBILE, mobile)
        .set(ACCOUNT.DISABLED_AT, stays(person) ? person.disabledAt() : null)
        .set(ACCOUNT.VERSION, ACCOUNT.VERSION.plus(1))
        .where(ACCOUNT.DISTRICT_ID.eq(scope.district()), ACCOUNT.ID.eq(person.id()))
        .execute();
    return person.id();
  }

  static Optional<Post> post(
      Map<Long, List<Post>> held, Account person, Row row, StaffUnits.Book book) {
    Unit unit = book.find(row.text(UNIT));
    Integer id = unit == null ? null : unit.id();
    return held.getOrDefault(person.id(), List.of()).stream()
        .filter(post -> post.role().name().equals(row.text(ROLE)))
        .filter(post -> Objects.equals(post.unitId(), id))
        .findFirst();
  }

  private static @Nullable Integer home(@Nullable Account person, @Nullable Unit unit) {
    return person != null ? person.subDistrictId() : unit == null ? null : PostRules.placeOf(unit);
  }

  private static Row row(Account person, Post post, @Nullable String unit) {
    return Row.empty()
        .with(LOGIN, person.loginName())
        .with(NAME, person.name())
        .with(ROLE, post.role())
        .with(UNIT, unit)
        .with(MOBILE, person.mobile());
  }

  private static String column(Rejected refused) {
    String field = refused.toUserError().field();
    return field == null ? ROLE : field.equals("unitId") ? UNIT : field;
  }

  /** The rows' people by login name, as far as they are in the caller's charge; one statement. */
  private Map<String, Account> known(List<Row> rows) {
    return queries.byLogins(rows.stream().map(StaffList::login).toList()).stream()
        .collect(Collectors.toMap(Account::loginName, Function.identity()));
  }

  private static String login(Row row) {
    return PersonRules.login(row.need(LOGIN));
  }
}
