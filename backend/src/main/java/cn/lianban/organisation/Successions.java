package cn.lianban.organisation;

import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Carries a change out: new units are made, heirs inherit, what ends is closed. One transaction.
 */
@Component
class Successions {
  private final Units units;
  private final ChangeQueries queries;
  private final ChangeRows rows;
  private final List<Heir> heirs;
  private final AuditTrail audit;
  private final Now now;

  Successions(
      Units units,
      ChangeQueries queries,
      ChangeRows rows,
      List<Heir> heirs,
      AuditTrail audit,
      Now now) {
    this.units = units;
    this.queries = queries;
    this.rows = rows;
    this.heirs = heirs.stream().sorted(Comparator.comparing(Heir::part)).toList();
    this.audit = audit;
    this.now = now;
  }

  /**
   * @throws Rejected UNIT_CLOSED, NAME_TAKEN, or what an heir refuses with
   */
  void carryOut(long id) {
    UnitChange change = queries.find(id).orElseThrow();
    if (!change.waits()) {
      return;
    }
    Map<String, Integer> made = new HashMap<>();
    Set<Integer> ending = new HashSet<>();
    for (UnitChange.Part part : remainderLast(change.parts())) {
      Unit from = units.lock(part.fromUnitId(), null, "id");
      int to = target(change, part, from, made);
      Estate went = handOn(change, part, to);
      rows.done(id, part, to, went);
      if (part.ends()) {
        ending.add(from.id());
      }
    }
    ending.forEach(unit -> units.close(unit, change.effectiveOn()));
    rows.done(id, now.instant());
    audit.record("unit.changeDone", "unitChange:" + id, Map.of("closed", ending.size()));
  }

  /** What goes over if the unit ended now. */
  Estate estate(int unitId) {
    Succession all = new Succession(unitId, 0, null, "");
    EnumMap<Estate.Part, Integer> counts = Estate.none();
    heirs.forEach(heir -> counts.merge(heir.part(), heir.count(all), Integer::sum));
    return Estate.of(counts);
  }

  /** Who takes named items takes them before the one who takes the rest. */
  private static List<UnitChange.Part> remainderLast(List<UnitChange.Part> parts) {
    return parts.stream().sorted(Comparator.comparing(part -> part.items() == null)).toList();
  }

  private int target(
      UnitChange change, UnitChange.Part part, Unit from, Map<String, Integer> made) {
    if (change.kind() == UnitChange.Kind.RENAME) {
      refuseTaken(part.newName());
      units.rename(from.id(), part.newName());
      return from.id();
    }
    Integer existing = part.toUnitId();
    if (existing != null) {
      return units.lock(existing, null, "intoId").id();
    }
    return made.computeIfAbsent(
        part.newName(),
        name -> {
          refuseTaken(name);
          var place = from.subDistrict();
          return units.create(from.kind(), name, place == null ? null : place.id());
        });
  }

  private void refuseTaken(String name) {
    if (units.named(name).isPresent()) {
      throw new Rejected("NAME_TAKEN", "name", "已有同名单位");
    }
  }

  private Estate handOn(UnitChange change, UnitChange.Part part, int to) {
    EnumMap<Estate.Part, Integer> counts = Estate.none();
    if (change.kind() != UnitChange.Kind.RENAME) {
      List<Long> items = part.items();
      Succession succession =
          new Succession(
              part.fromUnitId(), to, items == null ? null : Set.copyOf(items), change.cause(part));
      for (Heir heir : heirs) {
        counts.merge(heir.part(), heir.handOn(succession), Integer::sum);
      }
      if (part.ends() && items == null) {
        inheritAliases(part.fromUnitId(), to);
      }
    }
    return Estate.of(counts);
  }

  /** Lists published before still name the old codes: they find the successor from now on. */
  private void inheritAliases(int from, int to) {
    List<String> codes = units.aliases(List.of(from)).getOrDefault(from, List.of());
    codes.forEach(code -> units.addAlias(to, code));
  }
}
