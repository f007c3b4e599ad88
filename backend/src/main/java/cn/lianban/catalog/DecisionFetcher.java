package cn.lianban.catalog;

import cn.lianban.api.types.UpperDecisionAmendInput;
import cn.lianban.api.types.UpperDecisionJudgeInput;
import cn.lianban.api.types.UpperDecisionKind;
import cn.lianban.api.types.UpperDecisionRecordInput;
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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The register of upper-level decisions in the API. */
@DgsComponent
class DecisionFetcher {
  private final UpperDecisions decisions;
  private final DecisionAmendments amendments;
  private final DecisionQueries queries;

  DecisionFetcher(
      UpperDecisions decisions, DecisionAmendments amendments, DecisionQueries queries) {
    this.decisions = decisions;
    this.amendments = amendments;
    this.queries = queries;
  }

  @DgsQuery
  Page<UpperDecision> upperDecisions(
      @InputArgument @Nullable String search,
      @InputArgument @Nullable UpperDecisionKind kind,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    UpperDecision.Kind which = kind == null ? null : UpperDecision.Kind.valueOf(kind.name());
    return queries.page(search, which, first, after);
  }

  @DgsQuery
  Page<DecisionConflict> decisionConflicts(
      @InputArgument int first, @InputArgument @Nullable String after) {
    return queries.conflicts(first, after);
  }

  @DgsMutation
  Payload upperDecisionRecord(@InputArgument UpperDecisionRecordInput input) {
    UpperDecision typed =
        new UpperDecision(
            0,
            UpperDecision.Kind.valueOf(input.getKind().name()),
            input.getName(),
            input.getDocumentNo(),
            input.getDecidedOn(),
            input.getEffectiveOn(),
            UpperDecision.Level.valueOf(input.getLevel().name()),
            Objects.requireNonNullElse(input.getNote(), ""),
            0);
    return payload(() -> decisions.record(input.getIdempotencyKey(), input, typed));
  }

  @DgsMutation
  Payload upperDecisionAmend(@InputArgument UpperDecisionAmendInput input) {
    UpperDecision typed =
        new UpperDecision(
            Ids.parse(UpperDecision.KIND, input.getId()),
            UpperDecision.Kind.valueOf(input.getKind().name()),
            input.getName(),
            input.getDocumentNo(),
            input.getDecidedOn(),
            input.getEffectiveOn(),
            UpperDecision.Level.valueOf(input.getLevel().name()),
            Objects.requireNonNullElse(input.getNote(), ""),
            input.getExpectedVersion());
    return payload(
        () -> amendments.amend(input.getIdempotencyKey(), input, typed, input.getReason()));
  }

  @DgsQuery
  List<UpperDecision> itemDecisionsToJudge(@InputArgument String itemId) {
    return queries.toJudge(Ids.parse(Item.KIND, itemId));
  }

  @DgsData(parentType = "UpperDecision", field = "earlier")
  CompletableFuture<List<EarlierDecision>> earlierDecisions(DataFetchingEnvironment env) {
    return Loads.<Long, @Nullable List<EarlierDecision>>one(
            env, EarlierDecisionLoader.NAME, decision(env).id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsMutation
  Payload upperDecisionJudge(@InputArgument UpperDecisionJudgeInput input) {
    long decision = Ids.parse(UpperDecision.KIND, input.getId());
    long item = Ids.parse(Item.KIND, input.getItemId());
    return payload(
        () -> decisions.judge(input.getIdempotencyKey(), input, decision, item, input.getSame()));
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(queries.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  @DgsData(parentType = "UpperDecision", field = "id")
  String decisionId(DataFetchingEnvironment env) {
    return Ids.of(UpperDecision.KIND, decision(env).id());
  }

  @DgsData(parentType = "UpperDecision", field = "items")
  CompletableFuture<List<Item>> decisionItems(DataFetchingEnvironment env) {
    return Loads.<Long, @Nullable List<Item>>one(env, DecisionItemLoader.NAME, decision(env).id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  private static UpperDecision decision(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<UpperDecision>getSource());
  }

  record Payload(@Nullable UpperDecision decision, List<UserError> userErrors) {}
}
