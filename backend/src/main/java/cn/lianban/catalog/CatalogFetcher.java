package cn.lianban.catalog;

import cn.lianban.api.types.ItemFilter;
import cn.lianban.api.types.ItemOrder;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Items in the API. */
@DgsComponent
class CatalogFetcher {
  private final Items items;
  private final Editors editors;

  CatalogFetcher(Items items, Editors editors) {
    this.items = items;
    this.editors = editors;
  }

  @DgsQuery(field = "items")
  Page<Item> list(
      @InputArgument @Nullable String search,
      @InputArgument @Nullable ItemFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable ItemOrder orderBy) {
    String unit = filter == null ? null : filter.getUnitId();
    boolean here = filter != null && Boolean.TRUE.equals(filter.getAcceptableHere());
    Integer unitId = unit == null ? null : Ids.parseInt(Unit.KIND, unit);
    return items.search(search, unitId, here, orderBy, first, after);
  }

  @DgsQuery
  @Nullable Item item(@InputArgument String id) {
    return items
        .find(Ids.parse(Item.KIND, id))
        .filter(found -> found.published() || editors.isStaff())
        .orElse(null);
  }

  @DgsData(parentType = "Item")
  CompletableFuture<Unit> department(DataFetchingEnvironment env) {
    return Loads.one(env, "units", item(env).unitId());
  }

  @DgsData(parentType = "Item")
  CompletableFuture<List<Material>> materials(DataFetchingEnvironment env) {
    return listOf(env, MaterialLoader.NAME);
  }

  @DgsData(parentType = "Item")
  CompletableFuture<List<Unit>> acceptancePoints(DataFetchingEnvironment env) {
    return listOf(env, AcceptancePointLoader.NAME);
  }

  private static Item item(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Item>getSource());
  }

  private static <T> CompletableFuture<List<T>> listOf(DataFetchingEnvironment env, String loader) {
    return Loads.<Long, @Nullable List<T>>one(env, loader, item(env).id())
        .thenApply(found -> found == null ? List.of() : found);
  }
}
