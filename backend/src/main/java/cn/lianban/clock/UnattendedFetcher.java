package cn.lianban.clock;

import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Unattended queues in the API. */
@DgsComponent
class UnattendedFetcher {
  private final Unattended unattended;

  UnattendedFetcher(Unattended unattended) {
    this.unattended = unattended;
  }

  @DgsQuery
  List<Unattended.Queue> unattendedUnits() {
    return unattended.queues();
  }

  @DgsData(parentType = "UnattendedUnit")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    int unit = Objects.requireNonNull(env.<Unattended.Queue>getSource()).unitId();
    return Loads.one(env, "units", unit);
  }
}
