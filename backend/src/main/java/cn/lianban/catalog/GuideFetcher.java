package cn.lianban.catalog;

import cn.lianban.api.types.OverlapKind;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public guide and the report on what is asked for twice, in the API. */
@DgsComponent
class GuideFetcher {
  private final Items items;
  private final VersionQueries versions;
  private final Overlaps overlaps;

  GuideFetcher(Items items, VersionQueries versions, Overlaps overlaps) {
    this.items = items;
    this.versions = versions;
    this.overlaps = overlaps;
  }

  @DgsQuery
  @Nullable Guide guide(@InputArgument String id) {
    Optional<Item> item = items.find(Ids.parse(Item.KIND, id));
    return item.flatMap(
            found ->
                versions
                    .of(found.id(), found.edition())
                    .map(v -> new Guide(found, v.content(), v.trail().documentNo())))
        .orElse(null);
  }

  @DgsQuery(field = "overlaps")
  Page<Overlap> report(
      @InputArgument OverlapKind kind,
      @InputArgument boolean acrossDepartments,
      @InputArgument int first,
      @InputArgument @Nullable String after) {
    return kind == OverlapKind.MATERIAL
        ? overlaps.ofMaterials(acrossDepartments, first, after)
        : overlaps.ofConditions(acrossDepartments, first, after);
  }
}
