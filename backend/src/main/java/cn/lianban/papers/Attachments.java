package cn.lianban.papers;

import cn.lianban.api.types.AttachmentOpenInput;
import cn.lianban.api.types.AttachmentRemoveInput;
import cn.lianban.api.types.AttachmentUploadInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseLowered;
import cn.lianban.cases.CaseParties;
import cn.lianban.cases.CaseRaised;
import cn.lianban.cases.Cases;
import cn.lianban.cases.MaterialsRenumbered;
import cn.lianban.files.FileSource;
import cn.lianban.files.FileUploads;
import cn.lianban.files.NewFile;
import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.files.Upload;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Seat;
import cn.lianban.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Files of a case. Who takes part in the case by role and unit adds and opens, supervision opens;
 * what a desk took is taken back there or by who accepts or holds the case. Everybody else in reach
 * sees that there are some.
 */
@Component
class Attachments {
  static final Set<FileSource> SOURCES =
      Set.of(FileSource.DESK, FileSource.PHONE, FileSource.ONLINE);
  private final Cases cases;
  private final CaseParties parties;
  private final StoredFiles files;
  private final FileUploads uploads;
  private final Posts posts;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;

  Attachments(
      Cases cases,
      CaseParties parties,
      StoredFiles files,
      FileUploads uploads,
      Posts posts,
      TenantScope scope,
      Once once,
      AuditTrail audit) {
    this.cases = cases;
    this.parties = parties;
    this.files = files;
    this.uploads = uploads;
    this.posts = posts;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @throws Rejected NOT_FOUND at caseId, INVALID at materialSeq, and what {@link FileUploads}
   *     refuses
   * @throws Problem FORBIDDEN for who takes no part in the case
   */
  Upload upload(AttachmentUploadInput input) {
    CaseFile file = visible(Ids.parse(CaseFile.KIND, input.getCaseId()), "caseId");
    Seat seat = seat(file);
    Integer seq = input.getMaterialSeq();
    if (seq != null && (seq < 0 || seq > 999)) {
      throw new Rejected("INVALID", "materialSeq", "没有这项材料");
    }
    int unit = Objects.requireNonNull(seat.unitId());
    NewFile wanted = wanted(file, FileSource.DESK, input.getName(), input.getSize(), seq, unit);
    return uploads.issue(input.getIdempotencyKey(), wanted, null);
  }

  static NewFile wanted(
      CaseFile file,
      FileSource source,
      String name,
      double size,
      @Nullable Integer slot,
      int unit) {
    return new NewFile(
        CaseFile.KIND,
        file.id(),
        slot,
        file.subDistrictId(),
        file.atDistrict(),
        source,
        name,
        (long) size,
        unit);
  }

  /** A link for the caller; that he opened it is audited. */
  String open(AttachmentOpenInput input) {
    Once.Done done =
        once.run(
            input.getIdempotencyKey(),
            input,
            () -> {
              StoredFile file = ofCase(Ids.parse(StoredFile.KIND, input.getId()));
              files.link(file); // refuses what may not leave, before it is noted as opened
              audit.record(
                  "attachment.open", "case:" + file.subjectId(), Map.of("file", file.id()));
              return file.id();
            });
    return files.link(ofCase(done.id()));
  }

  /**
   * Answers the case's id.
   *
   * @throws Rejected NOT_FOUND at id, REQUIRED at reason
   */
  long remove(AttachmentRemoveInput input) {
    return once.run(input.getIdempotencyKey(), input, () -> removed(input)).id();
  }

  private long removed(AttachmentRemoveInput input) {
    StoredFile file = ofCase(Ids.parse(StoredFile.KIND, input.getId()));
    if (!mayRemove(visible(file.subjectId(), "id"), file)) {
      throw Problem.forbidden();
    }
    String reason = input.getReason().strip();
    if (reason.isEmpty() || reason.length() > 500) {
      throw new Rejected("REQUIRED", "reason", "请填写撤回原因，最多 500 个字符");
    }
    if (!files.remove(file, reason)) {
      throw new Rejected("NOT_FOUND", "id", "没有这个文件");
    }
    audit.record("attachment.remove", "case:" + file.subjectId(), Map.of("file", file.id()));
    return file.subjectId();
  }

  /** Of a desk's file the desk; and who accepts or holds the case, whoever took the file. */
  boolean mayRemove(CaseFile file, StoredFile one) {
    return cases.mayReadApplicant(file)
        || one.unitId() != null
            && posts
                .seat(
                    one.unitId(), Role.WINDOW_CLERK, Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD)
                .isPresent();
  }

  /** The attachment, when the caller may open it; a printed paper is none. */
  private StoredFile ofCase(long id) {
    StoredFile file =
        files
            .find(id)
            .filter(one -> one.subjectKind().equals(CaseFile.KIND))
            .filter(one -> SOURCES.contains(one.source()))
            .orElseThrow(() -> new Rejected("NOT_FOUND", "id", "没有这个文件"));
    readable(file.subjectId(), "id");
    return file;
  }

  /** The case, when the caller takes part in it or supervises: its papers are open to him. */
  CaseFile readable(long caseId, String field) {
    CaseFile file = visible(caseId, field);
    if (!parties.oversees()) {
      seat(file);
    }
    return file;
  }

  /**
   * The post in which the caller takes part in the case; the rest of the request is audited so.
   *
   * @throws Problem FORBIDDEN for who takes no part in it
   */
  Seat seat(CaseFile file) {
    Seat seat = parties.seat(file).orElseThrow(Problem::forbidden);
    scope.actFor(seat.forAccount());
    return seat;
  }

  CaseFile visible(long caseId, String field) {
    return cases.find(caseId).orElseThrow(() -> new Rejected("NOT_FOUND", field, "没有这个办件"));
  }

  /** The case, when the caller accepts or holds it and so sees the applicant unmasked. */
  CaseFile partOf(long caseId, String field) {
    CaseFile file = visible(caseId, field);
    if (!cases.mayReadApplicant(file)) {
      throw Problem.forbidden();
    }
    return file;
  }

  /** By case, in the order they came. One statement. */
  Map<Long, List<StoredFile>> of(Collection<Long> caseIds) {
    return files.of(CaseFile.KIND, caseIds, SOURCES);
  }

  /** A photo stays with its material when the case's list has other numbers. */
  @EventListener
  void renumbered(MaterialsRenumbered event) {
    files.renumber(CaseFile.KIND, event.caseId(), event.seqs());
  }

  /** What the district's level now sees of the case includes its files. */
  @EventListener
  void raised(CaseRaised event) {
    files.raiseToDistrict(CaseFile.KIND, event.caseId());
  }

  @EventListener
  void lowered(CaseLowered event) {
    files.place(CaseFile.KIND, event.caseId(), event.subDistrictId());
  }
}
