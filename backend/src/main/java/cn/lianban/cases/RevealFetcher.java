package cn.lianban.cases;

import cn.lianban.cases.Reveals.Reveal;
import cn.lianban.graphql.Loads;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;

/** Who looked at applicants unmasked, for whoever audits. */
@DgsComponent
class RevealFetcher {
  private static final String LOADER = "caseReveals";
  private final Posts posts;

  @DgsDataLoader(name = LOADER)
  final MappedBatchLoader<Long, List<Reveal>> byCase;

  RevealFetcher(Posts posts, Reveals reveals) {
    this.posts = posts;
    this.byCase = ids -> CompletableFuture.completedFuture(reveals.of(ids));
  }

  @DgsData(parentType = "Case")
  CompletableFuture<List<Reveal>> reveals(DataFetchingEnvironment env) {
    return posts.holds(Role.AUDITOR)
        ? Loads.<Long, List<Reveal>>one(env, LOADER, CaseFetcher.source(env).id())
            .thenApply(rows -> Objects.requireNonNullElse(rows, List.of()))
        : CompletableFuture.completedFuture(List.of());
  }

  @DgsData(parentType = "ApplicantReveal")
  CompletableFuture<String> name(DataFetchingEnvironment env) {
    Reveal reveal = Objects.requireNonNull(env.getSource());
    return Loads.one(env, "accountNames", reveal.accountId());
  }
}
