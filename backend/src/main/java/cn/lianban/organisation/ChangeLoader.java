package cn.lianban.organisation;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Changes by unit, one statement for a list of units. */
@DgsDataLoader(name = ChangeLoader.NAME)
class ChangeLoader implements MappedBatchLoader<Integer, List<UnitChange>> {
  static final String NAME = "unitChanges";
  private final ChangeQueries queries;

  ChangeLoader(ChangeQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<Integer, List<UnitChange>>> load(Set<Integer> ids) {
    return CompletableFuture.completedFuture(queries.ofUnits(ids));
  }
}
