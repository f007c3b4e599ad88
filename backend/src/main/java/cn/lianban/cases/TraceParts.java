package cn.lianban.cases;

import cn.lianban.cases.CaseParts.CaseMaterial;
import cn.lianban.cases.CaseParts.Direction;
import cn.lianban.cases.CaseTrace.Asked;
import cn.lianban.cases.CaseTrace.Green;
import cn.lianban.cases.CaseTrace.Handed;
import cn.lianban.cases.CaseTrace.Happening;
import cn.lianban.cases.CaseTrace.Refusal;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Material;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Standstills;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of many cases, by case. */
record TraceParts(
    Set<Long> imported,
    Map<Long, Item> items,
    Map<Long, List<Material>> listed,
    Map<Long, List<Happening>> events,
    Map<Long, List<CaseParts.Handover>> handovers,
    Map<Long, List<Supplements.Supplement>> supplements,
    Map<Long, List<CaseMaterial>> materials,
    Map<Long, Green> greens,
    Map<Long, List<Duty>> clocks,
    Map<Long, List<Standstills.Stop>> stops,
    Map<Long, List<Refusal>> refusals) {

  CaseTrace trace(CaseFile file) {
    long id = file.id();
    Item item = items.get(file.itemId());
    List<Duty> own = clocks.getOrDefault(id, List.of());
    return new CaseTrace(
        file,
        !imported.contains(id),
        item == null ? null : item.cancelledOn(),
        item == null ? null : item.cancelDocument(),
        events.getOrDefault(id, List.of()),
        of(handovers, id).map(TraceParts::handed).toList(),
        of(supplements, id).map(one -> new Asked(one.toldAt(), one.missing())).toList(),
        materials(file),
        greens.get(id),
        own,
        own.stream().filter(TraceParts::legal).flatMap(duty -> of(stops, duty.id())).toList(),
        refusals.getOrDefault(id, List.of()));
  }

  /** The published list, and what the list of its day had the applicant bring. */
  private List<String> materials(CaseFile file) {
    return Stream.concat(
            of(listed, file.itemId()).map(Material::name),
            of(materials, file.id()).map(CaseMaterial::name))
        .distinct()
        .toList();
  }

  /** A step stands still with its case, or waits for another unit: that is no pause of the case. */
  private static boolean legal(Duty duty) {
    return duty.kind().equals(CaseClocks.DECISION) || duty.kind().equals(CaseClocks.ACCEPTANCE);
  }

  private static <T> Stream<T> of(Map<Long, List<T>> rows, long id) {
    return rows.getOrDefault(id, List.of()).stream();
  }

  private static Handed handed(CaseParts.Handover one) {
    return new Handed(
        one.direction() == Direction.UP,
        one.fromUnitId(),
        one.toUnitId(),
        one.sentAt(),
        one.signedAt(),
        one.returnedAt());
  }
}
