package cn.lianban.papers;

import cn.lianban.api.types.PaperOpenInput;
import cn.lianban.api.types.PaperPreviewInput;
import cn.lianban.api.types.PaperPrintInput;
import cn.lianban.api.types.PaperTemplateSaveInput;
import cn.lianban.cases.CaseFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Printed papers and their templates in the API. */
@DgsComponent
class PaperFetcher {
  private static final String LOADER = "casePapers";
  private final Papers papers;
  private final PaperRows rows;
  private final PaperTemplates templates;
  private final PaperPreviews previews;

  @DgsDataLoader(name = LOADER)
  final MappedBatchLoader<Long, List<Paper>> byCase;

  PaperFetcher(Papers papers, PaperRows rows, PaperTemplates templates, PaperPreviews previews) {
    this.papers = papers;
    this.rows = rows;
    this.templates = templates;
    this.previews = previews;
    this.byCase = ids -> CompletableFuture.completedFuture(rows.of(ids));
  }

  @DgsData(parentType = "Case", field = "papers")
  CompletableFuture<List<Paper>> ofCase(DataFetchingEnvironment env) {
    return Loads.<Long, List<Paper>>one(env, LOADER, AttachmentFetcher.caseOf(env).id())
        .thenApply(found -> Objects.requireNonNullElse(found, List.of()));
  }

  @DgsData(parentType = "Case")
  List<PaperKind> viewerCanPrint(DataFetchingEnvironment env) {
    CaseFile file = AttachmentFetcher.caseOf(env);
    return papers.printable(file);
  }

  @DgsData(parentType = "Paper", field = "id")
  String id(DataFetchingEnvironment env) {
    return Ids.of(Paper.KIND, source(env).id());
  }

  @DgsData(parentType = "Paper")
  String title(DataFetchingEnvironment env) {
    return source(env).text().title();
  }

  @DgsData(parentType = "Paper")
  CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    return Loads.<Integer, Unit>one(env, "units", source(env).unitId());
  }

  @DgsMutation
  PaperPayload paperPrint(@InputArgument PaperPrintInput input) {
    return Refusals.payload(
        () -> new PaperPayload(rows.find(papers.print(input)).orElse(null), List.of()),
        errors -> new PaperPayload(null, errors));
  }

  @DgsMutation
  AttachmentFetcher.LinkPayload paperOpen(@InputArgument PaperOpenInput input) {
    return Refusals.payload(
        () -> new AttachmentFetcher.LinkPayload(papers.open(input), List.of()),
        errors -> new AttachmentFetcher.LinkPayload(null, errors));
  }

  @DgsQuery
  List<PaperTemplates.Template> paperTemplates() {
    templates.requireEditor();
    return templates.inForce();
  }

  @DgsQuery
  List<PaperTemplates.Template> paperTemplateVersions(@InputArgument PaperKind kind) {
    templates.requireEditor();
    return templates.versions(kind);
  }

  @DgsData(parentType = "PaperTemplate", field = "savedBy")
  @Nullable CompletableFuture<String> templateSavedBy(DataFetchingEnvironment env) {
    Long account = template(env).savedBy();
    return account == null ? null : Loads.one(env, "accountNames", account);
  }

  @DgsData(parentType = "PaperTemplate", field = "title")
  String templateTitle(DataFetchingEnvironment env) {
    return template(env).text().title();
  }

  @DgsData(parentType = "PaperTemplate", field = "body")
  String templateBody(DataFetchingEnvironment env) {
    return template(env).text().body();
  }

  @DgsQuery
  List<Field> paperFields() {
    return PaperText.FIELDS.entrySet().stream()
        .map(one -> new Field(one.getKey(), one.getValue()))
        .toList();
  }

  @DgsMutation
  TemplatePayload paperTemplateSave(@InputArgument PaperTemplateSaveInput input) {
    PaperKind kind = PaperKind.valueOf(input.getKind().name());
    return Refusals.payload(
        () -> {
          templates.save(
              input.getIdempotencyKey(),
              input,
              kind,
              input.getExpectedVersion(),
              input.getTitle(),
              input.getBody());
          return new TemplatePayload(templates.inForce(kind), List.of());
        },
        errors -> new TemplatePayload(null, errors));
  }

  @DgsMutation
  PreviewPayload paperPreview(@InputArgument PaperPreviewInput input) {
    return Refusals.payload(
        () ->
            new PreviewPayload(
                previews.picture(
                    PaperKind.valueOf(input.getKind().name()), input.getTitle(), input.getBody()),
                List.of()),
        errors -> new PreviewPayload(null, errors));
  }

  private static Paper source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Paper>getSource());
  }

  private static PaperTemplates.Template template(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<PaperTemplates.Template>getSource());
  }

  record Field(String name, String label) {}

  record PaperPayload(@Nullable Paper paper, List<UserError> userErrors) {}

  record TemplatePayload(PaperTemplates.@Nullable Template template, List<UserError> userErrors) {}

  record PreviewPayload(@Nullable String png, List<UserError> userErrors) {}
}
