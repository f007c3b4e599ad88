package cn.lianban.organisation;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Service points by id, one statement for a list of windows. */
@DgsDataLoader(name = PointLoader.NAME)
class PointLoader implements MappedBatchLoader<Long, ServicePoint> {
  static final String NAME = "servicePoints";
  private final PointQueries queries;

  PointLoader(PointQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<Long, ServicePoint>> load(Set<Long> ids) {
    return CompletableFuture.completedFuture(queries.byIds(ids));
  }
}
