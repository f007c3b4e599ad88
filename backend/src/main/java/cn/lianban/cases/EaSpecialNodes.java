package cn.lianban.cases;

import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Change;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Kind;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.Now;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** EA_JC_STEP_SPECIALNODE: every time a case stood still, with its reason and its legal basis. */
@Component
class EaSpecialNodes implements Kind {
  static final String NAME = "nodename";
  static final String UNIT = "procunit";
  static final String FROM = "nodestarttime";
  static final String TO = "nodeendtime";
  static final String TOLD = "notetime";
  static final String BASIS = "nodeprocaccord";
  static final String RESULT = "noderesult";
  private static final List<String> HISTORY = List.of(FROM, BASIS, RESULT);
  private final CaseKind cases;
  private final EaCases named;
  private final EaStandstills standstills;
  private final ForeignNodes nodes;
  private final History history;
  private final Now now;

  EaSpecialNodes(
      CaseKind cases,
      EaCases named,
      EaStandstills standstills,
      ForeignNodes nodes,
      History history,
      Now now) {
    this.cases = cases;
    this.named = named;
    this.standstills = standstills;
    this.nodes = nodes;
    this.history = history;
    this.now = now;
  }

  @Override
  public String name() {
    return "ea-specialnode";
  }

  @Override
  public String title() {
    return "EA_JC_STEP_SPECIALNODE";
  }

  @Override
  public String whyNotUndoable() {
    return "停止计时已改变办件的到期日，办件不能倒退，所以不能整体撤回；写错的请导入更正后的文件";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        EaCases.projid(),
        EaCases.sn(),
        Column.text(NAME, NAME),
        Column.text(UNIT, UNIT),
        Column.text("procer", "procer"),
        Column.instant(FROM, FROM).asRequired(),
        Column.instant(TO, TO),
        Column.instant(TOLD, TOLD),
        Column.text("nodeprocadv", "nodeprocadv").max(1000),
        Column.text(BASIS, BASIS).max(1000).asRequired(),
        Column.code(RESULT, RESULT, EaCodes.specials()));
  }

  @Override
  public void authoriseExport() {
    cases.authoriseExport();
  }

  @Override
  public void authoriseImport() {
    cases.authoriseImport();
  }

  @Override
  public List<Row> current(List<Row> wanted) {
    List<Row> all = new ArrayList<>();
    standstills.of(List.copyOf(named.of(wanted).values())).values().forEach(all::addAll);
    return all;
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    Map<String, CasefileRecord> known = named.check(rows, findings);
    Map<String, Row> before = new HashMap<>();
    Map<String, Instant> free = new HashMap<>();
    for (Row there : current(rows)) {
      before.put(keyOf(there), there);
      Instant to = there.instant(TO);
      free.merge(there.need(EaCases.PROJID), to == null ? Instant.MAX : to, EaSpecialNodes::later);
    }
    for (Row row : inTime(rows)) {
      CasefileRecord one = known.get(row.need(EaCases.PROJID));
      if (one != null) {
        EaNodeRules rules = new EaNodeRules(findings, row, now.instant());
        Row there = before.get(keyOf(row));
        if (there == null) {
          rules.fresh(one, free.getOrDefault(row.need(EaCases.PROJID), Instant.MIN));
          Instant to = row.instant(TO);
          Instant end = to == null ? Instant.MAX : to;
          free.merge(row.need(EaCases.PROJID), end, EaSpecialNodes::later);
        } else {
          rules.known(there, HISTORY);
        }
      }
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A clock is stopped in the order in which it happened, whatever the file's. */
  private static List<Row> inTime(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.instant(FROM))))
        .toList();
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    Map<String, Change> byKey = new HashMap<>();
    changes.forEach(change -> byKey.put(keyOf(change.row()), change));
    List<Row> rows = changes.stream().map(Change::row).toList();
    Map<String, CasefileRecord> known = named.of(rows);
    for (Row row : inTime(rows)) {
      CasefileRecord one = Objects.requireNonNull(known.get(row.need(EaCases.PROJID)));
      Row there = Objects.requireNonNull(byKey.get(keyOf(row))).before();
      String difference = there == null ? history.standStill(one, row) : goOn(one, row, there);
      if (difference != null) {
        incoming.note(row, difference);
      }
      nodes.keep(ForeignNodes.Table.SPECIALNODE, one, row, there);
    }
  }

  private @org.jspecify.annotations.Nullable String goOn(CasefileRecord one, Row row, Row there) {
    Instant to = row.instant(TO);
    return to == null || there.instant(TO) != null ? null : history.goOn(one, to);
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    cases.pages(
        selection,
        (page, rows) -> {
          Map<Long, List<Row>> all = standstills.of(page);
          page.forEach(one -> all.getOrDefault(one.getId(), List.of()).forEach(sink));
        });
  }
}
