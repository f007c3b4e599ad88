package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseEvent;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The steps of cases as rows of EA_JC_STEP_PROC: another platform's as it told them, our own from
 * their history. An own step lasts from what happened before it to what is told of it.
 */
@Component
class EaSteps {
  private final CaseQueries queries;
  private final ForeignNodes nodes;
  private final Items items;
  private final Units units;

  EaSteps(CaseQueries queries, ForeignNodes nodes, Items items, Units units) {
    this.queries = queries;
    this.nodes = nodes;
    this.items = items;
    this.units = units;
  }

  /** In the order of the cases. */
  List<Row> of(List<CasefileRecord> cases) {
    List<Long> ids = cases.stream().map(CasefileRecord::getId).toList();
    Map<Long, List<Row>> told = nodes.of(ForeignNodes.Table.PROC, ids);
    Map<Long, List<CaseEvent>> events = queries.timeline(ids);
    Set<Integer> places = new HashSet<>();
    events.values().stream()
        .flatMap(List::stream)
        .map(CaseEvent::unitId)
        .filter(Objects::nonNull)
        .forEach(places::add);
    Map<Integer, Unit> named = units.byIds(places);
    Map<Long, Item> listed =
        items.byIds(cases.stream().map(CasefileRecord::getItemId).collect(Collectors.toSet()));
    List<Row> rows = new ArrayList<>();
    for (CasefileRecord one : cases) {
      String number = EaCases.number(one);
      List<Row> his = told.get(one.getId());
      if (his == null) {
        Item item = listed.get(one.getItemId());
        his = own(one, events.getOrDefault(one.getId(), List.of()), item, named);
      }
      his.forEach(row -> rows.add(row.with(EaCases.PROJID, number)));
    }
    return rows;
  }

  private static List<Row> own(
      CasefileRecord one, List<CaseEvent> all, @Nullable Item item, Map<Integer, Unit> named) {
    List<CaseEvent> steps =
        all.stream().filter(event -> EaCodes.node(event.kind()) != null).toList();
    List<Row> rows = new ArrayList<>();
    Instant before = null;
    for (int i = 0; i < steps.size(); i++) {
      CaseEvent event = steps.get(i);
      EaCodes.Node node = Objects.requireNonNull(EaCodes.node(event.kind()));
      Unit unit = event.unitId() == null ? null : named.get(event.unitId());
      rows.add(
          Row.empty()
              .with(ForeignNodes.SN, i + 1)
              .with(EaProc.NAME, node.name())
              .with(EaProc.CODE, event.kind())
              .with(EaProc.TYPE, type(i, steps.size(), event.kind()))
              .with(EaProc.PERSON, Unit.nameOf(unit))
              .with(EaProc.UNIT, Unit.nameOf(unit))
              .with(EaProc.STATE, "02")
              .with(EaProc.FROM, before == null ? event.at() : before)
              .with(EaProc.TO, event.at())
              .with(EaProc.ADVICE, event.note())
              .with(EaProc.LIMIT, limit(item, event.kind()))
              .with(EaProc.LIMIT_UNIT, limitUnit(item, event.kind()))
              .with(EaProc.RESULT, result(one, event.kind(), node)));
      before = event.at();
    }
    return rows;
  }

  /** 4 stands alone, 1 begins, 3 ends, 2 lies between. */
  private static String type(int index, int count, CaseEventKind kind) {
    boolean ends = index == count - 1 && EaCodes.ends(kind);
    if (index == 0) {
      return ends ? "4" : "1";
    }
    return ends ? "3" : "2";
  }

  private static @Nullable String result(
      CasefileRecord one, CaseEventKind kind, EaCodes.Node node) {
    if (kind != CaseEventKind.DECIDED) {
      return node.result();
    }
    return CaseOutcome.REFUSED.name().equals(one.getOutcome()) ? "0" : "1";
  }

  /** The decision is what the promise is about. */
  private static @Nullable Integer limit(@Nullable Item item, CaseEventKind kind) {
    return item == null || kind != CaseEventKind.DECIDED ? null : item.promisedLimit();
  }

  private static @Nullable String limitUnit(@Nullable Item item, CaseEventKind kind) {
    return item == null || limit(item, kind) == null ? null : EaCodes.limitUnit(item.limitUnit());
  }
}
