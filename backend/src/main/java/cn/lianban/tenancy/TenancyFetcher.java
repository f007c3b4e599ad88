package cn.lianban.tenancy;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Districts and units in the API. */
@DgsComponent
class TenancyFetcher {
  private final Districts districts;
  private final Units units;
  private final TenantScope scope;
  private final Now now;

  TenancyFetcher(Districts districts, Units units, TenantScope scope, Now now) {
    this.districts = districts;
    this.units = units;
    this.scope = scope;
    this.now = now;
  }

  @DgsQuery
  @Nullable District district() {
    return scope.current().hasDistrict() ? districts.current().orElse(null) : null;
  }

  @DgsQuery
  List<Unit> units(@InputArgument boolean withClosed) {
    return withClosed ? units.withClosed() : units.all();
  }

  @DgsData(parentType = "District")
  LocalDate today() {
    return now.today();
  }

  @DgsData(parentType = "District")
  List<SubDistrict> subDistricts() {
    return districts.subDistricts();
  }
}
