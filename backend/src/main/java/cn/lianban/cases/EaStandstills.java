package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseEvent;
import cn.lianban.clock.Standstills;
import cn.lianban.clock.Standstills.Stop;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every standstill of cases as rows of EA_JC_STEP_SPECIALNODE; five statements for any number. */
@Component
class EaStandstills {
  private final Standstills stops;
  private final ForeignNodes nodes;
  private final CaseQueries queries;
  private final Units units;

  EaStandstills(Standstills stops, ForeignNodes nodes, CaseQueries queries, Units units) {
    this.stops = stops;
    this.nodes = nodes;
    this.queries = queries;
    this.units = units;
  }

  /** By case. What another platform told stands in its words, the rest in ours. */
  Map<Long, List<Row>> of(Collection<CasefileRecord> cases) {
    List<Long> ids = cases.stream().map(CasefileRecord::getId).toList();
    Map<Long, List<Stop>> found =
        stops.of(cases.stream().map(CasefileRecord::getDutyId).filter(Objects::nonNull).toList());
    Map<Long, List<Row>> told = nodes.of(ForeignNodes.Table.SPECIALNODE, ids);
    Map<Long, List<CaseEvent>> events = queries.timeline(ids);
    Set<Integer> places = new HashSet<>();
    events.values().forEach(all -> all.forEach(event -> add(places, event.unitId())));
    cases.forEach(one -> add(places, one.getDecideUnitId()));
    Map<Integer, Unit> named = units.byIds(places);
    Map<Long, List<Row>> rows = new HashMap<>();
    for (CasefileRecord one : cases) {
      List<Stop> his =
          one.getDutyId() == null ? List.of() : found.getOrDefault(one.getDutyId(), List.of());
      rows.put(
          one.getId(),
          rows(
              one,
              his.stream().sorted(Comparator.comparing(Stop::fromAt)).toList(),
              told.getOrDefault(one.getId(), List.of()),
              stop -> unit(one, stop, events.getOrDefault(one.getId(), List.of()), named)));
    }
    return rows;
  }

  private static void add(Set<Integer> places, @Nullable Integer unit) {
    if (unit != null) {
      places.add(unit);
    }
  }

  /** Where the case lay when it was stopped. */
  private static @Nullable String unit(
      CasefileRecord one, Stop stop, List<CaseEvent> events, Map<Integer, Unit> named) {
    Integer place =
        events.stream()
            .filter(event -> event.kind() == CaseEventKind.SUSPENDED)
            .filter(event -> event.at().equals(stop.fromAt()))
            .map(CaseEvent::unitId)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(one.getDecideUnitId());
    return Unit.nameOf(named.get(place));
  }

  private static List<Row> rows(
      CasefileRecord one,
      List<Stop> stops,
      List<Row> told,
      java.util.function.Function<Stop, @Nullable String> unit) {
    Map<Instant, Row> words = new HashMap<>();
    told.forEach(row -> words.put(Objects.requireNonNull(row.instant(EaSpecialNodes.FROM)), row));
    Set<String> taken =
        told.stream().map(row -> row.need(ForeignNodes.SN)).collect(Collectors.toSet());
    List<Row> rows = new ArrayList<>();
    int sn = 0;
    for (Stop stop : stops) {
      sn++;
      Row row = words.get(stop.fromAt());
      if (row == null) {
        while (!taken.add(String.valueOf(sn))) {
          sn++;
        }
        row = ours(stop, unit.apply(stop)).with(ForeignNodes.SN, sn);
      }
      rows.add(row.with(EaCases.PROJID, EaCases.number(one)).with(EaSpecialNodes.TO, stop.toAt()));
    }
    return rows;
  }

  private static Row ours(Stop stop, @Nullable String unit) {
    String code = EaCodes.special(stop.reason());
    return Row.empty()
        .with(EaSpecialNodes.NAME, EaCodes.specials().get(code))
        .with(EaSpecialNodes.UNIT, unit)
        .with(EaSpecialNodes.FROM, stop.fromAt())
        .with(EaSpecialNodes.TOLD, stop.toldAt())
        .with(EaSpecialNodes.BASIS, stop.basis())
        .with(EaSpecialNodes.RESULT, code);
  }
}
