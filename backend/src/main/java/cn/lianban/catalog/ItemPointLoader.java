package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Acceptance points with their papers by item, one statement for a whole page. */
@DgsDataLoader(name = ItemPointLoader.NAME)
class ItemPointLoader implements MappedBatchLoader<Long, List<AcceptancePoint>> {
  static final String NAME = "itemPoints";
  private final AcceptancePoints points;

  ItemPointLoader(AcceptancePoints points) {
    this.points = points;
  }

  @Override
  public CompletionStage<Map<Long, List<AcceptancePoint>>> load(Set<Long> items) {
    return CompletableFuture.completedFuture(points.ofItems(items));
  }
}
