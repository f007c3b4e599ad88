package cn.lianban.organisation;

import cn.lianban.api.types.OpeningHoursInput;
import cn.lianban.api.types.ServicePointChangeInput;
import cn.lianban.api.types.ServicePointCloseInput;
import cn.lianban.api.types.ServicePointCreateInput;
import cn.lianban.api.types.ServicePointFilter;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.PageInfo;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.organisation.ServicePoints.Facts;
import cn.lianban.organisation.UnitChanges.Call;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Service points in the API. */
@DgsComponent
class PointFetcher {
  private final ServicePoints points;
  private final PointQueries queries;

  PointFetcher(ServicePoints points, PointQueries queries) {
    this.points = points;
    this.queries = queries;
  }

  @DgsQuery
  Connection servicePoints(
      @InputArgument @Nullable ServicePointFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      DataFetchingEnvironment env) {
    PointQueries.Filter wanted = filter(filter == null ? new ServicePointFilter() : filter);
    Page<ServicePoint> page = queries.page(wanted, first, after);
    int total = env.getSelectionSet().contains("totalCount") ? queries.count(wanted) : 0;
    return new Connection(page.nodes(), page.pageInfo(), total);
  }

  record Connection(List<ServicePoint> nodes, PageInfo pageInfo, int totalCount) {}

  private static PointQueries.Filter filter(ServicePointFilter asked) {
    var kind = asked.getKind();
    return new PointQueries.Filter(
        asked.getSearch(),
        kind == null ? null : ServicePoint.Kind.valueOf(kind.name()),
        asked.getUnitId() == null ? null : Ids.parseInt(Unit.KIND, asked.getUnitId()),
        asked.getSubDistrictId() == null
            ? null
            : Ids.parseInt(SubDistrict.KIND, asked.getSubDistrictId()),
        asked.getParentId() == null ? null : Ids.parse(ServicePoint.KIND, asked.getParentId()),
        asked.getEnterprise(),
        Boolean.TRUE.equals(asked.getWithClosed()));
  }

  @DgsQuery
  @Nullable ServicePoint servicePoint(@InputArgument String id) {
    return queries.find(Ids.parse(ServicePoint.KIND, id)).orElse(null);
  }

  @DgsMutation
  Payload servicePointCreate(@InputArgument ServicePointCreateInput input) {
    String place = input.getSubDistrictId();
    return payload(
        () ->
            points.create(
                new Call(input.getIdempotencyKey(), input),
                ServicePoint.Kind.valueOf(input.getKind().name()),
                Ids.parseInt(Unit.KIND, input.getUnitId()),
                place == null ? null : Ids.parseInt(SubDistrict.KIND, place),
                new Facts(
                    input.getName(),
                    parent(input.getParentId()),
                    text(input.getAddress()),
                    text(input.getPhone()),
                    Boolean.TRUE.equals(input.getEnterprise()),
                    hours(input.getOpeningHours()))));
  }

  @DgsMutation
  Payload servicePointChange(@InputArgument ServicePointChangeInput input) {
    return payload(
        () ->
            points.change(
                new Call(input.getIdempotencyKey(), input),
                Ids.parse(ServicePoint.KIND, input.getId()),
                input.getExpectedVersion(),
                new Facts(
                    input.getName(),
                    parent(input.getParentId()),
                    text(input.getAddress()),
                    text(input.getPhone()),
                    Boolean.TRUE.equals(input.getEnterprise()),
                    hours(input.getOpeningHours()))));
  }

  @DgsMutation
  Payload servicePointClose(@InputArgument ServicePointCloseInput input) {
    return payload(
        () ->
            points.close(
                new Call(input.getIdempotencyKey(), input),
                Ids.parse(ServicePoint.KIND, input.getId()),
                input.getExpectedVersion(),
                input.getClosedOn()));
  }

  private static @Nullable Long parent(@Nullable String id) {
    return id == null ? null : Ids.parse(ServicePoint.KIND, id);
  }

  private static String text(@Nullable String typed) {
    return Objects.requireNonNullElse(typed, "");
  }

  private static List<ServicePoint.Hours> hours(@Nullable List<OpeningHoursInput> typed) {
    return typed == null
        ? List.of()
        : typed.stream()
            .map(h -> new ServicePoint.Hours(h.getWeekday(), h.getOpens(), h.getCloses()))
            .toList();
  }

  private Payload payload(LongSupplier mutation) {
    return Refusals.payload(
        () -> new Payload(queries.find(mutation.getAsLong()).orElseThrow(), List.of()),
        errors -> new Payload(null, errors));
  }

  record Payload(@Nullable ServicePoint servicePoint, List<UserError> userErrors) {}

  @DgsData(parentType = "Viewer")
  boolean viewerCanEditServicePoints() {
    return points.viewerCanEdit();
  }

  @DgsData(parentType = "ServicePoint")
  String id(DataFetchingEnvironment env) {
    return Ids.of(ServicePoint.KIND, point(env).id());
  }

  @DgsData(parentType = "ServicePoint")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    return Loads.one(env, "units", point(env).unitId());
  }

  @DgsData(parentType = "ServicePoint")
  @Nullable CompletableFuture<ServicePoint> parent(DataFetchingEnvironment env) {
    Long hall = point(env).parentId();
    return hall == null ? null : Loads.one(env, PointLoader.NAME, hall);
  }

  @DgsData(parentType = "ServicePoint")
  @Nullable CompletableFuture<SubDistrict> subDistrict(DataFetchingEnvironment env) {
    Integer place = point(env).subDistrictId();
    return place == null ? null : Loads.one(env, "postSubDistricts", place);
  }

  @DgsData(parentType = "ServicePoint")
  boolean viewerCanChange(DataFetchingEnvironment env) {
    return point(env).closedOn() == null && points.mayChange(point(env).subDistrictId());
  }

  private static ServicePoint point(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ServicePoint>getSource());
  }
}
