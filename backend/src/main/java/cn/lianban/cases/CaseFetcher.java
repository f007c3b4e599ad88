package cn.lianban.cases;

import cn.lianban.graphql.Ahead;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.identity.Posts;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Cases in the API, reading side. */
@DgsComponent
class CaseFetcher {
  private final Cases cases;
  private final CaseQueries queries;
  private final Posts posts;
  private final Ahead ahead;
  private final CasesAhead byIds;

  CaseFetcher(Cases cases, CaseQueries queries, Posts posts, Ahead ahead, CasesAhead byIds) {
    this.cases = cases;
    this.queries = queries;
    this.posts = posts;
    this.ahead = ahead;
    this.byIds = byIds;
  }

  @DgsQuery(field = "case")
  @Nullable CaseFile find(@InputArgument String id, DataFetchingEnvironment env) {
    Long which = Ids.parse(CaseFile.KIND, id);
    var known = ahead.reading(env, (below, so) -> byIds.open(List.of(which), below, so));
    return (CaseFile) known.get(CaseLoaders.CASES, which);
  }

  @DgsQuery
  @Nullable CaseFile caseByNumber(@InputArgument String number, DataFetchingEnvironment env) {
    return opened(cases.findByNumber(number), env);
  }

  private @Nullable CaseFile opened(Optional<CaseFile> found, DataFetchingEnvironment env) {
    found.ifPresent(file -> ahead.ofOne(env, CaseFile.class, file));
    return found.orElse(null);
  }

  @DgsQuery
  Page<CaseFile> casesToSign(@InputArgument int first, @InputArgument @Nullable String after) {
    return queries.toSign(posts.requireUnits(), first, after);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Applicant> applicant(DataFetchingEnvironment env) {
    return Loads.<Long, Applicant>one(env, CaseLoaders.APPLICANTS, source(env).applicantId())
        .thenApply(Applicant::masked);
  }

  @DgsData(parentType = "Case")
  CompletableFuture<List<CaseParts.CaseMaterial>> materials(DataFetchingEnvironment env) {
    return list(env, CaseLoaders.MATERIALS);
  }

  @DgsData(parentType = "Case")
  Object handovers(DataFetchingEnvironment env) {
    return Loads.listNow(env, CaseLoaders.HANDOVERS, source(env).id());
  }

  @DgsData(parentType = "Case")
  Object timeline(DataFetchingEnvironment env) {
    return Loads.listNow(env, CaseLoaders.TIMELINES, source(env).id());
  }

  private static <T> CompletableFuture<List<T>> list(DataFetchingEnvironment env, String loader) {
    return Loads.<Long, List<T>>one(env, loader, source(env).id())
        .thenApply(rows -> Objects.requireNonNullElse(rows, List.of()));
  }

  static CaseFile source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }
}
