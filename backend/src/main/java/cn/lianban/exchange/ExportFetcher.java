package cn.lianban.exchange;

import cn.lianban.api.types.DataExportCancelInput;
import cn.lianban.api.types.DataExportFilterInput;
import cn.lianban.api.types.DataExportLabelInput;
import cn.lianban.api.types.DataExportLinkInput;
import cn.lianban.api.types.DataExportStartInput;
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
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Long exports in the API. */
@DgsComponent
class ExportFetcher {
  private final Exports exports;
  private final ExportLinks links;
  private final ExportProgress progress;

  ExportFetcher(Exports exports, ExportLinks links, ExportProgress progress) {
    this.exports = exports;
    this.links = links;
    this.progress = progress;
  }

  @DgsQuery
  @Nullable DataExport dataExport(@InputArgument String id) {
    return exports.find(Ids.parse(DataExport.KIND, id));
  }

  @DgsMutation
  Payload dataExportStart(@InputArgument DataExportStartInput input) {
    Map<String, String> filters = new TreeMap<>();
    for (DataExportFilterInput filter : input.getFilters()) {
      filters.put(filter.getName(), filter.getValue());
    }
    Selection selection =
        new Selection(input.getColumns(), filters, input.getOrder(), labels(input));
    return done(
        () ->
            exports.start(
                input.getListing(),
                OutFormat.valueOf(input.getFormat().name()),
                selection,
                input.getIdempotencyKey(),
                input));
  }

  private static Map<String, Selection.Label> labels(DataExportStartInput input) {
    Map<String, Selection.Label> labels = new TreeMap<>();
    for (DataExportLabelInput label : input.getLabels()) {
      Map<String, String> words = new TreeMap<>();
      label.getWords().forEach(word -> words.put(word.getCode(), word.getWord()));
      labels.put(label.getColumn(), new Selection.Label(label.getTitle(), words));
    }
    return labels;
  }

  @DgsMutation
  Payload dataExportCancel(@InputArgument DataExportCancelInput input) {
    return done(
        () ->
            exports.cancel(
                Ids.parse(DataExport.KIND, input.getId()), input.getIdempotencyKey(), input));
  }

  @DgsMutation
  LinkPayload dataExportLink(@InputArgument DataExportLinkInput input) {
    return Refusals.payload(
        () -> {
          long id = Ids.parse(DataExport.KIND, input.getId());
          String token = links.link(id, input.getIdempotencyKey(), input);
          return new LinkPayload("/export/files/" + input.getId() + "/" + token, List.of());
        },
        errors -> new LinkPayload(null, errors));
  }

  private Payload done(LongSupplier action) {
    return Refusals.payload(
        () -> new Payload(exports.find(action.getAsLong()), List.of()),
        errors -> new Payload(null, errors));
  }

  @DgsData(parentType = "DataExport")
  String id(DataFetchingEnvironment env) {
    return Ids.of(DataExport.KIND, source(env).number());
  }

  @DgsData(parentType = "DataExport")
  int rows(DataFetchingEnvironment env) {
    return progress.of(source(env).number(), source(env).done());
  }

  private static DataExport source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<DataExport>getSource());
  }

  record Payload(@Nullable DataExport dataExport, List<UserError> userErrors) {}

  record LinkPayload(@Nullable String link, List<UserError> userErrors) {}
}
