package cn.lianban.cases;

import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.Standstills;
import cn.lianban.clock.Standstills.Stop;
import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Where a case came in, and where the other platform's last day is not ours. */
@DgsComponent
class OriginFetcher {
  private static final String CASE = "Case";
  private static final String DIFFERENCES = "caseDueDifferences";
  private final CaseQueries queries;
  private final Duties duties;
  private final Standstills stops;

  @DgsDataLoader(name = DIFFERENCES)
  final MappedBatchLoader<Long, String> differences;

  OriginFetcher(CaseQueries queries, Duties duties, Standstills stops) {
    this.queries = queries;
    this.duties = duties;
    this.stops = stops;
    this.differences = ids -> CompletableFuture.completedFuture(words(ids));
  }

  @DgsData(parentType = CASE)
  String source(DataFetchingEnvironment env) {
    return CaseFetcher.source(env).origin().source();
  }

  @DgsData(parentType = CASE)
  @Nullable String foreignNo(DataFetchingEnvironment env) {
    return CaseFetcher.source(env).origin().foreignNo();
  }

  @DgsData(parentType = CASE)
  @Nullable LocalDate foreignDueOn(DataFetchingEnvironment env) {
    return CaseFetcher.source(env).origin().dueOn();
  }

  /** Asks nothing for a case of our own. */
  @DgsData(parentType = CASE)
  CompletableFuture<@Nullable String> dueDifference(DataFetchingEnvironment env) {
    CaseFile file = CaseFetcher.source(env);
    return file.origin().dueOn() == null
        ? CompletableFuture.completedFuture(null)
        : Loads.one(env, DIFFERENCES, file.id());
  }

  /** Reckoned anew: the calendar may have changed since the import. */
  private Map<Long, String> words(Collection<Long> ids) {
    Map<Long, CaseFile> files = queries.byIds(ids);
    List<Long> clocks =
        files.values().stream().map(CaseFile::dutyId).filter(Objects::nonNull).toList();
    Map<Long, Duty> running = duties.byIds(clocks);
    Map<Long, List<Stop>> stopped = stops.of(clocks);
    Map<Long, String> words = new HashMap<>();
    for (CaseFile file : files.values()) {
      Duty duty = file.dutyId() == null ? null : running.get(file.dutyId());
      String difference =
          duty == null ? null : words(file, duty, stopped.getOrDefault(duty.id(), List.of()));
      if (difference != null) {
        words.put(file.id(), difference);
      }
    }
    return words;
  }

  private static @Nullable String words(CaseFile file, Duty duty, List<Stop> stops) {
    return DueDifference.words(
        new DueDifference.Clock(
            duty.startedOn(),
            duty.budget() + duty.extendedBy(),
            duty.budgetUnit(),
            duty.dueOn(),
            stops.isEmpty() ? null : stops.getFirst().dueOn()),
        file.origin().dueOn());
  }
}
