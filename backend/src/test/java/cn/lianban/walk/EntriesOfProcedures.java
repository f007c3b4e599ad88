package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import java.util.List;
import java.util.Map;

/** Procedures, steps and joint review meetings. */
final class EntriesOfProcedures {
  private EntriesOfProcedures() {}

  static void all() {
    entry("procedures", STAFF, side -> Map.of("itemId", side.itemId()));
    entry("procedure", STAFF, side -> Map.of("id", side.more("Procedure")));
    entry("consentRule", STAFF, side -> Map.of());
    entry("procedureDraft", "admin head", side -> input("itemId", side.itemId()));
    entry(
        "procedureSave",
        "admin head",
        side -> stale(side.more("Procedure"), "joint", false, "steps", List.of(step(side))));
    entry("procedurePublish", "admin head", side -> stale(side.more("Procedure")));
    entry("procedureRetire", "admin head", side -> stale(side.more("Procedure")));
    entry("consentRuleSave", "admin", side -> input("expectedVersion", 999_999));
    String officers = "officer head";
    entry("stepAnswer", officers, side -> stale(side.more("CaseStep"), "answer", "AGREE"));
    entry("stepReopen", officers, side -> stale(side.more("CaseStep"), "reason", "请补充"));
    entry("stepUrge", officers, side -> stale(side.more("CaseStep")));
    entry("stepEarly", officers, side -> stale(side.more("CaseStep")));
    entry(
        "meetingCall",
        officers,
        side ->
            input(
                "caseId",
                side.caseId(),
                "heldAt",
                "2099-01-01T09:00:00+08:00",
                "place",
                "三楼",
                "subject",
                "会审",
                "unitIds",
                List.of(side.departmentId()),
                "opinionDays",
                99));
    entry(
        "meetingClose",
        officers,
        side -> stale(side.more("Meeting"), "attendedUnitIds", List.of(), "minutes", "同意"));
    entry(
        "meetingOpinion",
        officers,
        side -> input("id", side.more("Meeting"), "unitId", side.departmentId(), "opinion", "同意"));
  }

  private static Map<String, Object> step(Side side) {
    return Map.of(
        "stage",
        1,
        "stageName",
        "审查",
        "name",
        "牵头审查",
        "unitId",
        side.departmentId(),
        "lead",
        true,
        "limitDays",
        5,
        "silenceConsents",
        false);
  }
}
