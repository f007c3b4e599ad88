package cn.lianban.walk;

import static cn.lianban.walk.Entries.entry;
import static cn.lianban.walk.Side.input;
import static cn.lianban.walk.Side.stale;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestFiles;
import java.util.List;
import java.util.Map;

/** How the organisation's queries and mutations are called, and who may. */
final class EntriesOfOrganisation {
  /** The world has no planned change: foreign ones are asked for in MergerApiTest. */
  private static final long NONE = 999_999_937;

  private static final Object[] ORDER = {"effectiveOn", "2026-11-01", "paper", "区委编发〔2026〕1号"};

  private EntriesOfOrganisation() {}

  static void all() {
    entry("unit", Entries.STAFF, side -> Map.of("id", side.unitId()));
    entry("unitChanges", Entries.STAFF, side -> Map.of("first", 3));
    entry("unitEstate", "admin", side -> Map.of("unitId", side.unitId()));
    entry(
        "unitCreate",
        "admin",
        side ->
            input(
                "kind",
                "SUB_DISTRICT_OFFICE",
                "name",
                "区民政局",
                "subDistrictId",
                side.subDistrictId()));
    entry("unitAliasesSet", "admin", side -> stale(side.unitId(), "aliases", List.of("1")));
    entry("unitRename", "admin", side -> stale(side.unitId(), order("name", "新名")));
    entry(
        "unitsMerge",
        "admin",
        side ->
            input(
                order(
                    "units",
                    List.of(Map.of("id", side.departmentId(), "expectedVersion", 999_999)),
                    "intoName",
                    "合并局")));
    entry(
        "unitSplit",
        "admin",
        side ->
            stale(
                side.departmentId(),
                order(
                    "ends",
                    false,
                    "parts",
                    List.of(Map.of("intoName", "分局", "itemIds", List.of(side.itemId()))))));
    entry("unitChangeCancel", "admin", side -> stale(Ids.of("UnitChange", NONE)));
  }

  static void points() {
    entry(
        "servicePoints",
        Entries.STAFF,
        side -> Map.of("filter", Map.of("unitId", side.unitId()), "first", 3));
    entry("servicePoint", Entries.STAFF, side -> Map.of("id", side.pointId()));
    entry(
        "servicePointCreate",
        "admin subAdmin",
        side -> input("kind", "STATION", "name", "桂花村便民服务站", "unitId", side.unitId()));
    entry("servicePointChange", "admin subAdmin", side -> stale(side.pointId(), "name", "新站"));
    entry(
        "servicePointClose",
        "admin subAdmin",
        side -> stale(side.pointId(), "closedOn", "2026-11-01"));
  }

  static void inPlace() {
    entry("inPlace", Entries.STAFF, side -> Map.of());
    entry(
        "inPlaceBatchCreate",
        "admin",
        side -> input("number", 100, "name", "第一批", "unitIds", List.of()));
    entry(
        "inPlaceBatchChange",
        "admin",
        side -> stale(Ids.of("InPlaceBatch", NONE), "name", "第一批", "unitIds", List.of()));
    entry(
        "inPlaceProofSet",
        "admin",
        side ->
            input(
                "unitId",
                side.departmentId(),
                "kind",
                "AUTHORISED",
                "holds",
                false,
                "expectedVersion",
                999_999));
    entry(
        "inPlaceProofFileUpload",
        "admin",
        side ->
            input(
                "unitId",
                side.departmentId(),
                "kind",
                "AUTHORISED",
                "name",
                "批文.pdf",
                "size",
                1000));
    entry(
        "inPlaceProofFileOpen",
        "admin supervisor auditor legal officer otherOfficer head leader",
        side -> input("id", side.more("proofFile")));
    entry(
        "inPlaceProofFileRemove",
        "admin",
        side -> input("id", side.more("proofFile"), "reason", " "));
  }

  /** A department's document; answers its id. */
  static String proofFile(Client admin, int unit) {
    byte[] paper = TestFiles.pdf(500, "proof");
    var upload =
        admin
            .data(
                "mutation($input: InPlaceProofFileUploadInput!) { inPlaceProofFileUpload(input: $input) { upload { path ticket } } }",
                "input",
                input(
                        "unitId",
                        Ids.of("Unit", unit),
                        "kind",
                        "AUTHORISED",
                        "name",
                        "批文.pdf",
                        "size",
                        paper.length)
                    .get("input"))
            .at("/inPlaceProofFileUpload/upload");
    return TestFiles.json(TestFiles.send(admin, upload, paper, 0)).get("id").asString();
  }

  /** A station of the unit; answers its id. */
  static String station(Client admin, int unit) {
    return admin
        .data(
            "mutation($input: ServicePointCreateInput!) { servicePointCreate(input: $input) { servicePoint { id } } }",
            "input",
            Map.of(
                "idempotencyKey",
                Client.key(),
                "kind",
                "STATION",
                "name",
                "桂花村便民服务站",
                "unitId",
                Ids.of("Unit", unit)))
        .at("/servicePointCreate/servicePoint/id")
        .asString();
  }

  private static Object[] order(Object... more) {
    Object[] all = new Object[more.length + ORDER.length];
    System.arraycopy(more, 0, all, 0, more.length);
    System.arraycopy(ORDER, 0, all, more.length, ORDER.length);
    return all;
  }
}
