package cn.lianban.supervision;

import cn.lianban.cases.DecidedCounts.DecidedCount;
import cn.lianban.evaluation.Ratings.Tally;
import cn.lianban.supervision.Board.SatisfactionCell;
import cn.lianban.tenancy.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lays ratings and decided cases side by side; a month without either has no cell. */
final class Cells {
  private Cells() {}

  static List<SatisfactionCell> of(
      Map<Integer, Unit> units, Collection<Tally> tallies, Collection<DecidedCount> counts) {
    Map<UnitMonth, Tally> rated = new HashMap<>();
    tallies.forEach(tally -> rated.put(new UnitMonth(tally.unitId(), tally.month()), tally));
    Map<UnitMonth, Integer> decided = new HashMap<>();
    counts.forEach(c -> decided.put(new UnitMonth(c.unitId(), c.month()), c.decided()));
    Set<UnitMonth> all = new HashSet<>(rated.keySet());
    all.addAll(decided.keySet());
    return all.stream()
        .map(at -> cell(units, at, rated.get(at), decided.getOrDefault(at, 0)))
        .sorted(
            Comparator.comparing((SatisfactionCell cell) -> cell.unit().name())
                .thenComparing(SatisfactionCell::month))
        .toList();
  }

  private static SatisfactionCell cell(
      Map<Integer, Unit> units,
      UnitMonth at,
      @org.jspecify.annotations.Nullable Tally tally,
      int decided) {
    Unit unit = Objects.requireNonNull(units.get(at.unitId()));
    return tally == null
        ? new SatisfactionCell(unit, at.month(), 0, 0, decided)
        : new SatisfactionCell(unit, at.month(), tally.satisfied(), tally.rated(), decided);
  }

  private record UnitMonth(int unitId, LocalDate month) {}
}
