package cn.lianban.tenancy;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Units by id, one statement per level of the answer; on the request's thread. */
@DgsDataLoader(name = UnitLoader.NAME)
class UnitLoader implements MappedBatchLoader<Integer, Unit> {
  static final String NAME = "units";
  private final Units units;

  UnitLoader(Units units) {
    this.units = units;
  }

  @Override
  public CompletionStage<Map<Integer, Unit>> load(Set<Integer> ids) {
    return CompletableFuture.completedFuture(units.byIds(ids));
  }
}
