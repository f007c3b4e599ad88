package cn.lianban.papers;

import cn.lianban.api.types.AttachmentOpenInput;
import cn.lianban.api.types.AttachmentRemoveInput;
import cn.lianban.api.types.AttachmentUploadInput;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseParties;
import cn.lianban.cases.Cases;
import cn.lianban.files.StoredFile;
import cn.lianban.files.Upload;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.tenancy.Unit;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.dataloader.MappedBatchLoader;
import org.jspecify.annotations.Nullable;

/** Attachments in the API. */
@DgsComponent
class AttachmentFetcher {
  private static final String LOADER = "caseAttachments";
  private static final String ASKED = "caseUnitsAsked";
  private static final CompletableFuture<Boolean> YES = CompletableFuture.completedFuture(true);
  private final Attachments attachments;
  private final Cases cases;
  private final CaseParties parties;

  @DgsDataLoader(name = LOADER)
  final MappedBatchLoader<Long, List<StoredFile>> byCase;

  @DgsDataLoader(name = ASKED)
  final MappedBatchLoader<Long, Set<Integer>> asked;

  AttachmentFetcher(Attachments attachments, Cases cases, CaseParties parties) {
    this.attachments = attachments;
    this.cases = cases;
    this.parties = parties;
    this.asked = ids -> CompletableFuture.completedFuture(parties.asked(ids));
    this.byCase = ids -> CompletableFuture.completedFuture(attachments.of(ids));
  }

  @DgsData(parentType = "Case")
  CompletableFuture<List<Attachment>> attachments(DataFetchingEnvironment env) {
    CaseFile file = caseOf(env);
    return Loads.<Long, List<StoredFile>>one(env, LOADER, file.id())
        .thenCombine(
            parties.oversees() ? YES : takesPart(env),
            (found, mayOpen) -> seen(file, Objects.requireNonNullElse(found, List.of()), mayOpen));
  }

  private List<Attachment> seen(CaseFile file, List<StoredFile> files, boolean mayOpen) {
    List<Attachment> seen = new ArrayList<>();
    for (StoredFile one : files) {
      boolean mayRemove = mayOpen && attachments.mayRemove(file, one);
      seen.add(Attachment.of(one, seen.size() + 1, mayOpen, mayRemove));
    }
    return seen;
  }

  @DgsData(parentType = "Case")
  CompletableFuture<Boolean> viewerCanAttach(DataFetchingEnvironment env) {
    return takesPart(env);
  }

  /** Who was asked is read only where role and unit alone do not tell. */
  private CompletableFuture<Boolean> takesPart(DataFetchingEnvironment env) {
    CaseFile file = caseOf(env);
    return parties.own(file).isPresent()
        ? YES
        : Loads.<Long, Set<Integer>>one(env, ASKED, file.id())
            .thenApply(found -> found != null && parties.among(found).isPresent());
  }

  @DgsData(parentType = "Attachment", field = "id")
  String id(DataFetchingEnvironment env) {
    return Ids.of(StoredFile.KIND, source(env).number());
  }

  @DgsData(parentType = "Attachment")
  @Nullable CompletableFuture<Unit> unit(DataFetchingEnvironment env) {
    Integer unit = source(env).unitId();
    return unit == null ? null : Loads.<Integer, Unit>one(env, "units", unit);
  }

  @DgsMutation
  UploadPayload attachmentUpload(@InputArgument AttachmentUploadInput input) {
    return Refusals.payload(
        () -> new UploadPayload(attachments.upload(input), List.of()),
        errors -> new UploadPayload(null, errors));
  }

  @DgsMutation
  LinkPayload attachmentOpen(@InputArgument AttachmentOpenInput input) {
    return Refusals.payload(
        () -> new LinkPayload(attachments.open(input), List.of()),
        errors -> new LinkPayload(null, errors));
  }

  @DgsMutation
  CasePayload attachmentRemove(@InputArgument AttachmentRemoveInput input) {
    return Refusals.payload(
        () -> new CasePayload(cases.find(attachments.remove(input)).orElse(null), List.of()),
        errors -> new CasePayload(null, errors));
  }

  private static Attachment source(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<Attachment>getSource());
  }

  static CaseFile caseOf(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<CaseFile>getSource());
  }

  record UploadPayload(@Nullable Upload upload, List<UserError> userErrors) {}

  record LinkPayload(@Nullable String url, List<UserError> userErrors) {}

  record CasePayload(@Nullable CaseFile getCase, List<UserError> userErrors) {}
}
