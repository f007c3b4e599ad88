package cn.lianban.identity;

import cn.lianban.api.types.AccessReviewDecideInput;
import cn.lianban.api.types.PeopleRulesSetInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The access review and the district's rules in the API. */
@DgsComponent
class ReviewFetcher {
  private final AccessReview review;
  private final PeopleRules rules;

  ReviewFetcher(AccessReview review, PeopleRules rules) {
    this.review = review;
    this.rules = rules;
  }

  @DgsQuery
  Page<ReviewedPost> accessReview(
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable LocalDate unreviewedSince) {
    return review.page(first, after, unreviewedSince);
  }

  @DgsQuery
  PeopleRules.Rules peopleRules() {
    return rules.seen();
  }

  @DgsMutation
  ReviewPayload accessReviewDecide(@InputArgument AccessReviewDecideInput input) {
    return Refusals.payload(
        () -> new ReviewPayload(review.require(review.decide(input)), List.of()),
        errors -> new ReviewPayload(null, errors));
  }

  @DgsMutation
  RulesPayload peopleRulesSet(@InputArgument PeopleRulesSetInput input) {
    return Refusals.payload(
        () -> {
          rules.set(input);
          return new RulesPayload(rules.current(), List.of());
        },
        errors -> new RulesPayload(null, errors));
  }

  @DgsData(parentType = "ReviewedPost", field = "id")
  String reviewedId(DataFetchingEnvironment env) {
    return Ids.of(Post.KIND, source(env).post().id());
  }

  @DgsData(parentType = "ReviewedPost", field = "person")
  CompletableFuture<Person> holder(DataFetchingEnvironment env) {
    return Loads.one(env, PeopleLoaders.PEOPLE, source(env).post().accountId());
  }

  @DgsData(parentType = "ReviewedPost")
  @Nullable CompletableFuture<Person> reviewer(DataFetchingEnvironment env) {
    Long reviewer = source(env).reviewerId();
    return reviewer == null ? null : Loads.one(env, PeopleLoaders.PEOPLE, reviewer);
  }

  private static ReviewedPost source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ReviewedPost>getSource());
  }

  record ReviewPayload(@Nullable ReviewedPost reviewed, List<UserError> userErrors) {}

  record RulesPayload(PeopleRules.@Nullable Rules rules, List<UserError> userErrors) {}
}
