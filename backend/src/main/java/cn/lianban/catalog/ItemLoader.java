package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Items by id ("items", Long → Item), one statement per level of the answer. */
@DgsDataLoader(name = ItemLoader.NAME)
class ItemLoader implements MappedBatchLoader<Long, Item> {
  static final String NAME = "items";
  private final Items items;

  ItemLoader(Items items) {
    this.items = items;
  }

  @Override
  public CompletionStage<Map<Long, Item>> load(Set<Long> ids) {
    return CompletableFuture.completedFuture(items.byIds(ids));
  }
}
