package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Materials by item, one statement for a whole page. */
@DgsDataLoader(name = MaterialLoader.NAME)
class MaterialLoader implements MappedBatchLoader<Long, List<Material>> {
  static final String NAME = "itemMaterials";
  private final MaterialQueries queries;

  MaterialLoader(MaterialQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<Long, List<Material>>> load(Set<Long> items) {
    return CompletableFuture.completedFuture(queries.inForce(items));
  }
}
