package cn.lianban.cases;

import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Together;
import cn.lianban.tenancy.Units;
import cn.lianban.tenancy.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on cases: item, clock, hand-overs, timeline, steps, and every unit they name. */
@Component
class CasePartsAhead implements Ahead.Reader<CaseFile> {
  private final CaseQuestions questions;
  private final StepQuestions steps;
  private final Duties duties;
  private final Items items;
  private final Units units;
  private final Together together;

  CasePartsAhead(
      CaseQuestions questions,
      StepQuestions steps,
      Duties duties,
      Items items,
      Units units,
      Together together) {
    this.questions = questions;
    this.steps = steps;
    this.duties = duties;
    this.items = items;
    this.units = units;
    this.together = together;
  }

  @Override
  public Class<CaseFile> parent() {
    return CaseFile.class;
  }

  @Override
  public void read(List<CaseFile> files, Selected below, Ahead.Known known) {
    Wanted wanted = together.in(known);
    items(files.stream().map(CaseFile::itemId), below, known);
    if (below.has("duty")) {
      wanted.add(CaseLoaders.DUTIES, distinct(files, CaseFile::dutyId), duties::byIds);
    }
    byCases(files.stream().map(CaseFile::id).toList(), below, known);
    units(wanted, files.stream().flatMap(file -> holders(file, below)));
  }

  /** The items of cases: a clock names its own, so that a queue need not wait for its cases. */
  void items(Stream<@Nullable Long> ids, Selected below, Ahead.Known known) {
    if (below.has("item")) {
      Set<Long> named = ids.filter(Objects::nonNull).collect(Collectors.toSet());
      together.in(known).add(CaseLinksFetcher.ITEMS, named, items::byIds);
    }
  }

  /** What can be asked as long as nothing but their ids is known. */
  void byCases(Collection<Long> ids, Selected below, Ahead.Known known) {
    Wanted wanted = together.in(known);
    if (below.has("handovers")) {
      wanted.<Long, List<CaseParts.Handover>>add(
          CaseLoaders.HANDOVERS,
          ids,
          questions::handovers,
          found -> units(wanted, found.stream().flatMap(List::stream).flatMap(this::ends)));
    }
    if (below.has("timeline")) {
      wanted.<Long, List<CaseParts.CaseEvent>>add(
          CaseLoaders.TIMELINES,
          ids,
          questions::timelines,
          found ->
              units(wanted, found.stream().flatMap(List::stream).map(CaseParts.CaseEvent::unitId)));
    }
    if (below.has("steps")) {
      Selected asked = below.below("steps");
      wanted.<Long, List<CaseStep>>add(
          CaseLoaders.STEPS,
          ids,
          steps::byCases,
          found -> ofSteps(found.stream().flatMap(List::stream).toList(), asked, wanted));
    }
  }

  private void ofSteps(List<CaseStep> found, Selected below, Wanted wanted) {
    if (below.has("unit")) {
      units(wanted, found.stream().map(CaseStep::unitId));
    }
    if (below.has("duty")) {
      wanted.add(CaseLoaders.DUTIES, distinct(found, CaseStep::dutyId), duties::byIds);
    }
  }

  private static Stream<Integer> holders(CaseFile file, Selected below) {
    return Stream.of(
            below.has("acceptUnit") ? file.acceptUnitId() : null,
            below.has("decideUnit") ? file.decideUnitId() : null,
            below.has("holderUnit") ? file.holderUnitId() : null)
        .filter(Objects::nonNull);
  }

  private Stream<Integer> ends(CaseParts.Handover handover) {
    return Stream.of(handover.fromUnitId(), handover.toUnitId());
  }

  private void units(Wanted wanted, Stream<@Nullable Integer> named) {
    List<Integer> ids = named.filter(Objects::nonNull).distinct().toList();
    wanted.add(CaseLinksFetcher.UNITS, ids, units::byIds);
  }

  private static <P> Collection<Long> distinct(List<P> rows, Function<P, @Nullable Long> id) {
    return rows.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
