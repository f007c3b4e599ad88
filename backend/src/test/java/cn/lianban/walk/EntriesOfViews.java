package cn.lianban.walk;

import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.graphql.Ids;
import java.util.Map;
import java.util.Set;

/** How saved views are called, and who may: everybody of a district, for himself. */
final class EntriesOfViews {
  private EntriesOfViews() {}

  static void all() {
    String staff = Entries.STAFF.replace(" operator", "");
    entry("savedViews", Entries.STAFF, side -> Map.of("list", "queue"));
    entry(
        "savedViewSave",
        staff,
        side ->
            input(
                "list",
                "queue",
                "name",
                " ",
                "audience",
                "PERSON",
                "query",
                "",
                "isDefault",
                false));
    // a view of one's own is not there for anybody else: SavedViewsApiTest
    Entries.ALL.put(
        "savedViewRemove",
        new Entries.Entry(Set.of(), side -> stale(Ids.of("SavedView", 999_999_937))));
  }
}
