package cn.lianban.cases;

import cn.lianban.api.types.CaseDeliverInput;
import cn.lianban.api.types.CaseProgressFileOpenInput;
import cn.lianban.api.types.CaseTakeOverInput;
import cn.lianban.cases.CaseMutationFetcher.Payload;
import cn.lianban.files.StoredFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.identity.Posts;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Where a result went, in the API. */
@DgsComponent
class ResultFetcher {
  private static final String TAKEOVERS = "caseTakeovers";
  private static final String DELIVERIES = "caseDeliveries";
  private final Takeovers takeovers;
  private final Served served;
  private final Cases cases;
  private final Posts posts;

  @DgsDataLoader(name = TAKEOVERS)
  final MappedBatchLoader<Long, Takeover> takeoverRows;

  @DgsDataLoader(name = DELIVERIES)
  final MappedBatchLoader<Long, Delivery> deliveryRows;

  ResultFetcher(
      Takeovers takeovers, Deliveries deliveries, Served served, Cases cases, Posts posts) {
    this.takeovers = takeovers;
    this.served = served;
    this.cases = cases;
    this.posts = posts;
    takeoverRows = ids -> CompletableFuture.completedFuture(takeovers.of(ids));
    deliveryRows = ids -> CompletableFuture.completedFuture(deliveries.of(ids));
  }

  @DgsQuery
  Page<Takeover> resultsToTakeOver(
      @InputArgument int first, @InputArgument @Nullable String after) {
    return takeovers.waiting(posts.requireUnits(), first, after);
  }

  @DgsMutation
  Payload caseTakeOver(@InputArgument CaseTakeOverInput input) {
    long id = Ids.parse(CaseFile.KIND, input.getId());
    return Refusals.payload(
        () ->
            new Payload(
                cases.find(takeovers.sign(input.getIdempotencyKey(), input, id)).orElse(null),
                List.of()),
        errors -> new Payload(null, errors));
  }

  static Delivery delivery(CaseDeliverInput input) {
    Delivery.Way way = Delivery.Way.valueOf(input.getWay().name());
    if (way != Delivery.Way.ELECTRONIC) {
      return Delivery.byHand(way, input.getCarrier(), input.getPostNo());
    }
    List<String> files = input.getFiles() == null ? List.of() : input.getFiles();
    return Delivery.electronic(
        Boolean.TRUE.equals(input.getAgreed()),
        files.stream().map(id -> Ids.parse(StoredFile.KIND, id)).distinct().toList());
  }

  @DgsMutation
  Link caseProgressFileOpen(@InputArgument CaseProgressFileOpenInput input) {
    long id = Ids.parse(StoredFile.KIND, input.getId());
    return Refusals.payload(
        () -> new Link(served.open(input.getNumber(), input.getPassword(), id), List.of()),
        errors -> new Link(null, errors));
  }

  @DgsData(parentType = "ProgressFile", field = "id")
  String progressFileId(DataFetchingEnvironment env) {
    return Ids.of(StoredFile.KIND, Objects.requireNonNull(env.<StoredFile>getSource()).id());
  }

  @DgsData(parentType = "CaseDelivery")
  List<String> files(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Delivery>getSource()).files().stream()
        .map(id -> Ids.of(StoredFile.KIND, id))
        .toList();
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Delivery> delivery(DataFetchingEnvironment env) {
    return Loads.one(env, DELIVERIES, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Takeover> takeover(DataFetchingEnvironment env) {
    return Loads.one(env, TAKEOVERS, CaseFetcher.source(env).id());
  }

  @DgsData(parentType = "ResultTakeover")
  String id(DataFetchingEnvironment env) {
    return Ids.of("ResultTakeover", source(env).caseId());
  }

  @DgsData(parentType = "ResultTakeover", field = "case")
  @Nullable Object caseOf(DataFetchingEnvironment env) {
    return Loads.now(env, CaseLoaders.CASES, source(env).caseId());
  }

  @DgsData(parentType = "ResultTakeover")
  @Nullable Object unit(DataFetchingEnvironment env) {
    return Loads.now(env, CaseLinksFetcher.UNITS, source(env).unitId());
  }

  @DgsData(parentType = "ResultTakeover")
  @Nullable Object duty(DataFetchingEnvironment env) {
    Long id = source(env).dutyId();
    return id == null ? null : Loads.now(env, CaseLoaders.DUTIES, id);
  }

  @DgsData(parentType = "ResultTakeover")
  boolean viewerCanSign(DataFetchingEnvironment env) {
    return takeovers.maySign(source(env));
  }

  private static Takeover source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getSource());
  }

  record Link(@Nullable String url, List<UserError> userErrors) {}
}
