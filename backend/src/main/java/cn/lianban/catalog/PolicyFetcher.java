package cn.lianban.catalog;

import cn.lianban.api.types.PolicyAmendInput;
import cn.lianban.api.types.PolicyAudience;
import cn.lianban.api.types.PolicyContentInput;
import cn.lianban.api.types.PolicyRecordInput;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Unit;
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

/** Preferential policies in the API. */
@DgsComponent
class PolicyFetcher {
  private final Policies policies;
  private final Editors editors;
  private final Now now;

  PolicyFetcher(Policies policies, Editors editors, Now now) {
    this.policies = policies;
    this.editors = editors;
    this.now = now;
  }

  @DgsQuery(field = "policies")
  Page<Policy> library(
      @InputArgument @Nullable String search,
      @InputArgument @Nullable PolicyAudience audience,
      @InputArgument boolean all,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    Policy.Audience whom = audience == null ? null : Policy.Audience.valueOf(audience.name());
    return policies.page(search, whom, all, first, after);
  }

  @DgsQuery
  @Nullable Policy policy(@InputArgument String id) {
    return policies.find(Ids.parse(Policy.KIND, id)).orElse(null);
  }

  @DgsMutation
  Payload policyRecord(@InputArgument PolicyRecordInput input) {
    return payload(
        () -> policies.record(input.getIdempotencyKey(), input, read(input.getContent())));
  }

  @DgsMutation
  Payload policyAmend(@InputArgument PolicyAmendInput input) {
    Step step =
        new Step(
            input.getIdempotencyKey(),
            input,
            Ids.parse(Policy.KIND, input.getId()),
            input.getExpectedVersion());
    return payload(() -> policies.amend(step, read(input.getContent())));
  }

  private static Policy read(PolicyContentInput typed) {
    String unit = typed.getUnitId();
    return new Policy(
        0,
        typed.getTitle(),
        typed.getDocumentNo(),
        Policy.Audience.valueOf(typed.getAudience().name()),
        typed.getClaimants(),
        typed.getConditions(),
        typed.getBenefit(),
        unit == null ? null : Integer.valueOf(Ids.parseInt(Unit.KIND, unit)),
        typed.getContact(),
        typed.getValidFrom(),
        typed.getValidTo(),
        0);
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(policies.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  @DgsData(parentType = "Policy", field = "id")
  String policyId(DataFetchingEnvironment env) {
    return Ids.of(Policy.KIND, policy(env).id());
  }

  @DgsData(parentType = "Policy", field = "unit")
  @Nullable CompletableFuture<Unit> policyUnit(DataFetchingEnvironment env) {
    Integer unit = policy(env).unitId();
    return unit == null ? null : Loads.<Integer, Unit>one(env, "units", unit);
  }

  @DgsData(parentType = "Policy")
  boolean valid(DataFetchingEnvironment env) {
    return policy(env).isValidOn(now.today());
  }

  @DgsData(parentType = "Policy")
  boolean viewerCanAmend(DataFetchingEnvironment env) {
    return editors.mayDraft(policy(env).unitId());
  }

  private static Policy policy(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Policy>getSource());
  }

  record Payload(@Nullable Policy policy, List<UserError> userErrors) {}
}
