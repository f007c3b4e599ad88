package cn.lianban.organisation;

import static cn.lianban.organisation.OrganisationStory.call;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestFiles;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 两集中两到位: batch 1 of sixteen departments, and who lacks which proof. */
class InPlaceApiTest extends ApiTestBase {
  private static final String ALL =
      """
      inPlace { viewerCanEdit unbatched { name }
        batches { id number name version established { done of } stationed { done of } authorised { done of }
          units { unit { id name } established stationed authorised proofs { kind holds documentNo version } } } }
      """;
  private static final String ANSWER = ALL + " userErrors { code field }";
  private TestDistrict here;
  private Client admin;
  private List<String> sixteen;

  @BeforeEach
  void sixteenDepartments() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
    sixteen =
        IntStream.rangeClosed(1, 16)
            .mapToObj(
                n ->
                    call(
                            admin,
                            "unitCreate",
                            Map.of(
                                "idempotencyKey",
                                Client.key(),
                                "kind",
                                "DEPARTMENT",
                                "name",
                                "第%02d局".formatted(n)),
                            "unit { id } userErrors { code }")
                        .at("/unit/id")
                        .asString())
            .toList();
    batch(1, sixteen);
  }

  @Test
  void establishedStationedAndAuthorisedAreCountedApart() {
    prove(sixteen.get(0), "FUNCTIONS_IN_ONE_OFFICE");
    prove(sixteen.get(0), "OFFICE_IN_CENTRE");
    prove(sixteen.get(1), "FUNCTIONS_IN_ONE_OFFICE");
    prove(sixteen.get(1), "OFFICE_IN_CENTRE");
    prove(sixteen.get(1), "ITEMS_STATIONED");

    JsonNode first = board(admin).at("/batches/0");

    assertThat(first.at("/established/done").asInt()).isEqualTo(2);
    assertThat(first.at("/established/of").asInt()).isEqualTo(16);
    assertThat(first.at("/stationed/done").asInt())
        .isEqualTo(1); // the office without its items is not there
    assertThat(first.at("/authorised/done").asInt()).isZero();
    assertThat(first.at("/units/0/proofs")).hasSize(4);
    assertThat(board(admin).get("unbatched").findValuesAsString("name"))
        .containsExactly("区交通运输局", "区民政局");
  }

  @Test
  void aProofWithoutItsDocumentIsRefused() {
    Map<String, Object> bare = proof(sixteen.get(0), "AUTHORISED", null);
    bare = OrganisationStory.with(bare, "documentNo", " ");
    assertThat(code(call(admin, "inPlaceProofSet", bare, ANSWER))).isEqualTo("REQUIRED");
    Map<String, Object> undated =
        OrganisationStory.with(proof(sixteen.get(0), "AUTHORISED", null), "documentDate", null);
    JsonNode refused = call(admin, "inPlaceProofSet", undated, ANSWER);
    assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("documentDate");
    assertThat(board(admin).at("/batches/0/authorised/done").asInt()).isZero();
  }

  @Test
  void aProofIsTakenBackByWhoeverSawItsNewestVersion() {
    prove(sixteen.get(3), "AUTHORISED");
    Map<String, Object> back =
        OrganisationStory.with(proof(sixteen.get(3), "AUTHORISED", 0), "holds", false);

    assertThat(
            call(admin, "inPlaceProofSet", back, ANSWER)
                .at("/inPlace/batches/0/authorised/done")
                .asInt())
        .isZero();
    Map<String, Object> late = proof(sixteen.get(3), "AUTHORISED", 0);
    assertThat(code(call(admin, "inPlaceProofSet", late, ANSWER))).isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void whoHasABatchOpenIsToldThatADepartmentWasTakenFromIt() {
    String first = board(admin).at("/batches/0/id").asString();
    batch(2, List.of(sixteen.get(15)));
    Map<String, Object> late =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "id",
            first,
            "expectedVersion",
            0,
            "name",
            "第一批",
            "unitIds",
            sixteen);

    assertThat(code(call(admin, "inPlaceBatchChange", late, ANSWER))).isEqualTo("VERSION_CONFLICT");
    assertThat(board(admin).at("/batches/1/established/of").asInt()).isEqualTo(1);
  }

  @Test
  void aMergedDepartmentIsMarkedWithWhoStandsForItAndProvesNothingAnyMore() {
    Map<String, Object> merger =
        OrganisationStory.merger(
            admin, now.today().toString(), List.of(sixteen.get(0)), "intoId", sixteen.get(1));
    assertThat(code(OrganisationStory.change(admin, "unitsMerge", merger))).isEmpty();

    JsonNode units =
        admin
            .data(
                "{ inPlace { batches { units { unit { name closedOn } replacedBy { name } } } } }")
            .at("/inPlace/batches/0/units");

    assertThat(units).hasSize(16);
    assertThat(units.toString())
        .contains("\"replacedBy\":{\"name\":\"第02局\"}")
        .containsOnlyOnce("\"replacedBy\":{");
    assertThat(
            code(call(admin, "inPlaceProofSet", proof(sixteen.get(0), "AUTHORISED", null), ANSWER)))
        .isEqualTo("UNIT_CLOSED");
  }

  @Test
  void aDepartmentStandsInOneBatch() {
    batch(2, List.of(sixteen.get(15), id(here.unit("civil"))));

    JsonNode batches = board(admin).get("batches");
    assertThat(batches.at("/0/established/of").asInt()).isEqualTo(15);
    assertThat(batches.at("/1/established/of").asInt()).isEqualTo(2);
    JsonNode office =
        call(admin, "inPlaceBatchCreate", input(3, List.of(id(here.unit("east")))), ANSWER);
    assertThat(code(office)).isEqualTo("NOT_A_DEPARTMENT");
    assertThat(code(call(admin, "inPlaceBatchCreate", input(2, List.of()), ANSWER)))
        .isEqualTo("NUMBER_TAKEN");
  }

  @Test
  void aDocumentIsBroughtOpenedByTheDistrictsStaffAndTakenBackWithAReason() {
    byte[] paper = TestFiles.pdf(20_000, "授权");
    Client officer = signedIn(here, "officer@civil");
    Client neighbour = signedIn(districts.fresh(), "admin");

    String file = bring(paper);

    JsonNode seen = files(officer);
    assertThat(seen).hasSize(1);
    assertThat(seen.at("/0/name").asString()).isEqualTo("授权书.pdf");
    assertThat(seen.at("/0/unitId").asString()).isEqualTo(sixteen.get(0));
    assertThat(seen.at("/0/kind").asString()).isEqualTo("AUTHORISED");
    assertThat(officer.download(open(officer, file).get("url").asString()).body()).isEqualTo(paper);
    assertThat(code(open(neighbour, file))).isEqualTo("NOT_FOUND");
    assertThat(files(signedIn(here, "clerk@east"))).isEmpty();

    assertThat(code(remove(admin, file, " "))).isEqualTo("REQUIRED");
    assertThat(code(remove(neighbour, file, "夺"))).isEqualTo("NOT_FOUND");
    assertThat(code(remove(admin, file, "传错了"))).isEmpty();
    assertThat(files(admin)).isEmpty();
    assertThat(code(open(admin, file))).isEqualTo("NOT_FOUND");
  }

  private String bring(byte[] paper) {
    JsonNode upload =
        call(
                admin,
                "inPlaceProofFileUpload",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "unitId",
                    sixteen.get(0),
                    "kind",
                    "AUTHORISED",
                    "name",
                    "授权书.pdf",
                    "size",
                    paper.length),
                "upload { path ticket received } userErrors { code field }")
            .get("upload");
    return TestFiles.json(TestFiles.send(admin, upload, paper, 0)).get("id").asString();
  }

  private JsonNode files(Client who) {
    return who.data("{ inPlace { files { unitId kind name } } }").at("/inPlace/files");
  }

  private static JsonNode open(Client who, String file) {
    Map<String, Object> input = Map.of("idempotencyKey", Client.key(), "id", file);
    return call(who, "inPlaceProofFileOpen", input, "url userErrors { code field }");
  }

  private static JsonNode remove(Client who, String file, String reason) {
    Map<String, Object> input =
        Map.of("idempotencyKey", Client.key(), "id", file, "reason", reason);
    return call(who, "inPlaceProofFileRemove", input, ANSWER);
  }

  @Test
  void everybodyReadsOnlyTheAdministratorWritesAndTheNeighbourSeesNothing() {
    Client clerk = signedIn(here, "clerk@east");
    assertThat(board(clerk).get("viewerCanEdit").asBoolean()).isFalse();
    String document = OrganisationStory.document("inPlaceProofSet", ANSWER);
    assertThat(clerk.errorCode(document, "input", proof(sixteen.get(0), "AUTHORISED", null)))
        .isEqualTo("FORBIDDEN");
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(board(neighbour).get("batches")).isEmpty();
    assertThat(
            code(
                call(
                    neighbour,
                    "inPlaceProofSet",
                    proof(sixteen.get(0), "AUTHORISED", null),
                    ANSWER)))
        .isEqualTo("NOT_FOUND");
    Map<String, Object> change =
        Map.of(
            "idempotencyKey", Client.key(),
            "id", board(admin).at("/batches/0/id").asString(),
            "expectedVersion", 0,
            "name", "夺",
            "unitIds", List.of());
    assertThat(code(call(neighbour, "inPlaceBatchChange", change, ANSWER)))
        .isEqualTo("VERSION_CONFLICT");
    assertThat(code(call(admin, "inPlaceBatchChange", change, ANSWER))).isEmpty();
  }

  private static JsonNode board(Client who) {
    return who.data("{ " + ALL + " }").get("inPlace");
  }

  private void batch(int number, List<String> units) {
    assertThat(code(call(admin, "inPlaceBatchCreate", input(number, units), ANSWER))).isEmpty();
  }

  private static Map<String, Object> input(int number, List<String> units) {
    return Map.of(
        "idempotencyKey",
        Client.key(),
        "number",
        number,
        "name",
        "第" + number + "批",
        "unitIds",
        units);
  }

  private void prove(String unit, String kind) {
    assertThat(code(call(admin, "inPlaceProofSet", proof(unit, kind, null), ANSWER))).isEmpty();
  }

  private static Map<String, Object> proof(String unit, String kind, Integer version) {
    return OrganisationStory.with(
        Map.of("idempotencyKey", Client.key(), "unitId", unit, "kind", kind, "holds", true),
        "expectedVersion",
        version,
        "documentNo",
        "区政办发〔2026〕8号",
        "documentDate",
        "2026-03-01");
  }
}
