package cn.lianban.catalog;

import cn.lianban.api.types.AcceptancePointsCloseInput;
import cn.lianban.api.types.AcceptancePointsOpenInput;
import cn.lianban.catalog.AcceptancePoints.Field;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Acceptance points in the API. */
@DgsComponent
class AcceptancePointFetcher {
  private final AcceptancePoints points;

  AcceptancePointFetcher(AcceptancePoints points) {
    this.points = points;
  }

  @DgsMutation
  Payload acceptancePointsOpen(@InputArgument AcceptancePointsOpenInput input) {
    Field field = field(input.getItemIds(), input.getUnitIds());
    return Refusals.payload(
        () ->
            new Payload(
                points.open(
                    input.getIdempotencyKey(),
                    input,
                    field,
                    input.getDelegated(),
                    input.getDocumentNo()),
                List.of()),
        errors -> new Payload(null, errors));
  }

  @DgsMutation
  Payload acceptancePointsClose(@InputArgument AcceptancePointsCloseInput input) {
    Field field = field(input.getItemIds(), input.getUnitIds());
    return Refusals.payload(
        () -> new Payload(points.close(input.getIdempotencyKey(), input, field), List.of()),
        errors -> new Payload(null, errors));
  }

  private static Field field(List<String> items, List<String> units) {
    return new Field(
        items.stream().map(id -> Ids.parse(Item.KIND, id)).collect(Collectors.toSet()),
        units.stream().map(id -> Ids.parseInt(Unit.KIND, id)).collect(Collectors.toSet()));
  }

  @DgsData(parentType = "Item")
  CompletableFuture<List<AcceptancePoint>> points(DataFetchingEnvironment env) {
    long item = Objects.requireNonNull(env.<Item>getSource()).id();
    return Loads.<Long, @Nullable List<AcceptancePoint>>one(env, ItemPointLoader.NAME, item)
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsData(parentType = "AcceptancePoint", field = "unit")
  CompletableFuture<Unit> pointUnit(DataFetchingEnvironment env) {
    AcceptancePoint point = Objects.requireNonNull(env.<AcceptancePoint>getSource());
    return Loads.<Integer, Unit>one(env, "units", point.unitId());
  }

  record Payload(@Nullable Integer changed, List<UserError> userErrors) {}
}
