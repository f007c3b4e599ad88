package cn.lianban.cases;

import cn.lianban.api.types.ItemHandlingSaveInput;
import cn.lianban.catalog.Item;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
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
import org.jspecify.annotations.Nullable;

/** An item's handling in the API. */
@DgsComponent
class HandlingFetcher {
  private final Handlings handlings;

  HandlingFetcher(Handlings handlings) {
    this.handlings = handlings;
  }

  @DgsQuery
  @Nullable Handling itemHandling(@InputArgument String itemId) {
    return handlings.find(Ids.parse(Item.KIND, itemId));
  }

  @DgsMutation
  HandlingPayload itemHandlingSave(@InputArgument ItemHandlingSaveInput input) {
    Handling wanted =
        new Handling(
            Ids.parse(Item.KIND, input.getItemId()),
            input.getOwableDays(),
            input.getCheckDays(),
            input.getGreenPercent(),
            input.getOverseerUnitId() == null
                ? null
                : Ids.parseInt(Unit.KIND, input.getOverseerUnitId()),
            input.getExpectedVersion());
    return Refusals.payload(
        () ->
            new HandlingPayload(
                handlings.find(handlings.save(input.getIdempotencyKey(), input, wanted)),
                List.of()),
        errors -> new HandlingPayload(null, errors));
  }

  @DgsData(parentType = "ItemHandling")
  CompletableFuture<Item> item(DataFetchingEnvironment env) {
    return Loads.one(
        env, CaseLinksFetcher.ITEMS, Objects.requireNonNull(env.<Handling>getSource()).itemId());
  }

  @DgsData(parentType = "ItemHandling")
  @Nullable Object overseerUnit(DataFetchingEnvironment env) {
    Integer id = Objects.requireNonNull(env.<Handling>getSource()).overseerUnitId();
    return id == null ? null : Loads.now(env, CaseLinksFetcher.UNITS, id);
  }

  @DgsData(parentType = "ItemHandling")
  boolean viewerCanEdit() {
    return handlings.mayEdit();
  }

  record HandlingPayload(@Nullable Handling handling, List<UserError> userErrors) {}
}
