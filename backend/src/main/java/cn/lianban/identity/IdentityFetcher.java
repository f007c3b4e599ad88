package cn.lianban.identity;

import cn.lianban.api.types.AccountDisableInput;
import cn.lianban.api.types.AccountEnableInput;
import cn.lianban.api.types.AccountPasswordResetInput;
import cn.lianban.api.types.PasswordChangeInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
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
import org.springframework.web.context.request.RequestContextHolder;

/** The viewer, and the accounts an administrator has in charge. */
@DgsComponent
class IdentityFetcher {
  private final Viewers viewers;
  private final AccountQueries accounts;
  private final AccountAdministration administration;
  private final PasswordChange passwordChange;

  IdentityFetcher(
      Viewers viewers,
      AccountQueries accounts,
      AccountAdministration administration,
      PasswordChange passwordChange) {
    this.viewers = viewers;
    this.accounts = accounts;
    this.administration = administration;
    this.passwordChange = passwordChange;
  }

  @DgsQuery
  @Nullable Viewer viewer() {
    return viewers.current();
  }

  @DgsQuery
  Page<Account> accounts(
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable String search) {
    return accounts.page(first, after, search);
  }

  @DgsMutation
  ViewerPayload passwordChange(@InputArgument PasswordChangeInput input) {
    return Refusals.payload(
        () -> {
          passwordChange.change(
              input, RequestContextHolder.currentRequestAttributes().getSessionId());
          return new ViewerPayload(viewers.current(), List.of());
        },
        errors -> new ViewerPayload(null, errors));
  }

  @DgsMutation
  AccountPayload accountDisable(@InputArgument AccountDisableInput input) {
    return Refusals.payload(
        () -> new AccountPayload(accounts.require(administration.disable(input)), List.of()),
        errors -> new AccountPayload(null, errors));
  }

  @DgsMutation
  AccountPayload accountEnable(@InputArgument AccountEnableInput input) {
    return Refusals.payload(
        () -> new AccountPayload(accounts.require(administration.enable(input)), List.of()),
        errors -> new AccountPayload(null, errors));
  }

  @DgsMutation
  ResetPayload accountPasswordReset(@InputArgument AccountPasswordResetInput input) {
    return Refusals.payload(
        () -> {
          var issued = administration.resetPassword(input);
          return new ResetPayload(accounts.require(issued.id()), issued.password(), List.of());
        },
        errors -> new ResetPayload(null, null, errors));
  }

  @DgsData(parentType = "Viewer", field = "posts")
  List<Post> viewerPosts(DataFetchingEnvironment env) {
    return viewers.posts(IdentityFetcher.<Viewer>source(env).id());
  }

  @DgsData(parentType = "Viewer", field = "unit")
  @Nullable CompletableFuture<Object> viewerUnit(DataFetchingEnvironment env) {
    return load(env, "units", IdentityFetcher.<Viewer>source(env).unitId());
  }

  @DgsData(parentType = "Post", field = "unit")
  @Nullable CompletableFuture<Object> postUnit(DataFetchingEnvironment env) {
    return load(env, "units", IdentityFetcher.<Post>source(env).unitId());
  }

  @DgsData(parentType = "Post", field = "subDistrict")
  @Nullable CompletableFuture<Object> postSubDistrict(DataFetchingEnvironment env) {
    return load(env, PostPlaceLoader.NAME, IdentityFetcher.<Post>source(env).subDistrictId());
  }

  @DgsData(parentType = "Account", field = "id")
  String accountId(DataFetchingEnvironment env) {
    return Ids.of(Account.KIND, IdentityFetcher.<Account>source(env).id());
  }

  @DgsData(parentType = "Account", field = "posts")
  CompletableFuture<List<Post>> accountPosts(DataFetchingEnvironment env) {
    return Loads.<Long, @Nullable List<Post>>one(
            env, PostLoader.NAME, IdentityFetcher.<Account>source(env).id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  private static <T> T source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<T>getSource());
  }

  private static @Nullable CompletableFuture<Object> load(
      DataFetchingEnvironment env, String loader, @Nullable Integer id) {
    return id == null ? null : Loads.one(env, loader, id);
  }

  record ViewerPayload(@Nullable Viewer viewer, List<UserError> userErrors) {}

  record AccountPayload(@Nullable Account account, List<UserError> userErrors) {}

  record ResetPayload(
      @Nullable Account account, @Nullable String firstPassword, List<UserError> userErrors) {}
}
