package cn.lianban.catalog;

import cn.lianban.api.types.OverlapKind;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.organisation.PublicPlace;
import cn.lianban.organisation.PublicPlaces;
import cn.lianban.organisation.ServicePoint;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public guide and the report on what is asked for twice, in the API. */
@DgsComponent
class GuideFetcher {
  private final Items items;
  private final VersionQueries versions;
  private final Overlaps overlaps;
  private final ItemQueries queries;
  private final PublicPlaces places;
  private final Units units;

  GuideFetcher(
      Items items,
      VersionQueries versions,
      Overlaps overlaps,
      ItemQueries queries,
      PublicPlaces places,
      Units units) {
    this.items = items;
    this.versions = versions;
    this.overlaps = overlaps;
    this.queries = queries;
    this.places = places;
    this.units = units;
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

  /** With the unit's name, as the public knows it. */
  record GuidePlace(String unit, PublicPlace place) {}

  @DgsData(parentType = "Guide")
  List<GuidePlace> places(DataFetchingEnvironment env) {
    long item = Objects.requireNonNull(env.<Guide>getSource()).item().id();
    var accepting = queries.acceptancePoints(List.of(item)).getOrDefault(item, List.of());
    Map<Integer, Unit> named = units.byIds(accepting);
    return places.of(accepting).stream()
        .flatMap(
            place ->
                Optional.ofNullable(named.get(place.unitId())).stream()
                    .map(unit -> new GuidePlace(unit.name(), place)))
        .toList();
  }

  private static PublicPlace place(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<GuidePlace>getSource()).place();
  }

  @DgsData(parentType = "GuidePlace")
  String name(DataFetchingEnvironment env) {
    return place(env).name();
  }

  @DgsData(parentType = "GuidePlace")
  ServicePoint.Kind kind(DataFetchingEnvironment env) {
    return place(env).kind();
  }

  @DgsData(parentType = "GuidePlace")
  String address(DataFetchingEnvironment env) {
    return place(env).address();
  }

  @DgsData(parentType = "GuidePlace")
  String phone(DataFetchingEnvironment env) {
    return place(env).phone();
  }

  @DgsData(parentType = "GuidePlace")
  boolean enterprise(DataFetchingEnvironment env) {
    return place(env).enterprise();
  }

  @DgsData(parentType = "GuidePlace")
  List<ServicePoint.Hours> openingHours(DataFetchingEnvironment env) {
    return place(env).openingHours();
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
