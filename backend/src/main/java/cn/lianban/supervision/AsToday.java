package cn.lianban.supervision;

import cn.lianban.cases.DecidedCounts.DecidedCount;
import cn.lianban.evaluation.Ratings.Tally;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Figures of units that ended, put to who stands for them today; comparable over a merger. Without
 * heirs every figure stays with the unit that earned it.
 *
 * @param heirs ended unit → open unit
 */
record AsToday(Map<Integer, Integer> heirs) {

  int of(int unitId) {
    return heirs.getOrDefault(unitId, unitId);
  }

  Collection<Tally> tallies(Collection<Tally> then) {
    return then.stream()
        .map(t -> new Tally(of(t.unitId()), t.month(), t.rated(), t.satisfied(), t.own()))
        .collect(Collectors.toMap(t -> new At(t.unitId(), t.month()), t -> t, AsToday::sum))
        .values();
  }

  List<DecidedCount> counts(Collection<DecidedCount> then) {
    return List.copyOf(
        then.stream()
            .map(c -> new DecidedCount(of(c.unitId()), c.month(), c.decided(), c.own()))
            .collect(Collectors.toMap(c -> new At(c.unitId(), c.month()), c -> c, AsToday::sum))
            .values());
  }

  /** A part that is sealed seals the sum. */
  private static Tally sum(Tally one, Tally other) {
    Integer satisfied = one.satisfied();
    Integer more = other.satisfied();
    @Nullable Integer both = satisfied == null || more == null ? null : satisfied + more;
    return new Tally(
        one.unitId(), one.month(), one.rated() + other.rated(), both, one.own() + other.own());
  }

  private static DecidedCount sum(DecidedCount one, DecidedCount other) {
    return new DecidedCount(
        one.unitId(), one.month(), one.decided() + other.decided(), one.own() + other.own());
  }

  private record At(int unitId, LocalDate month) {}
}
