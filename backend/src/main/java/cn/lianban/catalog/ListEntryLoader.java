package cn.lianban.catalog;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Entries by version of a list, one statement for all versions of an answer. */
@DgsDataLoader(name = ListEntryLoader.NAME)
class ListEntryLoader implements MappedBatchLoader<Long, List<ListEntry>> {
  static final String NAME = "listEntries";
  private final ListQueries queries;

  ListEntryLoader(ListQueries queries) {
    this.queries = queries;
  }

  @Override
  public CompletionStage<Map<Long, List<ListEntry>>> load(Set<Long> versions) {
    return CompletableFuture.completedFuture(queries.entries(versions));
  }
}
