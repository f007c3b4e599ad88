package cn.lianban.identity;

import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.MappedBatchLoader;

/** Posts by account, one statement for a page of accounts. */
@DgsDataLoader(name = PostLoader.NAME)
class PostLoader implements MappedBatchLoader<Long, List<Post>> {
  static final String NAME = "accountPosts";
  private final Posts posts;

  PostLoader(Posts posts) {
    this.posts = posts;
  }

  @Override
  public CompletionStage<Map<Long, List<Post>>> load(Set<Long> accounts) {
    return CompletableFuture.completedFuture(posts.of(accounts));
  }
}
