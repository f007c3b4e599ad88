package cn.lianban.organisation;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Units with their codes and history in the API. */
@DgsComponent
class UnitFetcher {
  private final Units units;
  private final UnitChanges changes;
  private final ChangeQueries queries;
  private final Successions successions;

  UnitFetcher(Units units, UnitChanges changes, ChangeQueries queries, Successions successions) {
    this.units = units;
    this.changes = changes;
    this.queries = queries;
    this.successions = successions;
  }

  @DgsQuery
  @Nullable Unit unit(@InputArgument String id) {
    return units.find(Ids.parseInt(Unit.KIND, id)).orElse(null);
  }

  @DgsQuery
  Page<UnitChange> unitChanges(@InputArgument int first, @InputArgument @Nullable String after) {
    return queries.page(first, after);
  }

  @DgsQuery
  @Nullable Estate unitEstate(@InputArgument String unitId) {
    changes.requireEditor();
    return units
        .find(Ids.parseInt(Unit.KIND, unitId))
        .map(unit -> successions.estate(unit.id()))
        .orElse(null);
  }

  @DgsData(parentType = "Viewer")
  boolean viewerCanEditOrganisation() {
    return changes.viewerCanEdit();
  }

  @DgsData(parentType = "Unit")
  CompletableFuture<List<String>> aliases(DataFetchingEnvironment env) {
    return many(env, AliasLoader.NAME);
  }

  @DgsData(parentType = "Unit")
  CompletableFuture<List<UnitChange>> changes(DataFetchingEnvironment env) {
    return many(env, ChangeLoader.NAME);
  }

  private static <T> CompletableFuture<List<T>> many(DataFetchingEnvironment env, String loader) {
    Unit unit = Objects.requireNonNull(env.<Unit>getSource());
    return Loads.<Integer, @Nullable List<T>>one(env, loader, unit.id())
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsData(parentType = "UnitChange", field = "id")
  String changeId(DataFetchingEnvironment env) {
    return Ids.of(UnitChange.KIND, change(env).id());
  }

  @DgsData(parentType = "UnitChange")
  boolean viewerCanCancel(DataFetchingEnvironment env) {
    return change(env).waits() && changes.viewerCanEdit();
  }

  @DgsData(parentType = "UnitChangePart")
  CompletableFuture<Unit> from(DataFetchingEnvironment env) {
    return Loads.one(env, "units", part(env).fromUnitId());
  }

  @DgsData(parentType = "UnitChangePart")
  @Nullable CompletableFuture<Unit> to(DataFetchingEnvironment env) {
    Integer unit = part(env).toUnitId();
    return unit == null ? null : Loads.one(env, "units", unit);
  }

  @DgsData(parentType = "UnitChangePart")
  @Nullable List<String> itemIds(DataFetchingEnvironment env) {
    List<Long> items = part(env).items();
    return items == null ? null : items.stream().map(id -> Ids.of("Item", id)).toList();
  }

  private static UnitChange change(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<UnitChange>getSource());
  }

  private static UnitChange.Part part(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<UnitChange.Part>getSource());
  }
}
