package cn.lianban.organisation;

import cn.lianban.api.types.InPlaceProofFileOpenInput;
import cn.lianban.api.types.InPlaceProofFileRemoveInput;
import cn.lianban.api.types.InPlaceProofFileUploadInput;
import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
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
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The documents that prove 两集中两到位, as files. The district's administrator brings and takes back;
 * whoever works at the district's level sees and opens.
 */
@Component
class InPlacePapers {
  private static final String SUBJECT = "InPlaceProof";
  private static final Set<FileSource> SOURCES = Set.of(FileSource.DESK);
  private final StoredFiles files;
  private final FileUploads uploads;
  private final Units units;
  private final Posts posts;
  private final Once once;
  private final AuditTrail audit;

  InPlacePapers(
      StoredFiles files,
      FileUploads uploads,
      Units units,
      Posts posts,
      Once once,
      AuditTrail audit) {
    this.files = files;
    this.uploads = uploads;
    this.units = units;
    this.posts = posts;
    this.once = once;
    this.audit = audit;
  }

  /**
   * @throws Rejected NOT_FOUND at unitId, and what {@link FileUploads} refuses
   * @throws Problem FORBIDDEN for everybody but the district's administrator
   */
  Upload upload(InPlaceProofFileUploadInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    int unit = Ids.parseInt(Unit.KIND, input.getUnitId());
    if (units.find(unit).isEmpty()) {
      throw new Rejected("NOT_FOUND", "unitId", "没有找到该部门");
    }
    int slot = InPlace.Kind.valueOf(input.getKind().name()).slot();
    long size = (long) input.getSize();
    return uploads.issue(
        input.getIdempotencyKey(),
        new NewFile(SUBJECT, unit, slot, null, true, FileSource.DESK, input.getName(), size, unit),
        null);
  }

  /** A link for the caller; that he opened it is audited. */
  String open(InPlaceProofFileOpenInput input) {
    StoredFile file = proof(input.getId());
    once.run(
        input.getIdempotencyKey(),
        input,
        () -> {
          files.link(file); // refuses what may not leave, before it is noted as opened
          audit.record("inPlace.proofOpen", "unit:" + file.subjectId(), Map.of("file", file.id()));
          return file.id();
        });
    return files.link(file);
  }

  /**
   * @throws Rejected NOT_FOUND at id, REQUIRED at reason
   */
  void remove(InPlaceProofFileRemoveInput input) {
    posts.require(Role.DISTRICT_ADMIN);
    once.run(
        input.getIdempotencyKey(),
        input,
        () -> {
          StoredFile file = proof(input.getId());
          String reason = input.getReason().strip();
          if (reason.isEmpty() || reason.length() > 500) {
            throw new Rejected("REQUIRED", "reason", "请填写撤回原因，最多 500 个字符");
          }
          if (!files.remove(file, reason)) {
            throw notFound();
          }
          audit.record(
              "inPlace.proofRemove", "unit:" + file.subjectId(), Map.of("file", file.id()));
          return file.id();
        });
  }

  private StoredFile proof(String id) {
    return files
        .find(Ids.parse(StoredFile.KIND, id))
        .filter(file -> file.subjectKind().equals(SUBJECT))
        .orElseThrow(InPlacePapers::notFound);
  }

  private static Rejected notFound() {
    return new Rejected("NOT_FOUND", "id", "没有这个文件");
  }

  /** In the order they came, by department. One statement. */
  List<StoredFile> of(Collection<Integer> unitIds) {
    return files
        .of(SUBJECT, unitIds.stream().map(Integer::longValue).toList(), SOURCES)
        .values()
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
