package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** Materials by version, one statement for all versions of an answer. */
@DgsDataLoader(name = EditionMaterialLoader.NAME)
class EditionMaterialLoader implements MappedBatchLoader<EditionKey, List<Material>> {
  static final String NAME = "editionMaterials";
  private final MaterialQueries queries;

  EditionMaterialLoader(MaterialQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<EditionKey, List<Material>>> load(Set<EditionKey> editions) {
    Set<Long> items = editions.stream().map(EditionKey::itemId).collect(Collectors.toSet());
    return CompletableFuture.completedFuture(queries.ofEditions(items));
  }
}
