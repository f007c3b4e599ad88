package cn.lianban.evaluation;

import cn.lianban.api.types.RatingFilter;
import cn.lianban.api.types.RatingInviteInput;
import cn.lianban.api.types.RatingOpenInput;
import cn.lianban.api.types.RatingOrder;
import cn.lianban.api.types.RatingSubmitInput;
import cn.lianban.cases.CaseFile;
import cn.lianban.files.PublicAddress;
import cn.lianban.files.QrSvg;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.PageInfo;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Ratings in the API. */
@DgsComponent
class RatingFetcher {
  private final RatingForms forms;
  private final RatingInvites invites;
  private final RatingDesk desk;
  private final RatingLists lists;
  private final Districts districts;
  private final PublicAddress address;

  RatingFetcher(
      RatingForms forms,
      RatingInvites invites,
      RatingDesk desk,
      RatingLists lists,
      Districts districts,
      PublicAddress address) {
    this.forms = forms;
    this.invites = invites;
    this.desk = desk;
    this.lists = lists;
    this.districts = districts;
    this.address = address;
  }

  @DgsQuery
  RatingForm ratingForm() {
    return forms.inForce();
  }

  @DgsQuery
  RatingConnection ratings(
      @InputArgument RatingFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable RatingOrder orderBy) {
    RatingQueries.Filter which = lists.allowed(filter);
    Page<Rating> page = lists.page(which, orderBy, first, after);
    return new RatingConnection(page.nodes(), page.pageInfo(), which);
  }

  @DgsData(parentType = "RatingConnection")
  int totalCount(DataFetchingEnvironment env) {
    return lists.count(Objects.requireNonNull(env.<RatingConnection>getSource()).filter());
  }

  @DgsMutation
  InvitePayload ratingInvite(@InputArgument RatingInviteInput input) {
    return Refusals.payload(
        () -> shown(invites.invite(input)), errors -> new InvitePayload(null, null, null, errors));
  }

  private InvitePayload shown(RatingInvites.Issued issued) {
    String code = districts.current().orElseThrow().code();
    String link = "/rate/" + code + "/#" + issued.token().text();
    return new InvitePayload(link, QrSvg.of(address.of(link)), issued.expiresAt(), List.of());
  }

  @DgsMutation
  OpenPayload ratingOpen(@InputArgument RatingOpenInput input) {
    return Refusals.payload(
        () -> new OpenPayload(desk.open(input.getToken()), List.of()),
        errors -> new OpenPayload(null, errors));
  }

  @DgsMutation
  SubmitPayload ratingSubmit(@InputArgument RatingSubmitInput input) {
    return Refusals.payload(
        () -> new SubmitPayload(desk.submit(input), List.of()),
        errors -> new SubmitPayload(null, errors));
  }

  @DgsData(parentType = "Rating")
  String id(DataFetchingEnvironment env) {
    return source(env).ref().toString();
  }

  @DgsData(parentType = "Rating")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    return Loads.<Integer, Unit>one(env, "units", source(env).unitId());
  }

  @DgsData(parentType = "Rating")
  List<RatingForm.Option> options(DataFetchingEnvironment env) {
    return lists.options(source(env));
  }

  @DgsData(parentType = "Rating", field = "case")
  CompletableFuture<@Nullable CaseFile> caseOf(DataFetchingEnvironment env) {
    return Loads.one(env, RatingLoaders.CASES, source(env).id());
  }

  @DgsData(parentType = "Rating", field = "source")
  CompletableFuture<@Nullable String> sourceOf(DataFetchingEnvironment env) {
    return origin(env).thenApply(origin -> origin == null ? null : origin.source());
  }

  @DgsData(parentType = "Rating")
  CompletableFuture<@Nullable String> foreignNo(DataFetchingEnvironment env) {
    return origin(env).thenApply(origin -> origin == null ? null : origin.foreignNo());
  }

  private static CompletableFuture<@Nullable RatingOrigin> origin(DataFetchingEnvironment env) {
    return Loads.one(env, RatingLoaders.ORIGINS, source(env).id());
  }

  private static Rating source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Rating>getSource());
  }

  record RatingConnection(List<Rating> nodes, PageInfo pageInfo, RatingQueries.Filter filter) {}

  record InvitePayload(
      @Nullable String link,
      @Nullable String qrSvg,
      @Nullable Instant expiresAt,
      List<UserError> userErrors) {}

  record OpenPayload(RatingDesk.@Nullable RatingSubject subject, List<UserError> userErrors) {}

  record SubmitPayload(RatingDesk.@Nullable RatingReceipt receipt, List<UserError> userErrors) {}
}
