package cn.lianban.identity;

import cn.lianban.api.types.PasswordChangeInput;
import cn.lianban.graphql.Loads;
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
  private final PasswordChange passwordChange;

  IdentityFetcher(Viewers viewers, PasswordChange passwordChange) {
    this.viewers = viewers;
    this.passwordChange = passwordChange;
  }

  @DgsQuery
  @Nullable Viewer viewer() {
    return viewers.current();
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

  private static <T> T source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<T>getSource());
  }

  private static @Nullable CompletableFuture<Object> load(
      DataFetchingEnvironment env, String loader, @Nullable Integer id) {
    return id == null ? null : Loads.one(env, loader, id);
  }

  record ViewerPayload(@Nullable Viewer viewer, List<UserError> userErrors) {}
}
