package cn.lianban.evaluation;

import cn.lianban.cases.CaseFile;
import cn.lianban.cases.Cases;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/**
 * What hangs on ratings and cases, one statement per level of an answer, on the request's thread.
 */
@DgsComponent
class RatingLoaders {
  static final String RATED = "ratedCases";
  static final String BY_CASE = "ratingsByCase";
  static final String CASES = "ratingCases";
  static final String ORIGINS = "ratingOrigins";

  @DgsDataLoader(name = RATED)
  final MappedBatchLoader<Long, Boolean> rated;

  @DgsDataLoader(name = BY_CASE)
  final MappedBatchLoader<Long, Rating> byCase;

  @DgsDataLoader(name = CASES)
  final MappedBatchLoader<Long, CaseFile> cases;

  @DgsDataLoader(name = ORIGINS)
  final MappedBatchLoader<Long, RatingOrigin> origins;

  RatingLoaders(RatingInvites invites, RatingQueries queries, Cases cases) {
    rated =
        ids -> {
          var given = invites.rated(ids);
          return CompletableFuture.completedFuture(
              ids.stream().collect(Collectors.toMap(Function.identity(), given::contains)));
        };
    origins = ids -> CompletableFuture.completedFuture(queries.originsOf(ids));
    byCase = ids -> CompletableFuture.completedFuture(queries.byCases(ids));
    // both steps in one loader: a loader that waits for another one's answer is never dispatched
    this.cases =
        ids -> {
          Map<Long, Long> caseIds = queries.casesOf(ids);
          Map<Long, CaseFile> files = cases.byIds(caseIds.values());
          Map<Long, CaseFile> byRating = new HashMap<>();
          caseIds.forEach((rating, id) -> byRating.put(rating, files.get(id)));
          return CompletableFuture.completedFuture(byRating);
        };
  }
}
