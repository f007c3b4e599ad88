package cn.lianban.evaluation;

import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Loads;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import graphql.schema.DataFetchingEnvironment;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a case shows of its rating: that there is one; to supervision also which. */
@DgsComponent
class CaseRatingFetcher {
  private final RatingInvites invites;
  private final TenantScope scope;

  CaseRatingFetcher(RatingInvites invites, TenantScope scope) {
    this.invites = invites;
    this.scope = scope;
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> rated(DataFetchingEnvironment env) {
    return Loads.<Long, Boolean>one(env, RatingLoaders.RATED, source(env).id());
  }

  @DgsData(parentType = "Case")
  @Nullable Object rating(DataFetchingEnvironment env) {
    return scope.current().reach() == Reach.ALL
        ? Loads.now(env, RatingLoaders.BY_CASE, source(env).id())
        : null;
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> viewerCanInviteRating(DataFetchingEnvironment env) {
    if (!invites.mayInvite(source(env))) {
      return CompletableFuture.completedFuture(false);
    }
    return rated(env).thenApply(rated -> !rated);
  }

  private static CaseFile source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<CaseFile>getSource());
  }
}
