package cn.lianban.cases;

import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What hangs on cases: the item, the clock, hand-overs, timeline, and every unit they name. */
@Component
class CasePartsAhead implements Ahead.Reader<CaseFile> {
  private final CaseQueries queries;
  private final Duties duties;
  private final Items items;
  private final Units units;

  CasePartsAhead(CaseQueries queries, Duties duties, Items items, Units units) {
    this.queries = queries;
    this.duties = duties;
    this.items = items;
    this.units = units;
  }

  @Override
  public Class<CaseFile> parent() {
    return CaseFile.class;
  }

  @Override
  public void read(List<CaseFile> files, Selected below, Ahead.Known known) {
    Collection<Long> ids = files.stream().map(CaseFile::id).toList();
    Set<Integer> named = new HashSet<>();
    if (below.has("item")) {
      known.put(CaseLinksFetcher.ITEMS, distinct(files, CaseFile::itemId), items::byIds);
    }
    if (below.has("duty")) {
      known.put(CaseLoaders.DUTIES, distinct(files, CaseFile::dutyId), duties::byIds);
    }
    if (below.has("handovers")) {
      Map<Long, List<CaseParts.Handover>> found =
          known.put(CaseLoaders.HANDOVERS, ids, queries::handovers);
      found.values().forEach(list -> list.forEach(h -> add(named, h)));
    }
    if (below.has("timeline")) {
      Map<Long, List<CaseParts.CaseEvent>> found =
          known.put(CaseLoaders.TIMELINES, ids, queries::timeline);
      found.values().forEach(list -> list.forEach(e -> add(named, e.unitId())));
    }
    holders(files, below, named);
    known.put(CaseLinksFetcher.UNITS, named, units::byIds);
  }

  private static void holders(List<CaseFile> files, Selected below, Set<Integer> named) {
    if (below.has("acceptUnit")) {
      files.forEach(file -> named.add(file.acceptUnitId()));
    }
    if (below.has("decideUnit")) {
      files.forEach(file -> named.add(file.decideUnitId()));
    }
    if (below.has("holderUnit")) {
      files.forEach(file -> named.add(file.holderUnitId()));
    }
  }

  private static void add(Set<Integer> named, CaseParts.Handover handover) {
    named.add(handover.fromUnitId());
    named.add(handover.toUnitId());
  }

  private static void add(Set<Integer> named, @org.jspecify.annotations.Nullable Integer unit) {
    if (unit != null) {
      named.add(unit);
    }
  }

  private static Set<Long> distinct(
      List<CaseFile> files,
      java.util.function.Function<CaseFile, @org.jspecify.annotations.Nullable Long> id) {
    return files.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
