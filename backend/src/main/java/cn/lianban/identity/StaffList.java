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
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes the rows of a staff list. */
@Component
class StaffList {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Accounts accounts;
  private final AccountQueries queries;
  private final Posts posts;
  private final StaffUnits units;
  private final StaffChecks checks;
  private final AuditTrail audit;

  StaffList(
      DSLContext sql,
      TenantScope scope,
      Accounts accounts,
      AccountQueries queries,
      Posts posts,
      StaffUnits units,
      StaffChecks checks,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.accounts = accounts;
    this.queries = queries;
    this.posts = posts;
    this.units = units;
    this.checks = checks;
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
    checks.check(rows, known(rows), findings);
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
  static boolean stays(Account person) {
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

  static @Nullable Integer home(@Nullable Account person, @Nullable Unit unit) {
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

  /** The rows' people by login name, as far as they are in the caller's charge; one statement. */
  private Map<String, Account> known(List<Row> rows) {
    return queries.byLogins(rows.stream().map(StaffList::login).toList()).stream()
        .collect(Collectors.toMap(Account::loginName, Function.identity()));
  }

  static String login(Row row) {
    return PersonRules.login(row.need(LOGIN));
  }
}
