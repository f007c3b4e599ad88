package cn.lianban.identity;

import cn.lianban.api.types.SavedViewRemoveInput;
import cn.lianban.api.types.SavedViewSaveInput;
import cn.lianban.graphql.Ids;
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
import org.jspecify.annotations.Nullable;

/** Saved views in the API. */
@DgsComponent
class SavedViewFetcher {
  private final SavedViews views;

  SavedViewFetcher(SavedViews views) {
    this.views = views;
  }

  @DgsQuery
  List<SavedView> savedViews(@InputArgument String list) {
    return views.of(list);
  }

  @DgsMutation
  Payload savedViewSave(@InputArgument SavedViewSaveInput input) {
    return Refusals.payload(
        () -> {
          long id =
              views.save(
                  wanted(input), input.getExpectedVersion(), input.getIdempotencyKey(), input);
          return new Payload(views.find(id).orElse(null), List.of());
        },
        errors -> new Payload(null, errors));
  }

  private static SavedView wanted(SavedViewSaveInput input) {
    String id = input.getId();
    var role = input.getRole();
    return new SavedView(
        id == null ? 0 : Ids.parse(SavedView.KIND, id),
        input.getList(),
        input.getName(),
        SavedView.Audience.valueOf(input.getAudience().name()),
        null,
        role == null ? null : Role.valueOf(role.name()),
        input.getQuery(),
        input.getIsDefault(),
        0);
  }

  @DgsMutation
  Payload savedViewRemove(@InputArgument SavedViewRemoveInput input) {
    return Refusals.payload(
        () -> {
          views.remove(
              Ids.parse(SavedView.KIND, input.getId()),
              input.getExpectedVersion(),
              input.getIdempotencyKey(),
              input);
          return new Payload(null, List.of());
        },
        errors -> new Payload(null, errors));
  }

  @DgsData(parentType = "SavedView", field = "id")
  String viewId(DataFetchingEnvironment env) {
    return Ids.of(SavedView.KIND, view(env).id());
  }

  @DgsData(parentType = "SavedView", field = "isDefault")
  boolean isDefault(DataFetchingEnvironment env) {
    return view(env).isDefault();
  }

  @DgsData(parentType = "SavedView")
  boolean viewerCanChange(DataFetchingEnvironment env) {
    return views.mayChange(view(env));
  }

  private static SavedView view(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<SavedView>getSource());
  }

  record Payload(@Nullable SavedView view, List<UserError> userErrors) {}
}
