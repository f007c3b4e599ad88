package cn.lianban.supervision;

import cn.lianban.cases.CaseFile;
import cn.lianban.files.FileState;
import cn.lianban.files.StoredFile;
import cn.lianban.files.StoredFiles;
import cn.lianban.graphql.Rejected;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The paper that proves what a unit says of an alert: a clean attachment of the same case. */
@Component
class AlertProofs {
  private static final String FIELD = "attachmentId";
  private final StoredFiles files;

  AlertProofs(StoredFiles files) {
    this.files = files;
  }

  /**
   * @throws Rejected NOT_FOUND at attachmentId for a file of something else, and for one that is
   *     gone; QUARANTINED before it was scanned
   */
  void check(Alert alert, @Nullable Long attachment) {
    if (attachment == null) {
      return;
    }
    StoredFile file =
        files
            .find(attachment)
            .filter(one -> one.subjectKind().equals(CaseFile.KIND))
            .filter(one -> one.subjectId() == alert.caseId())
            .orElseThrow(() -> new Rejected("NOT_FOUND", FIELD, "本办件没有这个附件"));
    if (file.state() == FileState.QUARANTINED) {
      throw new Rejected("QUARANTINED", FIELD, "附件正在查毒，请稍后再提交");
    }
    if (file.state() != FileState.CLEAN) {
      throw new Rejected("NOT_FOUND", FIELD, "附件已撤回或含病毒");
    }
  }
}
