package cn.lianban.organisation;

import cn.lianban.api.types.InPlaceBatchChangeInput;
import cn.lianban.api.types.InPlaceBatchCreateInput;
import cn.lianban.api.types.InPlaceProofFileOpenInput;
import cn.lianban.api.types.InPlaceProofFileRemoveInput;
import cn.lianban.api.types.InPlaceProofFileUploadInput;
import cn.lianban.api.types.InPlaceProofSetInput;
import cn.lianban.files.StoredFile;
import cn.lianban.files.Upload;
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
  private final InPlacePapers papers;

  InPlaceFetcher(InPlaceQueries queries, InPlaceDesk desk, InPlacePapers papers) {
    this.queries = queries;
    this.desk = desk;
    this.papers = papers;
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
                    Objects.requireNonNullElse(input.getNote(), ""),
                    input.getExpectedVersion())));
  }

  @DgsMutation
  UploadPayload inPlaceProofFileUpload(@InputArgument InPlaceProofFileUploadInput input) {
    return Refusals.payload(
        () -> new UploadPayload(papers.upload(input), List.of()),
        errors -> new UploadPayload(null, errors));
  }

  @DgsMutation
  LinkPayload inPlaceProofFileOpen(@InputArgument InPlaceProofFileOpenInput input) {
    return Refusals.payload(
        () -> new LinkPayload(papers.open(input), List.of()),
        errors -> new LinkPayload(null, errors));
  }

  @DgsMutation
  Payload inPlaceProofFileRemove(@InputArgument InPlaceProofFileRemoveInput input) {
    return payload(() -> papers.remove(input));
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

  record UploadPayload(@Nullable Upload upload, List<UserError> userErrors) {}

  record LinkPayload(@Nullable String url, List<UserError> userErrors) {}

  @DgsData(parentType = "InPlace")
  boolean viewerCanEdit() {
    return desk.viewerCanEdit();
  }

  @DgsData(parentType = "InPlaceBatch")
  String id(DataFetchingEnvironment env) {
    return Ids.of(InPlace.Batch.KIND, Objects.requireNonNull(env.<InPlace.Batch>getSource()).id());
  }

  @DgsData(parentType = "InPlaceProofFile", field = "id")
  String fileId(DataFetchingEnvironment env) {
    return Ids.of(StoredFile.KIND, paper(env).id());
  }

  @DgsData(parentType = "InPlaceProofFile")
  InPlace.Kind kind(DataFetchingEnvironment env) {
    return InPlace.Kind.of(paper(env));
  }

  @DgsData(parentType = "InPlaceProofFile")
  String unitId(DataFetchingEnvironment env) {
    return Ids.of(Unit.KIND, paper(env).subjectId());
  }

  private static StoredFile paper(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<StoredFile>getSource());
  }
}
