package cn.lianban.catalog;

import cn.lianban.api.types.ItemCancelInput;
import cn.lianban.api.types.ItemDraftCreateInput;
import cn.lianban.api.types.ItemDraftOpenInput;
import cn.lianban.api.types.ItemDraftReviewInput;
import cn.lianban.api.types.ItemDraftSaveInput;
import cn.lianban.api.types.ItemPublishInput;
import cn.lianban.api.types.VersionStepInput;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Versions of items in the API, writing side. */
@DgsComponent
class VersionMutationFetcher {
  private final Drafts drafts;
  private final Editions editions;
  private final VersionQueries versions;
  private final Items items;
  private final NewItems fresh;

  VersionMutationFetcher(
      Drafts drafts, Editions editions, VersionQueries versions, Items items, NewItems fresh) {
    this.drafts = drafts;
    this.fresh = fresh;
    this.editions = editions;
    this.versions = versions;
    this.items = items;
  }

  @DgsMutation
  Payload itemDraftOpen(@InputArgument ItemDraftOpenInput input) {
    long item = Ids.parse(Item.KIND, input.getItemId());
    return payload(() -> drafts.open(input.getIdempotencyKey(), input, item));
  }

  @DgsMutation
  Payload itemDraftCreate(@InputArgument ItemDraftCreateInput input) {
    NewItems.Wanted wanted =
        new NewItems.Wanted(
            input.getCode(),
            input.getName(),
            Ids.parseInt(Unit.KIND, input.getDepartmentId()),
            TaskType.valueOf(input.getTaskType().name()));
    return payload(() -> fresh.draft(input.getIdempotencyKey(), input, wanted));
  }

  @DgsMutation
  Payload itemDraftSave(@InputArgument ItemDraftSaveInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(
        () ->
            drafts.save(
                step,
                VersionContent.read(input.getContent()),
                VersionContent.materials(input.getContent().getMaterials())));
  }

  @DgsMutation
  Payload itemDraftSend(@InputArgument VersionStepInput input) {
    return payload(() -> drafts.send(step(input)));
  }

  @DgsMutation
  Payload itemDraftWithdraw(@InputArgument VersionStepInput input) {
    return payload(() -> drafts.withdraw(step(input)));
  }

  @DgsMutation
  Payload itemDraftReview(@InputArgument ItemDraftReviewInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> drafts.review(step, input.getPassed(), input.getOpinion()));
  }

  @DgsMutation
  Payload itemPublish(@InputArgument ItemPublishInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> editions.publish(step, input.getDocumentNo(), input.getEffectiveOn()));
  }

  @DgsMutation
  ItemPayload itemCancel(@InputArgument ItemCancelInput input) {
    Step step =
        new Step(
            input.getIdempotencyKey(),
            input,
            Ids.parse(Item.KIND, input.getId()),
            input.getExpectedVersion());
    return Refusals.payload(
        () -> {
          long id = editions.cancel(step, input.getOn(), input.getDocumentNo());
          return new ItemPayload(items.find(id).orElse(null), List.of());
        },
        errors -> new ItemPayload(null, errors));
  }

  private static Step step(VersionStepInput input) {
    return step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
  }

  private static Step step(String key, Object input, String id, int expectedVersion) {
    return new Step(key, input, Ids.parse(ItemVersion.KIND, id), expectedVersion);
  }

  private Payload payload(LongSupplier step) {
    return Refusals.payload(
        () -> new Payload(versions.find(step.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  /** {@code version} is the aggregate here, not its number. */
  record Payload(@Nullable ItemVersion version, List<UserError> userErrors) {}

  record ItemPayload(@Nullable Item item, List<UserError> userErrors) {}
}
