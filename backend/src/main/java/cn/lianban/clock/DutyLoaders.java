package cn.lianban.clock;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** The parts of any number of duties, one statement a part and level; on the request's thread. */
@DgsComponent
class DutyLoaders {
  static final String RECKONINGS = "clock.reckonings";
  static final String SUSPENSIONS = "clock.suspensions";
  static final String SEGMENTS = "clock.segments";
  static final String EVENTS = "clock.events";

  /** Duty → its arithmetic; two statements: suspensions and the district's rules. */
  @DgsDataLoader(name = RECKONINGS)
  final MappedBatchLoader<Duty, Reckoning> reckonings;

  @DgsDataLoader(name = SUSPENSIONS)
  final MappedBatchLoader<Duty, List<Suspension>> suspensions;

  @DgsDataLoader(name = SEGMENTS)
  final MappedBatchLoader<Duty, List<Segment>> segments;

  @DgsDataLoader(name = EVENTS)
  final MappedBatchLoader<Duty, List<ClockEvent>> events;

  DutyLoaders(DutyRows rows, DutyQueries queries, Reckonings reckoner) {
    reckonings = duties -> done(reckoner.of(duties));
    suspensions =
        duties ->
            byDuty(
                duties,
                ids ->
                    rows.suspensions(ids).entrySet().stream()
                        .collect(
                            Collectors.toMap(
                                Map.Entry::getKey,
                                e -> e.getValue().stream().map(Suspension::of).toList())));
    segments = duties -> done(reckoner.segments(duties));
    events = duties -> byDuty(duties, queries::events);
  }

  private static <T> CompletionStage<Map<Duty, List<T>>> byDuty(
      Set<Duty> duties, Function<Collection<Long>, Map<Long, List<T>>> read) {
    Map<Long, List<T>> found = read.apply(duties.stream().map(Duty::id).toList());
    Map<Duty, List<T>> answer = new HashMap<>();
    duties.forEach(d -> answer.put(d, found.getOrDefault(d.id(), List.of())));
    return done(answer);
  }

  private static <T> CompletionStage<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
