package cn.lianban.files;

import cn.lianban.api.types.StorageLimitsSetInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Districts' limits in the API. */
@DgsComponent
class StorageLimitsFetcher {
  private final StorageLimitsDesk desk;

  StorageLimitsFetcher(StorageLimitsDesk desk) {
    this.desk = desk;
  }

  @DgsQuery
  @Nullable StorageLimits storageLimits(@InputArgument String districtCode) {
    return desk.of(districtCode).orElse(null);
  }

  @DgsMutation
  LimitsPayload storageLimitsSet(@InputArgument StorageLimitsSetInput input) {
    return Refusals.payload(
        () -> new LimitsPayload(desk.set(input), List.of()),
        errors -> new LimitsPayload(null, errors));
  }

  record LimitsPayload(@Nullable StorageLimits limits, List<UserError> userErrors) {}
}
