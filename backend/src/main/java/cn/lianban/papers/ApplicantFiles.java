package cn.lianban.papers;

import cn.lianban.api.types.CaseProgressUploadInput;
import cn.lianban.api.types.FilingUploadInput;
import cn.lianban.cases.CaseFile;
import cn.lianban.cases.CaseFiled;
import cn.lianban.cases.Cases;
import cn.lianban.cases.FilingLapsed;
import cn.lianban.cases.Filings;
import cn.lianban.cases.ProgressDesk;
import cn.lianban.files.FileArrived;
import cn.lianban.files.FileSource;
import cn.lianban.files.FileUploads;
import cn.lianban.files.NewFile;
import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.files.Upload;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Districts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What applicants send from their own pages: photos and PDF by content, 20 MB each. A filing's
 * files become the case's when it is handed in; what it did not name is dropped.
 */
@Component
class ApplicantFiles {
  private static final Set<FileSource> ONLINE = Set.of(FileSource.ONLINE);
  private static final long LARGEST = 20L * 1024 * 1024;
  private static final int MOST = 60; // of a case
  private static final Set<String> TYPES =
      Set.of("application/pdf", "image/jpeg", "image/png", "image/webp", "image/heic", "image/bmp");
  private final Filings filings;
  private final ProgressDesk progress;
  private final Cases cases;
  private final FileUploads uploads;
  private final StoredFiles files;
  private final Districts districts;

  ApplicantFiles(
      Filings filings,
      ProgressDesk progress,
      Cases cases,
      FileUploads uploads,
      StoredFiles files,
      Districts districts) {
    this.filings = filings;
    this.progress = progress;
    this.cases = cases;
    this.uploads = uploads;
    this.files = files;
    this.districts = districts;
  }

  /**
   * @throws Rejected FILING_OVER, TOO_MANY, FILE_SIZE, INVALID at materialSeq, QUOTA
   */
  Upload ofFiling(FilingUploadInput input) {
    Integer seq = input.getMaterialSeq();
    if (seq != null && (seq < 0 || seq > 999)) {
      throw new Rejected("INVALID", "materialSeq", "没有这项材料");
    }
    long size = size(input.getSize());
    return filings.sending(
        input.getToken(),
        id -> {
          NewFile wanted = wanted(Filings.KIND, id, seq, null, false, input.getName(), size);
          return uploads.issue(input.getIdempotencyKey(), wanted, code());
        });
  }

  /**
   * @throws Rejected PROGRESS_NOT_FOUND, NOTHING_ASKED, TOO_MANY, FILE_SIZE, QUOTA
   */
  Upload ofCase(CaseProgressUploadInput input) {
    long size = size(input.getSize());
    return progress.whileAsked(
        input.getNumber(),
        input.getPassword(),
        file -> {
          if (sent(CaseFile.KIND, file.id()).size() >= MOST) {
            throw new Rejected("TOO_MANY", null, "文件太多，其余材料请到窗口提交");
          }
          NewFile wanted =
              wanted(
                  CaseFile.KIND,
                  file.id(),
                  null,
                  file.subDistrictId(),
                  file.atDistrict(),
                  input.getName(),
                  size);
          return uploads.issue(input.getIdempotencyKey(), wanted, code());
        });
  }

  private static long size(double bytes) {
    if (bytes > LARGEST) {
      throw new Rejected("FILE_SIZE", "size", "单个文件最大 20 MB，请拍照上传或分开上传");
    }
    return (long) bytes;
  }

  private static NewFile wanted(
      String kind,
      long id,
      @Nullable Integer slot,
      @Nullable Integer subDistrictId,
      boolean atDistrict,
      String name,
      long size) {
    return new NewFile(
        kind, id, slot, subDistrictId, atDistrict, FileSource.ONLINE, name, size, null);
  }

  private String code() {
    return districts.current().orElseThrow().code();
  }

  private List<StoredFile> sent(String kind, long id) {
    return files.of(kind, Set.of(id), ONLINE).getOrDefault(id, List.of());
  }

  /** By its content now: the ticket knew a name only. And a ticket lives longer than a filing. */
  @EventListener
  void arrived(FileArrived event) {
    if (event.source() != FileSource.ONLINE) {
      return;
    }
    StoredFile file = files.find(event.fileId()).orElseThrow();
    if (!TYPES.contains(file.mediaType())) {
      throw new Rejected("FILE_TYPE", "name", "只能上传照片或 PDF，其他文件请打印后拍照，或送到窗口");
    }
    boolean taken =
        event.subjectKind().equals(Filings.KIND)
            ? filings.isOpen(event.subjectId())
            : cases.find(event.subjectId()).filter(one -> one.status().isOpen()).isPresent();
    if (!taken) {
      throw new Rejected("FILING_OVER", null, "申请已提交或已办结，不能再上传");
    }
  }

  @EventListener
  void filed(CaseFiled event) {
    CaseFile file = event.file();
    var home =
        new StoredFiles.NewHome(CaseFile.KIND, file.id(), file.subDistrictId(), file.atDistrict());
    files.rehome(event.files(), Filings.KIND, event.filingId(), home);
    drop(event.filingId(), "申请人没有提交这个文件");
  }

  @EventListener
  void lapsed(FilingLapsed event) {
    drop(event.filingId(), "申请没有提交，已过时");
  }

  private void drop(long filingId, String reason) {
    sent(Filings.KIND, filingId).forEach(file -> files.remove(file, reason));
  }
}
