package cn.lianban.identity;

import cn.lianban.api.types.AccountOrder;
import cn.lianban.api.types.AccountState;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.ScreenListing;
import cn.lianban.exchange.Selection;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts in the caller's charge as their screen shows them. */
@Component
class AccountListing extends ScreenListing<Account> {
  private static final String POSTS = "posts";
  private static final String STATE = "state";
  private static final String LAST = "last";
  private final AccountQueries accounts;
  private final Posts posts;
  private final Units units;
  private final Districts districts;

  AccountListing(AccountQueries accounts, Posts posts, Units units, Districts districts) {
    this.accounts = accounts;
    this.posts = posts;
    this.units = units;
    this.districts = districts;
  }

  @Override
  public String name() {
    return "account-list";
  }

  @Override
  public String title() {
    return "账号";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        Column.text("login", "登录名"),
        Column.text("name", "姓名"),
        Column.text(POSTS, "岗位"),
        Column.text(STATE, "状态"),
        Column.text(LAST, "最近登录"));
  }

  @Override
  public void authoriseExport() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
  }

  @Override
  protected Page<Account> page(Selection selection, int first, @Nullable String after) {
    String unit = selection.filter("unitId");
    AccountQueries.Filter filter =
        new AccountQueries.Filter(
            unit == null ? null : Ids.parseInt(Unit.KIND, unit),
            selection.filter("role", Role.class),
            selection.filter(STATE, AccountState.class));
    AccountOrder order = selection.order(AccountOrder.class);
    return accounts.page(first, after, selection.filter("search"), filter, order);
  }

  @Override
  protected List<Row> rows(List<Account> nodes, Selection selection) {
    Map<Long, List<Post>> held = posts.of(nodes.stream().map(Account::id).toList());
    List<Integer> unitIds =
        held.values().stream()
            .flatMap(List::stream)
            .map(Post::unitId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<Integer, Unit> named = units.byIds(unitIds);
    Map<Integer, SubDistrict> around =
        districts.subDistricts().stream()
            .collect(Collectors.toMap(SubDistrict::id, Function.identity()));
    Function<Post, String> words =
        post ->
            selection.word(POSTS, post.role().name())
                + Stream.of(place(post, named, around))
                    .filter(place -> !place.isEmpty())
                    .map(place -> " · " + place)
                    .collect(Collectors.joining());
    return nodes.stream()
        .map(
            account ->
                Row.empty()
                    .with("login", account.loginName())
                    .with("name", account.name())
                    .with(POSTS, told(held.getOrDefault(account.id(), List.of()), words, selection))
                    .with(STATE, state(account, selection))
                    .with(LAST, last(account, selection)))
        .toList();
  }

  private static String told(List<Post> held, Function<Post, String> words, Selection selection) {
    String next = selection.wordOrNothing(POSTS, "NEXT");
    return held.stream().map(words).collect(Collectors.joining(next.isEmpty() ? "；" : next));
  }

  private static String place(
      Post post, Map<Integer, Unit> units, Map<Integer, SubDistrict> places) {
    Unit unit = post.unitId() == null ? null : units.get(post.unitId());
    if (unit != null) {
      return unit.name();
    }
    SubDistrict place = post.subDistrictId() == null ? null : places.get(post.subDistrictId());
    return place == null ? "" : place.name();
  }

  private static String state(Account account, Selection selection) {
    String state =
        selection.word(
            STATE, account.disabledAt() == null ? "ACTIVE" : AccountState.DISABLED.name());
    return account.mustChangePassword()
        ? state + " " + selection.word(STATE, AccountState.FIRST_PASSWORD.name())
        : state;
  }

  private static String last(Account account, Selection selection) {
    return account.lastSignInAt() == null
        ? selection.word(LAST, "NEVER")
        : moment(account.lastSignInAt());
  }
}
