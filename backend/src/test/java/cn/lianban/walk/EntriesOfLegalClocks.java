package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.tenancy.Now;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Receipt and acceptance, supplements, endings, owed materials, promises, the green channel. */
final class EntriesOfLegalClocks {
  /**
   * Nothing to tell of the walk's rows: its case is accepted already, and no cancellation waits to
   * be judged. AwaitedAcceptanceApiTest and UpperDecisionApiTest ask where there is.
   */
  static final Set<String> PAST = Set.of("acceptanceChecklist", "itemDecisionsToJudge");

  private static final List<Map<String, Object>> SEEN =
      List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY"));

  /** The walk's rows are of today. */
  private static final LocalDate MONTH = LocalDate.now(Now.CHINA).withDayOfMonth(1);

  private static final String FROM = MONTH.minusMonths(1).toString();
  private static final String TO = MONTH.plusMonths(1).toString();

  private EntriesOfLegalClocks() {}

  static void all() {
    entry("suspensionFigures", STAFF, side -> Map.of("from", FROM, "to", TO));
    entry("greenFigures", STAFF, side -> Map.of("from", FROM, "to", TO));
    for (String records : List.of("suspensionRecords", "greenCases")) {
      entry(
          records,
          STAFF,
          side -> Map.of("unitId", side.departmentId(), "from", FROM, "to", TO, "first", 5));
    }
    entry(
        "decidedCases",
        STAFF,
        side -> Map.of("unitId", side.departmentId(), "month", MONTH.toString(), "first", 5));
    entry("acceptanceChecklist", STAFF, side -> Map.of("caseId", side.caseId()));
    entry("itemHandling", STAFF, side -> Map.of("itemId", side.itemId()));
    entry(
        "itemHandlingSave",
        "admin",
        side -> input("itemId", side.itemId(), "expectedVersion", 999_999, "owableDays", 10));
    entry(
        "caseReceive",
        "clerk",
        side ->
            input(
                "itemId", side.itemId(),
                "applicant",
                    Map.of(
                        "kind", "PERSON",
                        "name", "王小明",
                        "idKind", "IDENTITY_CARD",
                        "idNumber", "11010519491231002X"),
                "materials", SEEN));
    entry("caseAcceptReceived", "clerk", side -> stale(side.caseId(), "materials", SEEN));
    entry("caseNotAccept", "clerk", side -> stale(side.caseId(), "reason", "不属于本机关职权"));
    entry(
        "caseSupplement",
        "clerk",
        side -> stale(side.caseId(), "missing", List.of("照片"), "until", "2099-01-01"));
    entry("caseSupplementIn", "clerk", side -> stale(side.caseId()));
    entry("caseEnd", "clerk", side -> stale(side.caseId(), "ending", "WITHDRAWN", "reason", "不办了"));
    entry("caseOwedIn", "clerk", side -> stale(side.caseId(), "materials", SEEN));
    entry(
        "caseCheck", "officer head", side -> stale(side.caseId(), "kept", true, "findings", "属实"));
    entry(
        "casesSign",
        "clerk officer otherOfficer head",
        side -> input("cases", List.of(Map.of("id", side.caseId(), "expectedVersion", 999_999))));
    entry(
        "caseRule",
        "supervisor leader",
        side -> stale(side.caseId(), "ruling", "DEPARTMENT_HANDLES", "reason", "职权所在"));
    entry("casesToRule", "supervisor leader", side -> Map.of("first", 3));
    entry(
        "caseHandDown",
        "officer head",
        side -> stale(side.caseId(), "unitId", side.departmentId(), "reason", "现场核查"));
    entry(
        "casePassOn",
        "officer head",
        side -> stale(side.caseId(), "unitId", side.departmentId(), "reason", "职权调整"));
    entry(
        "caseProgressWithdraw",
        STAFF,
        side -> input("number", side.number(), "password", "000000", "reason", "不办了"));
    entry(
        "caseProgressSupplement",
        STAFF,
        side -> input("number", side.number(), "password", "000000", "note", "照片"));
    online();
    entry(
        "resultsToTakeOver",
        "clerk officer otherOfficer head subAdmin",
        side -> Map.of("first", 3));
    entry("caseTakeOver", "officer otherOfficer head", side -> input("id", side.caseId()));
    entry("greenRequests", "head leader", side -> Map.of("first", 3));
    entry("caseGreenAsk", "clerk", side -> stale(side.caseId(), "reason", "重点项目"));
    entry("caseGreenAnswer", "head leader", side -> stale(side.caseId(), "granted", true));
  }

  /** For callers without an account, under a district's path. */
  private static void online() {
    entry("filingCode", STAFF, side -> input("mobile", "1380013"));
    entry(
        "filingOpen",
        STAFF,
        side -> input("itemId", side.itemId(), "mobile", "1380013", "code", "000000"));
    String token = "E".repeat(43);
    entry("filingUpload", STAFF, side -> input("token", token, "name", "申请书.pdf", "size", 1000));
    entry(
        "filingSubmit",
        STAFF,
        side ->
            input(
                "token",
                token,
                "unitId",
                side.unitId(),
                "applicant",
                Map.of(
                    "kind", "PERSON",
                    "name", "王小明",
                    "idKind", "IDENTITY_CARD",
                    "idNumber", "11010519491231002X"),
                "materials",
                List.of(),
                "files",
                List.of()));
    entry(
        "caseProgressUpload",
        STAFF,
        side ->
            input("number", side.number(), "password", "000000", "name", "照片.jpg", "size", 1000));
    entry(
        "caseProgressFileOpen",
        STAFF,
        side -> input("number", side.number(), "password", "000000", "id", side.more("file")));
    entry(
        "caseProgressNews",
        STAFF,
        side -> input("number", side.number(), "password", "000000", "wished", false));
  }
}
