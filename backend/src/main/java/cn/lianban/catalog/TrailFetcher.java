package cn.lianban.catalog;

import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who brought a version how far: accounts by their names. */
@DgsComponent
class TrailFetcher {
  private static final String NAMES = "accountNames";

  @DgsData(parentType = "VersionTrail")
  @Nullable CompletableFuture<String> draftedBy(DataFetchingEnvironment env) {
    return name(env, Trail::draftedBy);
  }

  @DgsData(parentType = "VersionTrail")
  @Nullable CompletableFuture<String> reviewedBy(DataFetchingEnvironment env) {
    return name(env, Trail::reviewedBy);
  }

  @DgsData(parentType = "VersionTrail")
  @Nullable CompletableFuture<String> publishedBy(DataFetchingEnvironment env) {
    return name(env, Trail::publishedBy);
  }

  private static @Nullable CompletableFuture<String> name(
      DataFetchingEnvironment env, Function<Trail, @Nullable Long> account) {
    Long id = account.apply(Objects.requireNonNull(env.<Trail>getSource()));
    return id == null ? null : Loads.<Long, String>one(env, NAMES, id);
  }
}
