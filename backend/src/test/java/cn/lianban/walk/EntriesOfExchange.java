package cn.lianban.walk;

import static cn.lianban.walk.Entries.STAFF;
import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import java.util.List;
import java.util.Map;

/** Files in and out: an import and an export are their own person's. */
final class EntriesOfExchange {
  private EntriesOfExchange() {}

  static void all() {
    entry("exchangeKinds", STAFF, side -> Map.of());
    entry("dataImports", STAFF, side -> Map.of("first", 3));
    entry("dataImport", STAFF, side -> Map.of("id", side.files().importId()));
    entry(
        "dataImportStage",
        "admin",
        side ->
            stale(
                side.files().importId(),
                "sheet",
                0,
                "headerFirst",
                1,
                "headerLast",
                1,
                "columns",
                List.of(Map.of("index", 0, "key", "name"))));
    entry("dataImportApply", "admin", side -> stale(side.files().importId(), "mode", "VALID_ROWS"));
    entry(
        "dataImportReread",
        "admin",
        side -> stale(side.files().importId(), "charset", "UTF_8", "delimiter", "COMMA"));
    entry("dataImportCancel", "admin", side -> stale(side.files().importId()));
    entry("dataImportUndo", "admin", side -> stale(side.files().importId()));
    entry("dataExport", STAFF, side -> Map.of("id", side.files().exportId()));
    entry(
        "dataExportStart",
        STAFF.replace(" operator", ""),
        side -> input("listing", "units", "format", "CSV", "columns", List.of("nothing")));
    entry("dataExportCancel", "admin", side -> input("id", side.files().exportId()));
    entry("dataExportLink", "admin", side -> input("id", side.files().exportId()));
  }
}
