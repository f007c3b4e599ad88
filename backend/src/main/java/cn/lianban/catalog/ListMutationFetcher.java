package cn.lianban.catalog;

import cn.lianban.api.types.ItemDraftReviewInput;
import cn.lianban.api.types.ListDraftOpenInput;
import cn.lianban.api.types.ListDraftSaveInput;
import cn.lianban.api.types.ListEntryInput;
import cn.lianban.api.types.ListPublishInput;
import cn.lianban.api.types.VersionStepInput;
import cn.lianban.catalog.Drafts.Step;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Power, negative and responsibility lists in the API, writing side. */
@DgsComponent
class ListMutationFetcher {
  private static final int LONGEST_LIST = 2000;
  private final PublicLists lists;
  private final ListQueries queries;

  ListMutationFetcher(PublicLists lists, ListQueries queries) {
    this.lists = lists;
    this.queries = queries;
  }

  @DgsMutation
  Payload listDraftOpen(@InputArgument ListDraftOpenInput input) {
    String key = input.getIdempotencyKey();
    String list = input.getListId();
    ListKind kind = input.getKind() == null ? null : ListKind.valueOf(input.getKind().name());
    return payload(
        () ->
            list == null
                ? lists.found(key, input, kind, input.getTitle())
                : lists.open(key, input, Ids.parse(ListVersion.LIST, list)));
  }

  @DgsMutation
  Payload listDraftSave(@InputArgument ListDraftSaveInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> lists.save(step, entries(input.getEntries())));
  }

  private static List<ListEntry> entries(List<ListEntryInput> typed) {
    if (typed.size() > LONGEST_LIST) {
      throw new Rejected("TOO_LONG", "entries", "不超过 " + LONGEST_LIST + " 条");
    }
    List<ListEntry> entries = new ArrayList<>();
    for (ListEntryInput one : typed) {
      String at = "entries[" + entries.size() + "]";
      entries.add(
          new ListEntry(
              entries.size() + 1,
              Texts.optional(one.getCode(), 200, at + ".code"),
              Texts.required(one.getName(), 600, at + ".name"),
              Texts.optional(one.getUnitName(), 300, at + ".unitName"),
              Texts.optional(one.getBasis(), 4000, at + ".basis"),
              Texts.optional(one.getContent(), 4000, at + ".content")));
    }
    return entries;
  }

  @DgsMutation
  Payload listDraftSend(@InputArgument VersionStepInput input) {
    return payload(() -> lists.send(step(input)));
  }

  @DgsMutation
  Payload listDraftWithdraw(@InputArgument VersionStepInput input) {
    return payload(() -> lists.withdraw(step(input)));
  }

  @DgsMutation
  Payload listDraftReview(@InputArgument ItemDraftReviewInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> lists.review(step, input.getPassed(), input.getOpinion()));
  }

  @DgsMutation
  Payload listPublish(@InputArgument ListPublishInput input) {
    Step step = step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
    return payload(() -> lists.publish(step, input.getDocumentNo()));
  }

  private static Step step(VersionStepInput input) {
    return step(input.getIdempotencyKey(), input, input.getId(), input.getExpectedVersion());
  }

  private static Step step(String key, Object input, String id, int expectedVersion) {
    return new Step(key, input, Ids.parse(ListVersion.KIND, id), expectedVersion);
  }

  private Payload payload(LongSupplier step) {
    return Refusals.payload(
        () -> new Payload(queries.find(step.getAsLong()).orElse(null), List.of()),
        errors -> new Payload(null, errors));
  }

  /** {@code version} is the aggregate here, not its number. */
  record Payload(@Nullable ListVersion version, List<UserError> userErrors) {}
}
