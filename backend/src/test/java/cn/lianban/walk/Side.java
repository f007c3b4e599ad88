package cn.lianban.walk;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of one neighbour: one's own, a sibling sub-district's, another district's, or nobody's.
 *
 * @param more ids and secrets of rooms, by name: file, cameraToken, …
 */
record Side(
    String caseId,
    String dutyId,
    String number,
    String itemId,
    String unitId,
    String departmentId,
    String subDistrictId,
    String accountId,
    String postId,
    String absenceId,
    String pointId,
    String token,
    String submitToken,
    Files files,
    Map<String, String> more) {

  /** A file that came in and one that goes out. */
  record Files(String importId, String exportId) {}

  /** Well-formed ids that no row has. */
  static Side nobody() {
    long none = 999_999_937;
    return new Side(
        Ids.of("Case", none),
        Ids.of("Duty", none),
        "999999261122000017",
        Ids.of("Item", none),
        Ids.of("Unit", none),
        Ids.of("Unit", none - 1),
        Ids.of("SubDistrict", none),
        Ids.of("Account", none),
        Ids.of("Post", none),
        Ids.of("Absence", none),
        Ids.of("ServicePoint", none),
        "A".repeat(43),
        "C".repeat(43),
        new Files(Ids.of("DataImport", none), Ids.of("DataExport", none)),
        Map.of(
            "file", Ids.of("File", none),
            "paper", Ids.of("Paper", none),
            "cameraToken", "B".repeat(43)));
  }

  /** A room's own row by its id kind; nobody's for a kind that this side has no row of. */
  String more(String kind) {
    return more.getOrDefault(kind, Ids.of(kind, 999_999_937));
  }

  /**
   * This side's further rows with others in the place of some.
   *
   * @param pairs kind, id, kind, id …
   */
  Map<String, String> moreBut(String... pairs) {
    Map<String, String> rows = new HashMap<>(more);
    for (int i = 0; i < pairs.length; i += 2) {
      rows.put(pairs[i], pairs[i + 1]);
    }
    return rows;
  }

  /** A mutation's input: a fresh key, a version nobody has, and more. */
  static Map<String, Object> input(Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return Map.of("input", input);
  }

  /** Input of a mutation on a row, with a version the row does not have. */
  static Map<String, Object> stale(String id, Object... more) {
    Map<String, Object> whole = new HashMap<>(input(more));
    @SuppressWarnings("unchecked")
    Map<String, Object> input = (Map<String, Object>) whole.get("input");
    input.put("id", id);
    input.put("expectedVersion", 999_999);
    return whole;
  }

  /** How the audit trail names the case. */
  String caseSubject() {
    return "case:" + Ids.parse("Case", caseId);
  }

  /** An answer without the ids that the question named. */
  String without(String answer) {
    String rest = answer;
    for (String id :
        new String[] {
          caseId,
          dutyId,
          number,
          itemId,
          unitId,
          departmentId,
          subDistrictId,
          accountId,
          postId,
          absenceId,
          pointId,
          token,
          files.importId(),
          files.exportId()
        }) {
      rest = rest.replace(id, "·");
    }
    for (String id : more.values()) {
      rest = rest.replace(id, "·");
    }
    return rest;
  }
}
