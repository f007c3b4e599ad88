package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.PastItems;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Cases of other platforms, in and out: nobody types them twice (domain.md 0.1). */
@Component
class CaseKind implements Kind {
  private final Posts posts;
  private final ForeignCases cases;
  private final ForeignRows rows;
  private final History history;
  private final CasesTakenBack takingBack;
  private final Items items;
  private final PastItems pastItems;
  private final Units units;
  private final Now now;

  CaseKind(
      Posts posts,
      ForeignCases cases,
      ForeignRows rows,
      History history,
      CasesTakenBack takingBack,
      Items items,
      PastItems pastItems,
      Units units,
      Now now) {
    this.posts = posts;
    this.cases = cases;
    this.rows = rows;
    this.history = history;
    this.takingBack = takingBack;
    this.items = items;
    this.pastItems = pastItems;
    this.units = units;
    this.now = now;
  }

  @Override
  public String name() {
    return "cases";
  }

  @Override
  public String title() {
    return "办件";
  }

  @Override
  public List<Column> columns() {
    return CaseColumns.all();
  }

  @Override
  public void authoriseExport() {
    posts.require(Role.DISTRICT_ADMIN, Role.SUPERVISOR, Role.AUDITOR);
  }

  @Override
  public void authoriseImport() {
    posts.require(Role.DISTRICT_ADMIN);
  }

  @Override
  public Set<String> filters() {
    return CaseFilters.NAMES;
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    return cases.known(wanted);
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    CaseRowRules rules = new CaseRowRules(findings, now.instant());
    Map<String, Row> known = new HashMap<>();
    cases.known(rows).forEach(row -> known.put(keyOf(row), row));
    Lists lists = lists(rows);
    Map<Long, Set<Integer>> opened =
        pastItems.acceptableAt(lists.items().values().stream().map(Item::id).toList());
    for (Row row : rows) {
      if (row.need(CaseColumns.SOURCE).equals(ForeignCases.OWN)) {
        findings.refuse(row, CaseColumns.SOURCE, "本系统自己的办件不能由文件改动");
        continue;
      }
      Row before = known.get(keyOf(row));
      rules.times(row.over(before));
      rules.pairs(row.over(before));
      rules.agent(row.over(before));
      if (before != null) {
        rules.unchanged(row, before);
        continue;
      }
      Item item = lists.items().get(row.need(CaseColumns.ITEM_CODE));
      Unit unit = lists.units().get(row.need(CaseColumns.ACCEPT_UNIT));
      boolean here =
          item != null
              && unit != null
              && opened.getOrDefault(item.id(), Set.of()).contains(unit.id());
      rules.item(row, item, unit, here);
    }
  }

  private Lists lists(List<Row> rows) {
    return new Lists(
        items.byCodes(named(rows, CaseColumns.ITEM_CODE)),
        units.byNames(named(rows, CaseColumns.ACCEPT_UNIT)));
  }

  private static List<String> named(List<Row> rows, String column) {
    return rows.stream()
        .map(row -> row.text(column))
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    List<Row> rows = changes.stream().map(Change::row).toList();
    Lists lists = lists(rows);
    history.write(
        changes.stream().filter(Change::isNew).map(change -> fresh(change.row(), lists)).toList(),
        incoming::note);
    goOn(changes.stream().filter(change -> !change.isNew()).toList(), incoming);
  }

  private static History.Fresh fresh(Row row, Lists lists) {
    return new History.Fresh(
        row,
        java.util.Objects.requireNonNull(lists.items().get(row.need(CaseColumns.ITEM_CODE))),
        java.util.Objects.requireNonNull(lists.units().get(row.need(CaseColumns.ACCEPT_UNIT))));
  }

  private void goOn(List<Change> changes, Incoming incoming) {
    Map<String, Long> ids = cases.ids(changes.stream().map(Change::row).toList());
    for (Change change : changes) {
      long id = java.util.Objects.requireNonNull(ids.get(ForeignCases.key(change.row())));
      Row before = java.util.Objects.requireNonNull(change.before());
      note(incoming, change.row(), history.goOn(id, change.row(), before));
    }
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    takingBack.remove(rows, findings);
  }

  /** Steps that a later file added have happened: a case does not go backwards. */
  @Override
  public void restore(List<Change> changes, Findings findings, Incoming incoming) {
    changes.forEach(change -> findings.refuse(change.row(), null, "这次导入补记了办件的后续环节，办件不能倒退"));
  }

  private static void note(
      Incoming incoming, Row row, @org.jspecify.annotations.Nullable String difference) {
    if (difference != null) {
      incoming.note(row, difference);
    }
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    pages(selection, (page, rows) -> rows.forEach(sink));
  }

  /** What the filters admit, page by page: the records and their rows, applicants masked. */
  void pages(Selection selection, BiConsumer<List<CasefileRecord>, List<Row>> sink) {
    Condition which = CaseFilters.condition(selection);
    long after = 0;
    var page = cases.page(which, after);
    while (!page.isEmpty()) {
      sink.accept(page, rows.of(page, true));
      after = page.getLast().getId();
      page = cases.page(which, after);
    }
  }

  /** Items by code, units by name. */
  private record Lists(Map<String, Item> items, Map<String, Unit> units) {}
}
