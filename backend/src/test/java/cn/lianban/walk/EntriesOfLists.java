package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.testing.TestLists;
import java.util.List;
import java.util.Map;

/** Power, negative and responsibility lists, and policies. */
final class EntriesOfLists {
  private static final String LIST = "PublishedList";
  private static final String VERSION = "ListVersion";

  private EntriesOfLists() {}

  static void all() {
    lists();
    drafts();
    policies();
  }

  private static void lists() {
    entry("publishedLists", STAFF, side -> Map.of());
    entry("publishedList", STAFF, side -> Map.of("id", side.more(LIST)));
    entry("listVersions", STAFF, side -> Map.of("listId", side.more(LIST)));
    entry("listVersion", STAFF, side -> Map.of("id", side.more(VERSION)));
    entry(
        "listVersionDiff",
        STAFF,
        side -> Map.of("from", side.more(VERSION), "to", side.more("OtherListVersion")));
  }

  private static void drafts() {
    entry("listDraftOpen", "admin", side -> input("listId", side.more(LIST)));
    entry(
        "listDraftSave",
        "admin",
        side -> stale(side.more(VERSION), "entries", List.of(Map.of("name", "改名"))));
    entry("listDraftSend", "admin", side -> stale(side.more(VERSION)));
    entry("listDraftWithdraw", "admin", side -> stale(side.more(VERSION)));
    entry("listDraftReview", "legal", side -> stale(side.more(VERSION), "passed", true));
    entry("listPublish", "admin", side -> stale(side.more(VERSION), "documentNo", "X"));
  }

  private static void policies() {
    entry("policies", STAFF, side -> Map.of("all", true, "first", 3));
    entry("policy", STAFF, side -> Map.of("id", side.more("Policy")));
    entry(
        "policyRecord",
        "admin",
        side -> input("content", TestLists.policy("无人", "2026-01-01", "2025-01-01")));
    entry(
        "policyAmend",
        "admin",
        side ->
            stale(
                side.more("Policy"),
                "content",
                TestLists.policy("稳岗返还", "2026-01-01", "2027-01-01")));
  }
}
