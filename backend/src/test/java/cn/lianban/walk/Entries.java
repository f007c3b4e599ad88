package cn.lianban.walk;

import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How every query and mutation is called, and who may. A new root field needs a line here: what ids
 * it takes and which roles it admits.
 */
final class Entries {
  /** Everybody who is signed in. */
  static final String STAFF =
      "clerk officer otherOfficer head legal subAdmin admin supervisor leader auditor operator";

  /** What each role is called in a test district; an operator stands in district 0. */
  static final Map<String, String> PEOPLE =
      Map.ofEntries(
          Map.entry("clerk", "clerk@east"),
          Map.entry("officer", "officer@civil"),
          Map.entry("otherOfficer", "officer@transport"),
          Map.entry("head", "head@civil"),
          Map.entry("legal", "legal"),
          Map.entry("subAdmin", "admin@east"),
          Map.entry("admin", "admin"),
          Map.entry("supervisor", "supervisor"),
          Map.entry("leader", "leader"),
          Map.entry("auditor", "auditor"),
          Map.entry("operator", "operator"));

  /**
   * @param admitted roles that get further than FORBIDDEN or "not found"
   * @param variables of a call with the ids of a side
   */
  record Entry(Set<String> admitted, Function<Side, Map<String, Object>> variables) {}

  static final Map<String, Entry> ALL = new LinkedHashMap<>();

  private Entries() {}

  static void entry(String field, String admitted, Function<Side, Map<String, Object>> variables) {
    ALL.put(field, new Entry(new TreeSet<>(List.of(admitted.split(" "))), variables));
  }

  static {
    graphqlAndTenancy();
    EntriesOfOutbox.all();
    EntriesOfExchange.all();
    EntriesOfIdentity.all();
    EntriesOfSecurity.all();
    EntriesOfViews.all();
    EntriesOfOrganisation.all();
    EntriesOfOrganisation.points();
    EntriesOfOrganisation.inPlace();
    clock();
    EntriesOfCatalog.all();
    cases();
    casesByTheDepartment();
    EntriesOfLegalClocks.all();
    EntriesOfConsultations.all();
    EntriesOfProcedures.all();
    EntriesOfPapers.all();
    evaluation();
    supervisionAndAudit();
    EntriesOfAlerts.all();
  }

  private static void graphqlAndTenancy() {
    entry("apiVersion", STAFF, side -> Map.of());
    entry("ping", STAFF, side -> Map.of());
    entry("district", STAFF, side -> Map.of());
    entry("units", STAFF, side -> Map.of());
  }

  private static void clock() {
    entry(
        "dueDate",
        STAFF,
        side ->
            Map.of(
                "input", Map.of("acceptedOn", "2026-09-29", "budget", 5, "unit", "WORKING_DAYS")));
    entry("calendar", STAFF, side -> Map.of("year", 2026));
    entry("duties", STAFF, side -> Map.of("filter", Map.of("unitId", side.unitId()), "first", 3));
    entry("clockRules", STAFF, side -> Map.of());
    entry("clockRulesSet", "admin", side -> input("expectedVersion", 999_999, "moveOffDays", true));
    entry("localDayForecast", "admin", side -> Map.of("day", "2026-11-25", "off", true));
    entry("nationalNoticeForecast", "operator", side -> Map.of("notice", notice()));
    entry("nationalNoticePublish", "operator", side -> input("notice", notice()));
    entry("duty", STAFF, side -> Map.of("id", side.dutyId()));
    entry("dutyTransfer", "clerk", side -> stale(side.dutyId(), "toAccountId", side.accountId()));
    entry(
        "localDaySet",
        "admin",
        side -> input("day", "2026-11-25", "off", true, "name", "县庆", "expectedVersion", 999_999));
    entry(
        "localDayRemove", "admin", side -> input("day", "2026-11-26", "expectedVersion", 999_999));
  }

  /** Refused for its year: the walk must not move everybody's calendar. */
  private static Map<String, Object> notice() {
    return Map.of("year", 1900, "paper", "国办发明电〔2026〕1号", "days", List.of());
  }

  private static void cases() {
    entry("case", STAFF, side -> Map.of("id", side.caseId()));
    entry("caseByNumber", STAFF, side -> Map.of("number", side.number()));
    entry("casesToSign", "clerk officer otherOfficer head subAdmin", side -> Map.of("first", 3));
    entry(
        "caseAccept",
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
                "materials",
                    List.of(
                        Map.of("seq", 1, "state", "ORIGINAL_SEEN"),
                        Map.of("seq", 2, "state", "COPY"))));
    entry("caseHandUp", "clerk", side -> stale(side.caseId()));
    entry(
        "caseSuspend",
        "clerk",
        side ->
            stale(
                side.caseId(),
                "reason",
                "HEARING",
                "basis",
                "行政许可法第四十五条",
                "expectedUntil",
                "2099-01-01"));
    entry("caseResume", "clerk", side -> stale(side.caseId()));
    entry("caseApplicantReveal", "clerk", side -> input("id", side.caseId(), "reason", "电话核对材料"));
    entry("caseProgressOpen", STAFF, side -> input("number", side.number(), "password", "000000"));
  }

  /** On a case that has been handed up and waits for its signature: still with the sender. */
  private static void casesByTheDepartment() {
    entry("caseSign", "officer head", side -> stale(side.caseId()));
    entry("caseReturn", "officer head", side -> stale(side.caseId(), "reason", "材料不符"));
    entry("caseDecide", "officer head", side -> stale(side.caseId(), "outcome", "PASSED"));
    entry("caseDeliver", "clerk officer head", side -> stale(side.caseId()));
    entry("caseExtend", "head", side -> stale(side.caseId(), "by", 5, "reason", "案情复杂"));
  }

  private static void evaluation() {
    entry("ratingForm", STAFF, side -> Map.of());
    entry(
        "ratings",
        STAFF.replace(" operator", "").replace(" legal", ""),
        side -> Map.of("filter", Map.of("unitId", side.departmentId()), "first", 3));
    entry("ratingInvite", "clerk officer head", side -> input("caseId", side.caseId()));
    entry("ratingOpen", STAFF, side -> input("token", side.token()));
    entry(
        "ratingSubmit",
        STAFF,
        side -> input("token", side.token(), "grade", 5, "optionVersion", 1, "options", List.of()));
  }

  private static void supervisionAndAudit() {
    entry(
        "board",
        "subAdmin admin supervisor leader auditor head",
        side ->
            Map.of(
                "filter", Map.of("unitId", side.unitId(), "subDistrictId", side.subDistrictId())));
    entry(
        "auditEntries",
        "admin auditor",
        side -> Map.of("filter", Map.of("subject", side.caseSubject()), "first", 3));
    entry("auditHead", "admin auditor", side -> Map.of());
  }

  /** Whether the entry asks otherwise for one side than for the other. */
  static boolean takesIds(RootFields.Root root, Side one, Side other) {
    return !withoutKey(root, one).equals(withoutKey(root, other));
  }

  /** What the entry asks with, but for the key that is new each time. */
  static String withoutKey(RootFields.Root root, Side side) {
    return ALL.get(root.name())
        .variables()
        .apply(side)
        .toString()
        .replaceAll("idempotencyKey=[0-9a-f-]+", "");
  }
}
