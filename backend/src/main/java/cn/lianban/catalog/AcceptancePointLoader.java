package cn.lianban.catalog;

import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** Acceptance points by item, two statements for a whole page. */
@DgsDataLoader(name = AcceptancePointLoader.NAME)
class AcceptancePointLoader implements MappedBatchLoader<Long, List<Unit>> {
  static final String NAME = "acceptancePoints";
  private final ItemQueries queries;
  private final Units units;

  AcceptancePointLoader(ItemQueries queries, Units units) {
    this.queries = queries;
    this.units = units;
  }

  @Override
  public CompletionStage<Map<Long, List<Unit>>> load(Set<Long> items) {
    Map<Long, List<Integer>> points = queries.acceptancePoints(items);
    Map<Integer, Unit> byId =
        units.byIds(points.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<Long, List<Unit>> answer = new HashMap<>();
    points.forEach((item, ids) -> answer.put(item, sorted(ids, byId)));
    return CompletableFuture.completedFuture(answer);
  }

  private static List<Unit> sorted(List<Integer> ids, Map<Integer, Unit> byId) {
    return ids.stream()
        .map(byId::get)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::id))
        .toList();
  }
}
