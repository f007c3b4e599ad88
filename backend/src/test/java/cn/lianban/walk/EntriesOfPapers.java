package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;

import java.util.Map;
import java.util.Set;

/** Files, attachments, photos by phone, printed papers. */
final class EntriesOfPapers {
  /** Answer alike to everybody by design: what they tell hangs on a secret, not on an id. */
  static final Set<String> SECRETS =
      Set.of(
          "caseSubmit",
          "caseProgressOpen",
          "caseProgressWithdraw",
          "caseProgressSupplement",
          "caseProgressUpload",
          "caseProgressNews",
          "caseProgressFileOpen",
          "filingOpen",
          "filingSubmit",
          "ratingOpen",
          "ratingSubmit",
          "cameraOpen",
          "cameraUpload");

  private EntriesOfPapers() {}

  static void all() {
    entry("storageUse", "admin", side -> Map.of());
    entry("storageLimits", "operator", side -> Map.of("districtCode", "000000"));
    // a code is no row's id, and nobody's district: StorageLimitsApiTest
    Entries.ALL.put(
        "storageLimitsSet",
        new Entries.Entry(Set.of(), side -> input("districtCode", "000000", "expectedVersion", 0)));
    entry(
        "attachmentUpload",
        "clerk officer head",
        side -> input("caseId", side.caseId(), "name", "申请表.pdf", "size", 1000));
    entry(
        "attachmentOpen",
        "clerk officer head supervisor leader",
        side -> input("id", side.more("file")));
    entry("attachmentRemove", "clerk", side -> input("id", side.more("file"), "reason", " "));
    entry("cameraInvite", "clerk officer head", side -> input("caseId", side.caseId()));
    entry("cameraOpen", STAFF, side -> input("token", side.more("cameraToken")));
    entry(
        "cameraUpload",
        STAFF,
        side -> input("token", side.more("cameraToken"), "name", "照片.jpg", "size", 1000));
    entry("paperTemplates", "admin", side -> Map.of());
    entry("paperTemplateVersions", "admin", side -> Map.of("kind", "RECEIPT"));
    entry("paperFields", STAFF, side -> Map.of());
    entry("paperPrint", "clerk", side -> input("caseId", side.caseId(), "kind", "DELIVERY"));
    entry(
        "paperOpen",
        "clerk officer head supervisor leader",
        side -> input("id", side.more("paper"), "format", "DOCX"));
    entry(
        "paperTemplateSave",
        "admin",
        side -> input("kind", "RECEIPT", "expectedVersion", 999_999, "title", "凭证", "body", "正文"));
    entry(
        "paperPreview",
        "admin",
        side -> input("kind", "RECEIPT", "title", "凭证", "body", "{nothing}"));
  }
}
