package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.testing.TestVersions;
import java.util.List;
import java.util.Map;

/** Room catalog's root fields. */
final class EntriesOfCatalog {
  private static final String VERSION = "ItemVersion";

  private EntriesOfCatalog() {}

  static void all() {
    items();
    versions();
    decisions();
    points();
    EntriesOfLists.all();
  }

  private static void items() {
    entry(
        "items",
        STAFF,
        side -> Map.of("filter", Map.of("unitId", side.departmentId()), "first", 3));
    entry("item", STAFF, side -> Map.of("id", side.itemId()));
    entry("guide", STAFF, side -> Map.of("id", side.itemId()));
    entry("overlaps", STAFF, side -> Map.of("kind", "MATERIAL", "first", 3));
    entry(
        "itemCancel",
        "admin",
        side -> stale(side.itemId(), "on", "2199-01-01", "documentNo", "测府发〔2026〕1号"));
  }

  private static void versions() {
    entry("itemVersions", STAFF, side -> Map.of("itemId", side.itemId()));
    entry("itemVersion", STAFF, side -> Map.of("id", side.more(VERSION)));
    entry("itemsUnpublished", STAFF, side -> Map.of("first", 3));
    entry(
        "itemDraftCreate",
        "admin officer head",
        side ->
            input(
                "code", " ", // refused: nothing is left behind
                "name", "新事项",
                "departmentId", side.departmentId(),
                "taskType", "LICENCE"));
    entry("itemVersionsWaiting", STAFF, side -> Map.of("first", 3));
    entry(
        "itemVersionDiff",
        STAFF,
        side -> Map.of("from", side.more(VERSION), "to", side.more(VERSION)));
    entry("itemDraftOpen", "admin officer head", side -> input("itemId", side.itemId()));
    entry("itemDraftSend", "admin officer head", side -> stale(side.more(VERSION)));
    entry("itemDraftWithdraw", "admin officer head", side -> stale(side.more(VERSION)));
    entry(
        "itemDraftSave",
        "admin officer head",
        side -> stale(side.more(VERSION), "content", TestVersions.content("食品经营许可", 5)));
    entry("itemDraftReview", "legal", side -> stale(side.more(VERSION), "passed", true));
    entry(
        "itemPublish",
        "admin",
        side ->
            stale(side.more(VERSION), "documentNo", "测府发〔2026〕2号", "effectiveOn", "2199-01-01"));
  }

  private static void decisions() {
    entry("upperDecisions", STAFF, side -> Map.of("first", 3));
    entry("decisionConflicts", STAFF, side -> Map.of("first", 3));
    entry("itemDecisionsToJudge", STAFF, side -> Map.of("itemId", side.itemId()));
    entry(
        "casesOfItemSince",
        STAFF,
        side -> Map.of("itemId", side.itemId(), "since", "2026-01-01", "first", 3));
    entry(
        "upperDecisionAmend",
        "admin",
        side ->
            input(
                "id", side.more("UpperDecision"),
                "expectedVersion", 999_999,
                "kind", "CANCELLED",
                "name", "无人登记的事项",
                "documentNo", "国发〔2015〕11号",
                "decidedOn", "2015-02-24",
                "effectiveOn", "2015-02-24",
                "level", "STATE",
                "reason", "更正"));
    entry(
        "upperDecisionRecord",
        "admin",
        side ->
            input(
                "kind", "CANCELLED",
                "name", "无人登记的事项",
                "documentNo", "国发〔2015〕11号",
                "decidedOn", "2011-02-24", // refused: nothing is left behind
                "effectiveOn", "2015-02-24",
                "level", "STATE"));
    entry(
        "upperDecisionJudge",
        "admin officer head",
        side -> input("id", side.more("UpperDecision"), "itemId", side.itemId(), "same", true));
  }

  private static void points() {
    entry(
        "acceptancePointsOpen",
        "admin",
        side -> input("itemIds", List.of(side.itemId()), "unitIds", List.of(side.unitId())));
    entry(
        "acceptancePointsClose",
        "admin",
        side -> input("itemIds", List.of(side.itemId()), "unitIds", List.of(side.departmentId())));
  }
}
