package cn.lianban.organisation;

import cn.lianban.api.types.InPlaceBatchChangeInput;
import cn.lianban.api.types.InPlaceBatchCreateInput;
import cn.lianban.api.types.InPlaceProofSetInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.organisation.UnitChanges.Call;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 两集中两到位 in the API. */
@DgsComponent
class InPlaceFetcher {
  private final InPlaceQueries queries;
  private final InPlaceDesk desk;

  InPlaceFetcher(InPlaceQueries queries, InPlaceDesk desk) {
    this.queries = queries;
    this.desk = desk;
  }

  @DgsQuery
  InPlace inPlace() {
    return queries.all();
  }

  @DgsMutation
  Payload inPlaceBatchCreate(@InputArgument InPlaceBatchCreateInput input) {
    return payload(
        () ->
            desk.createBatch(
                new Call(input.getIdempotencyKey(), input),
                input.getNumber(),
                input.getName(),
                units(input.getUnitIds())));
  }

  @DgsMutation
  Payload inPlaceBatchChange(@InputArgument InPlaceBatchChangeInput input) {
    return payload(
        () ->
            desk.changeBatch(
                new Call(input.getIdempotencyKey(), input),
                Ids.parse(InPlace.Batch.KIND, input.getId()),
                input.getExpectedVersion(),
                input.getName(),
                units(input.getUnitIds())));
  }

  @DgsMutation
  Payload inPlaceProofSet(@InputArgument InPlaceProofSetInput input) {
    return payload(
        () ->
            desk.setProof(
                new Call(input.getIdempotencyKey(), input),
                Ids.parseInt(Unit.KIND, input.getUnitId()),
                new InPlace.Proof(
                    InPlace.Kind.valueOf(input.getKind().name()),
                    input.getHolds(),
                    Objects.requireNonNullElse(input.getDocumentNo(), ""),
                    input.getDocumentDate(),
                    input.getFileRef(),
                    Objects.requireNonNullElse(input.getNote(), ""),
                    input.getExpectedVersion())));
  }

  private static List<Integer> units(List<String> ids) {
    return ids.stream().map(id -> Ids.parseInt(Unit.KIND, id)).toList();
  }

  private Payload payload(Runnable mutation) {
    return Refusals.payload(
        () -> {
          mutation.run();
          return new Payload(queries.all(), List.of());
        },
        errors -> new Payload(null, errors));
  }

  record Payload(@Nullable InPlace inPlace, List<UserError> userErrors) {}

  @DgsData(parentType = "InPlace")
  boolean viewerCanEdit() {
    return desk.viewerCanEdit();
  }

  @DgsData(parentType = "InPlaceBatch")
  String id(DataFetchingEnvironment env) {
    return Ids.of(InPlace.Batch.KIND, Objects.requireNonNull(env.<InPlace.Batch>getSource()).id());
  }
}
