package cn.lianban.organisation;

import cn.lianban.api.types.UnitAliasesSetInput;
import cn.lianban.api.types.UnitAtVersionInput;
import cn.lianban.api.types.UnitChangeCancelInput;
import cn.lianban.api.types.UnitCreateInput;
import cn.lianban.api.types.UnitPartInput;
import cn.lianban.api.types.UnitRenameInput;
import cn.lianban.api.types.UnitSplitInput;
import cn.lianban.api.types.UnitsMergeInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.organisation.Plans.AtVersion;
import cn.lianban.organisation.Plans.Into;
import cn.lianban.organisation.Plans.Piece;
import cn.lianban.organisation.UnitChanges.Call;
import cn.lianban.organisation.UnitChanges.Order;
import cn.lianban.tenancy.SubDistrict;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.UnitKind;
import cn.lianban.tenancy.Units;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What administrators do with units, in the API. */
@DgsComponent
class UnitMutationFetcher {
  private final UnitChanges changes;
  private final ChangeQueries queries;
  private final Units units;

  UnitMutationFetcher(UnitChanges changes, ChangeQueries queries, Units units) {
    this.changes = changes;
    this.queries = queries;
    this.units = units;
  }

  @DgsMutation
  UnitPayload unitCreate(@InputArgument UnitCreateInput input) {
    String place = input.getSubDistrictId();
    return unit(
        () ->
            changes.create(
                new Call(input.getIdempotencyKey(), input),
                UnitKind.valueOf(input.getKind().name()),
                input.getName(),
                place == null ? null : Ids.parseInt(SubDistrict.KIND, place),
                Objects.requireNonNullElse(input.getAliases(), List.of())));
  }

  @DgsMutation
  UnitPayload unitAliasesSet(@InputArgument UnitAliasesSetInput input) {
    return unit(
        () ->
            changes.setAliases(
                new Call(input.getIdempotencyKey(), input),
                at(input.getId(), input.getExpectedVersion()),
                input.getAliases()));
  }

  @DgsMutation
  ChangePayload unitRename(@InputArgument UnitRenameInput input) {
    return change(
        () ->
            changes.rename(
                new Call(input.getIdempotencyKey(), input),
                at(input.getId(), input.getExpectedVersion()),
                input.getName(),
                new Order(input.getEffectiveOn(), input.getPaper())));
  }

  @DgsMutation
  ChangePayload unitsMerge(@InputArgument UnitsMergeInput input) {
    return change(
        () ->
            changes.merge(
                new Call(input.getIdempotencyKey(), input),
                input.getUnits().stream().map(UnitMutationFetcher::at).toList(),
                into(input.getIntoId(), input.getIntoName()),
                new Order(input.getEffectiveOn(), input.getPaper())));
  }

  @DgsMutation
  ChangePayload unitSplit(@InputArgument UnitSplitInput input) {
    return change(
        () ->
            changes.split(
                new Call(input.getIdempotencyKey(), input),
                at(input.getId(), input.getExpectedVersion()),
                input.getEnds(),
                input.getParts().stream().map(UnitMutationFetcher::piece).toList(),
                new Order(input.getEffectiveOn(), input.getPaper())));
  }

  @DgsMutation
  ChangePayload unitChangeCancel(@InputArgument UnitChangeCancelInput input) {
    return change(
        () ->
            changes.cancel(
                new Call(input.getIdempotencyKey(), input),
                Ids.parse(UnitChange.KIND, input.getId()),
                input.getExpectedVersion()));
  }

  private static AtVersion at(UnitAtVersionInput unit) {
    return at(unit.getId(), unit.getExpectedVersion());
  }

  private static AtVersion at(String id, int expectedVersion) {
    return new AtVersion(Ids.parseInt(Unit.KIND, id), expectedVersion);
  }

  private static Into into(@Nullable String id, @Nullable String name) {
    return new Into(id == null ? null : Ids.parseInt(Unit.KIND, id), name);
  }

  private static Piece piece(UnitPartInput part) {
    return new Piece(
        into(part.getIntoId(), part.getIntoName()),
        part.getItemIds().stream().map(id -> Ids.parse("Item", id)).toList());
  }

  private UnitPayload unit(Supplier<Integer> mutation) {
    return Refusals.payload(
        () -> new UnitPayload(units.find(mutation.get()).orElseThrow(), List.of()),
        errors -> new UnitPayload(null, errors));
  }

  private ChangePayload change(LongSupplier mutation) {
    return Refusals.payload(
        () -> new ChangePayload(queries.find(mutation.getAsLong()).orElseThrow(), List.of()),
        errors -> new ChangePayload(null, errors));
  }

  record UnitPayload(@Nullable Unit unit, List<UserError> userErrors) {}

  record ChangePayload(@Nullable UnitChange change, List<UserError> userErrors) {}
}
