package cn.lianban.organisation;

import cn.lianban.tenancy.Units;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Codes by unit, one statement for a list of units. */
@DgsDataLoader(name = AliasLoader.NAME)
class AliasLoader implements MappedBatchLoader<Integer, List<String>> {
  static final String NAME = "unitAliases";
  private final Units units;

  AliasLoader(Units units) {
    this.units = units;
  }

  @Override
  public CompletionStage<Map<Integer, List<String>>> load(Set<Integer> ids) {
    return CompletableFuture.completedFuture(units.aliases(ids));
  }
}
