package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Items by decision, one statement for a whole page. */
@DgsDataLoader(name = DecisionItemLoader.NAME)
class DecisionItemLoader implements MappedBatchLoader<Long, List<Item>> {
  static final String NAME = "decisionItems";
  private final DecisionQueries queries;

  DecisionItemLoader(DecisionQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<Long, List<Item>>> load(Set<Long> decisions) {
    return CompletableFuture.completedFuture(queries.items(decisions));
  }
}
