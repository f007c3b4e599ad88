package cn.lianban.exchange;

import cn.lianban.api.types.DataImportApplyInput;
import cn.lianban.api.types.DataImportCancelInput;
import cn.lianban.api.types.DataImportColumnInput;
import cn.lianban.api.types.DataImportConstantInput;
import cn.lianban.api.types.DataImportRereadInput;
import cn.lianban.api.types.DataImportStageInput;
import cn.lianban.api.types.DataImportUndoInput;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Imports in the API. */
@DgsComponent
class ImportFetcher {
  private final Imports imports;
  private final Rereading rereading;
  private final ImportQueries queries;
  private final Kinds kinds;

  ImportFetcher(Imports imports, Rereading rereading, ImportQueries queries, Kinds kinds) {
    this.imports = imports;
    this.rereading = rereading;
    this.queries = queries;
    this.kinds = kinds;
  }

  @DgsQuery
  List<KindView> exchangeKinds() {
    return kinds.all().stream()
        .filter(listing -> !listing.isOfScreen())
        .map(
            listing ->
                new KindView(
                    listing.name(),
                    listing.title(),
                    listing.columns().stream().map(ColumnView::of).toList(),
                    kinds.mayImport(listing),
                    kinds.mayExport(listing)))
        .filter(kind -> kind.viewerCanImport() || kind.viewerCanExport())
        .toList();
  }

  @DgsQuery
  Page<DataImport> dataImports(@InputArgument int first, @InputArgument @Nullable String after) {
    return queries.page(first, after);
  }

  @DgsQuery
  @Nullable DataImport dataImport(@InputArgument String id) {
    return imports.find(Ids.parse(DataImport.KIND, id));
  }

  @DgsMutation
  Payload dataImportStage(@InputArgument DataImportStageInput input) {
    return done(
        () ->
            imports.stage(
                act(input.getId(), input.getExpectedVersion(), input.getIdempotencyKey(), input),
                input.getSheet(),
                input.getHeaderFirst(),
                input.getHeaderLast(),
                plan(input)));
  }

  private static Plan plan(DataImportStageInput input) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    Set<Integer> fillDown = new HashSet<>();
    for (DataImportColumnInput column : input.getColumns()) {
      columns.put(column.getIndex(), column.getKey());
      if (Boolean.TRUE.equals(column.getFillDown())) {
        fillDown.add(column.getIndex());
      }
    }
    Map<String, String> constants = new LinkedHashMap<>();
    for (DataImportConstantInput constant : input.getConstants()) {
      constants.put(constant.getKey(), constant.getValue());
    }
    return new Plan(columns, fillDown, constants);
  }

  @DgsMutation
  Payload dataImportReread(@InputArgument DataImportRereadInput input) {
    return done(
        () ->
            rereading.read(
                act(input.getId(), input.getExpectedVersion(), input.getIdempotencyKey(), input),
                input.getCharset().name(),
                input.getDelimiter().name()));
  }

  @DgsMutation
  Payload dataImportApply(@InputArgument DataImportApplyInput input) {
    return done(
        () ->
            imports.apply(
                act(input.getId(), input.getExpectedVersion(), input.getIdempotencyKey(), input),
                ApplyMode.valueOf(input.getMode().name())));
  }

  @DgsMutation
  Payload dataImportCancel(@InputArgument DataImportCancelInput input) {
    return done(
        () ->
            imports.cancel(
                act(input.getId(), input.getExpectedVersion(), input.getIdempotencyKey(), input)));
  }

  @DgsMutation
  Payload dataImportUndo(@InputArgument DataImportUndoInput input) {
    return done(
        () ->
            imports.undo(
                act(input.getId(), input.getExpectedVersion(), input.getIdempotencyKey(), input)));
  }

  private static Imports.Act act(String id, int version, String key, Object input) {
    return new Imports.Act(Ids.parse(DataImport.KIND, id), version, key, input);
  }

  private Payload done(LongSupplier action) {
    return Refusals.payload(
        () -> new Payload(imports.find(action.getAsLong()), List.of()),
        errors -> new Payload(null, errors));
  }

  record Payload(@Nullable DataImport dataImport, List<UserError> userErrors) {}

  record KindView(
      String name,
      String title,
      List<ColumnView> columns,
      boolean viewerCanImport,
      boolean viewerCanExport) {}

  record ColumnView(
      String key,
      String header,
      Column.Type type,
      boolean required,
      boolean identity,
      List<String> words) {
    static ColumnView of(Column column) {
      return new ColumnView(
          column.key(),
          column.header(),
          column.type(),
          column.required(),
          column.identity(),
          List.copyOf(column.words().values()));
    }
  }
}
