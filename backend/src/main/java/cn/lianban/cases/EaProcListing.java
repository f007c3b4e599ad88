package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseEvent;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Column;
import cn.lianban.exchange.Listing;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** EA_JC_STEP_PROC: a case's steps as done; out only, our own history is written by doing. */
@Component
class EaProcListing implements Listing {
  private static final Map<CaseEventKind, String> NAMES =
      Map.of(
          CaseEventKind.RECEIVED, "收件",
          CaseEventKind.ACCEPTED, "受理",
          CaseEventKind.HANDED_UP, "上报",
          CaseEventKind.HANDED_DOWN, "下转",
          CaseEventKind.SIGNED, "签收",
          CaseEventKind.RETURNED, "退回",
          CaseEventKind.DECIDED, "决定",
          CaseEventKind.DELIVERED, "送达");
  private final CaseKind cases;
  private final ForeignCases foreign;
  private final CaseQueries queries;
  private final Units units;

  EaProcListing(CaseKind cases, ForeignCases foreign, CaseQueries queries, Units units) {
    this.cases = cases;
    this.foreign = foreign;
    this.queries = queries;
    this.units = units;
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
        Column.text(EaTable.PROJID, "projid"),
        Column.integer("sn", "sn"),
        Column.text("nodename", "nodename"),
        Column.text("procunit", "procunit"),
        Column.text("nodestate", "nodestate"),
        Column.instant("nodestarttime", "nodestarttime"),
        Column.instant("nodeendtime", "nodeendtime"),
        Column.text("nodeadv", "nodeadv"));
  }

  @Override
  public void authoriseExport() {
    cases.authoriseExport();
  }

  @Override
  public void export(Selection selection, Consumer<Row> sink) {
    long after = 0;
    List<CasefileRecord> page = foreign.page(DSL.noCondition(), after);
    while (!page.isEmpty()) {
      steps(page, sink);
      after = page.getLast().getId();
      page = foreign.page(DSL.noCondition(), after);
    }
  }

  private void steps(List<CasefileRecord> page, Consumer<Row> sink) {
    Map<Long, List<CaseEvent>> events =
        queries.timeline(page.stream().map(CasefileRecord::getId).toList());
    Set<Integer> places = new HashSet<>();
    events.values().forEach(all -> all.forEach(event -> add(places, event)));
    Map<Integer, Unit> named = units.byIds(places);
    for (CasefileRecord one : page) {
      int sn = 0;
      for (CaseEvent event : events.getOrDefault(one.getId(), List.of())) {
        if (NAMES.containsKey(event.kind())) {
          sn++;
          sink.accept(row(one, event, sn, named));
        }
      }
    }
  }

  private static void add(Set<Integer> places, CaseEvent event) {
    if (event.unitId() != null) {
      places.add(event.unitId());
    }
  }

  private static Row row(CasefileRecord one, CaseEvent event, int sn, Map<Integer, Unit> named) {
    Unit unit = event.unitId() == null ? null : named.get(event.unitId());
    String number = one.getForeignNo() == null ? one.getNumber() : one.getForeignNo();
    return Row.empty()
        .with(EaTable.PROJID, number)
        .with("sn", sn)
        .with("nodename", NAMES.get(event.kind()))
        .with("procunit", unit == null ? null : unit.name())
        .with("nodestate", "02")
        .with("nodestarttime", event.at())
        .with("nodeendtime", event.at())
        .with("nodeadv", event.note());
  }
}
