package cn.lianban.cases;

import cn.lianban.api.types.ConsultationAnswerInput;
import cn.lianban.api.types.ConsultationAskerRevealInput;
import cn.lianban.api.types.ConsultationFilter;
import cn.lianban.api.types.ConsultationHandOverInput;
import cn.lianban.api.types.ConsultationOpenInput;
import cn.lianban.api.types.ConsultationTakeInput;
import cn.lianban.cases.Cases.Call;
import cn.lianban.cases.Consultation.Asker;
import cn.lianban.cases.Consultation.State;
import cn.lianban.catalog.Item;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.identity.Posts;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Consultations in the API. */
@DgsComponent
class ConsultationFetcher {
  private final Consultations consultations;
  private final ConsultationActs acts;
  private final ConsultationRows rows;
  private final Posts posts;

  ConsultationFetcher(
      Consultations consultations, ConsultationActs acts, ConsultationRows rows, Posts posts) {
    this.consultations = consultations;
    this.acts = acts;
    this.rows = rows;
    this.posts = posts;
  }

  @DgsQuery
  @Nullable Consultation consultation(@InputArgument String id) {
    return rows.find(Ids.parse(Consultation.KIND, id)).orElse(null);
  }

  @DgsQuery
  Page<Consultation> consultations(
      @InputArgument @Nullable ConsultationFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    if (filter == null) {
      return rows.page(null, null, null, first, after);
    }
    return rows.page(
        units(filter),
        filter.getState() == null ? null : State.valueOf(filter.getState().name()),
        filter.getItemId() == null ? null : Long.valueOf(Ids.parse(Item.KIND, filter.getItemId())),
        first,
        after);
  }

  private @Nullable Collection<Integer> units(ConsultationFilter filter) {
    if (filter.getUnitId() != null) {
      return Set.of(Ids.parseInt(Unit.KIND, filter.getUnitId()));
    }
    return Boolean.TRUE.equals(filter.getMine()) ? posts.requireUnits() : null;
  }

  @DgsMutation
  Payload consultationOpen(@InputArgument ConsultationOpenInput input) {
    return payload(
        () ->
            consultations.open(input.getIdempotencyKey(), input, ConsultationRules.checked(input)));
  }

  @DgsMutation
  Payload consultationAnswer(@InputArgument ConsultationAnswerInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> acts.answer(call, input.getAnswer()));
  }

  @DgsMutation
  Payload consultationHandOver(@InputArgument ConsultationHandOverInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    int unit = Ids.parseInt(Unit.KIND, input.getUnitId());
    return payload(() -> acts.handOver(call, unit, input.getReason()));
  }

  @DgsMutation
  Payload consultationTake(@InputArgument ConsultationTakeInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> acts.take(call));
  }

  @DgsMutation
  AskerPayload consultationAskerReveal(@InputArgument ConsultationAskerRevealInput input) {
    Call call = call(input.getIdempotencyKey(), input, input.getId(), 0);
    return Refusals.payload(
        () ->
            new AskerPayload(
                rows.find(acts.reveal(call, input.getPurpose().name()))
                    .map(Consultation::asker)
                    .orElse(null),
                List.of()),
        errors -> new AskerPayload(null, errors));
  }

  private Payload payload(LongSupplier change) {
    return Refusals.payload(
        () -> new Payload(rows.find(change.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  private static Call call(String key, Object input, String id, int version) {
    return new Call(key, input, Ids.parse(Consultation.KIND, id), version);
  }

  record Payload(@Nullable Consultation consultation, List<UserError> userErrors) {}

  record AskerPayload(@Nullable Asker asker, List<UserError> userErrors) {}
}
