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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * EA_JC_STEP_PROC: the steps of a case. What another platform tells is kept word for word and goes
 * out again so; it moves no clock: acceptance, standstills and the end have tables of their own.
 */
@Component
class EaProc implements Kind {
  static final String NAME = "nodename";
  static final String CODE = "nodecode";
  static final String TYPE = "nodetype";
  static final String PERSON = "nodeprocer";
  static final String UNIT = "procunit";
  static final String STATE = "nodestate";
  static final String FROM = "nodestarttime";
  static final String TO = "nodeendtime";
  static final String ADVICE = "nodeadv";
  static final String LIMIT = "timelimit";
  static final String LIMIT_UNIT = "promisetimeunit";
  static final String RESULT = "noderesult";
  private final CaseKind cases;
  private final EaCases named;
  private final EaSteps steps;
  private final ForeignNodes nodes;
  private final Now now;

  EaProc(CaseKind cases, EaCases named, EaSteps steps, ForeignNodes nodes, Now now) {
    this.cases = cases;
    this.named = named;
    this.steps = steps;
    this.nodes = nodes;
    this.now = now;
  }

  @Override
  public String name() {
    return "ea-proc";
  }

  @Override
  public String title() {
    return "EA_JC_STEP_PROC";
  }

  @Override
  public List<Column> columns() {
    return List.of(
        EaCases.projid(),
        EaCases.sn(),
        Column.text(NAME, NAME).asRequired(),
        Column.text(CODE, CODE).max(100),
        Column.code(TYPE, TYPE, EaCodes.nodeTypes()),
        Column.text(PERSON, PERSON),
        Column.text(UNIT, UNIT),
        Column.code(STATE, STATE, EaCodes.nodeStates()),
        Column.instant(FROM, FROM).asRequired(),
        Column.instant(TO, TO),
        Column.text(ADVICE, ADVICE).max(1000),
        Column.integer(LIMIT, LIMIT),
        Column.code(LIMIT_UNIT, LIMIT_UNIT, EaCodes.limitUnits()),
        Column.code(RESULT, RESULT, EaCodes.nodeResults()));
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
    Map<String, CasefileRecord> known = named.of(wanted);
    Map<Long, List<Row>> told =
        nodes.of(
            ForeignNodes.Table.PROC, known.values().stream().map(CasefileRecord::getId).toList());
    List<Row> rows = new ArrayList<>();
    known.forEach(
        (number, one) ->
            told.getOrDefault(one.getId(), List.of())
                .forEach(row -> rows.add(row.with(EaCases.PROJID, number))));
    return rows;
  }

  @Override
  public void check(List<Row> rows, Findings findings) {
    named.check(rows, findings);
    for (Row row : rows) {
      Instant from = row.instant(FROM);
      Instant to = row.instant(TO);
      refuseAhead(row, FROM, from, findings);
      refuseAhead(row, TO, to, findings);
      if (from != null && to != null && to.isBefore(from)) {
        findings.refuse(row, TO, "结束不能早于开始");
      }
      if ("02".equals(row.text(STATE)) && to == null) {
        findings.refuse(row, TO, "已办的环节须有结束时间");
      }
    }
  }

  private void refuseAhead(Row row, String column, @Nullable Instant at, Findings findings) {
    if (at != null && at.isAfter(now.instant())) {
      findings.refuse(row, column, "时间在将来");
    }
  }

  @Override
  public void apply(List<Change> changes, Incoming incoming) {
    Map<String, CasefileRecord> known = named.of(changes.stream().map(Change::row).toList());
    for (Change change : changes) {
      CasefileRecord one = Objects.requireNonNull(known.get(change.row().need(EaCases.PROJID)));
      nodes.keep(ForeignNodes.Table.PROC, one, change.row(), change.before());
    }
  }

  @Override
  public boolean undoable() {
    return true;
  }

  @Override
  public void remove(List<Row> rows, Findings findings) {
    Map<String, CasefileRecord> known = named.of(rows);
    for (Row row : rows) {
      CasefileRecord one = Objects.requireNonNull(known.get(row.need(EaCases.PROJID)));
      nodes.remove(
          ForeignNodes.Table.PROC, one.getId(), Integer.parseInt(row.need(ForeignNodes.SN)));
    }
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    cases.pages(selection, (page, rows) -> steps.of(page).forEach(sink));
  }
}
