package cn.lianban.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;

/** The two fields that belong to no room. */
@DgsComponent
class RootFetcher {
  @DgsQuery
  String apiVersion() {
    return "1";
  }

  @DgsMutation
  boolean ping() {
    return true;
  }
}
