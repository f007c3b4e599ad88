package cn.lianban.cases;

import cn.lianban.catalog.Items;
import cn.lianban.clock.Duties;
import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Selected;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on cases: the item, the clock, hand-overs, timeline, and every unit they name. */
@Component
class CasePartsAhead implements Ahead.Reader<CaseFile> {
  private final CaseQuestions questions;
  private final Duties duties;
  private final Items items;
  private final Units units;
  private final TenantScope scope;

  CasePartsAhead(
      CaseQuestions questions, Duties duties, Items items, Units units, TenantScope scope) {
    this.questions = questions;
    this.duties = duties;
    this.items = items;
    this.units = units;
    this.scope = scope;
  }

  @Override
  public Class<CaseFile> parent() {
    return CaseFile.class;
  }

  @Override
  public void read(List<CaseFile> files, Selected below, Ahead.Known known) {
    Set<Integer> named = new HashSet<>();
    Round round = new Round(scope);
    List<Runnable> answers = new ArrayList<>();
    links(files, below, known, round, answers);
    parts(files, below, known, round, answers, named);
    round.go();
    answers.forEach(Runnable::run);
    holders(files, below, named);
    known.put(CaseLinksFetcher.UNITS, named, units::byIds);
  }

  private void links(
      List<CaseFile> files,
      Selected below,
      Ahead.Known known,
      Round round,
      List<Runnable> answers) {
    if (below.has("item")) {
      Set<Long> ids = distinct(files, CaseFile::itemId);
      var found = items.byIds(round, ids);
      answers.add(() -> known.put(CaseLinksFetcher.ITEMS, ids, asked -> found.get()));
    }
    if (below.has("duty")) {
      Set<Long> ids = distinct(files, CaseFile::dutyId);
      var found = duties.byIds(round, ids);
      answers.add(() -> known.put(CaseLoaders.DUTIES, ids, asked -> found.get()));
    }
  }

  private void parts(
      List<CaseFile> files,
      Selected below,
      Ahead.Known known,
      Round round,
      List<Runnable> answers,
      Set<Integer> named) {
    Collection<Long> ids = files.stream().map(CaseFile::id).toList();
    if (below.has("handovers")) {
      var found = questions.handovers(round, ids);
      answers.add(
          () ->
              known.put(CaseLoaders.HANDOVERS, ids, asked -> found.get()).values().stream()
                  .flatMap(List::stream)
                  .forEach(handover -> add(named, handover)));
    }
    if (below.has("timeline")) {
      var found = questions.timelines(round, ids);
      answers.add(
          () ->
              known.put(CaseLoaders.TIMELINES, ids, asked -> found.get()).values().stream()
                  .flatMap(List::stream)
                  .forEach(event -> add(named, event.unitId())));
    }
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

  private static void add(Set<Integer> named, @Nullable Integer unit) {
    if (unit != null) {
      named.add(unit);
    }
  }

  private static Set<Long> distinct(List<CaseFile> files, Function<CaseFile, @Nullable Long> id) {
    return files.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
