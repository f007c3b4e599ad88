package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.accept;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What upper levels cancelled is refused at the window, and the report tells what is not followed.
 */
class UpperDecisionApiTest extends ApiTestBase {
  private static final String CONFLICTS =
      """
      { decisionConflicts { nodes { reason acceptedSince item { name } decision { documentNo } } } }""";
  private TestDistrict here;
  private long item;
  private Client admin;
  private Client clerk;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "道路普通货运车辆年审", here.unit("transport"), here.unit("east"));
    admin = signedIn(here, "admin");
    clerk = signedIn(here, "clerk@east");
  }

  @Test
  void aCancelledItemIsFoundByItsNameJudgedAndThenRefusedAtTheWindow() {
    accept(clerk, input(item));
    JsonNode decision = TestVersions.record(admin, "CANCELLED", "普通货运车辆年审", "2019-02-27");
    assertThat(conflicts()).singleElement().asString().contains("NOT_JUDGED", "国发〔2019〕6号");

    TestVersions.judge(signedIn(here, "officer@transport"), decision, item, true);

    JsonNode refused =
        clerk
            .data(
                "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { userErrors { code message } } }",
                "input",
                input(item))
            .at("/caseAccept/userErrors/0");
    assertThat(refused.get("code").asString()).isEqualTo("ITEM_CANCELLED");
    assertThat(refused.get("message").asString()).contains("国发〔2019〕6号", "2019-02-27");
    assertThat(conflicts()).singleElement().asString().contains("CANCELLED", "\"acceptedSince\":1");
  }

  @Test
  void aJudgementTakenBackOpensTheItemAgain() {
    JsonNode decision = TestVersions.record(admin, "CANCELLED", "普通货运", "2019-02-27");
    TestVersions.judge(admin, decision, item, true);
    TestVersions.judge(admin, decision, item, false);

    assertThat(accept(clerk, input(item)).get("userErrors")).isEmpty();
    assertThat(conflicts()).isEmpty();
  }

  @Test
  void anAdjustedItemIsOnTheReportUntilAVersionTakesEffectAndADelegatedOneUntilAPointDecides() {
    TestVersions.decide(admin, "ADJUSTED", "普通货运", "2020-01-01", item);
    TestVersions.decide(admin, "DELEGATED", "普通货运车辆", "2020-01-01", item);
    assertThat(conflicts()).hasSize(2).asString().contains("NOT_ADJUSTED", "NOT_DELEGATED");

    TestVersions.publish(
        signedIn(here, "officer@transport"),
        signedIn(here, "legal"),
        admin,
        item,
        3,
        now.today(),
        List.of("申请书", "身份证明"));
    open(List.of("east", "west"), true, "测府发〔2026〕8号");

    assertThat(conflicts()).isEmpty();
  }

  @Test
  void aDelegatedItemIsDecidedWhereItIsAccepted() {
    assertThat(open(List.of("west"), true, null).at("/userErrors/0/field").asString())
        .isEqualTo("documentNo");
    assertThat(open(List.of("west"), true, "测府发〔2026〕8号").get("changed").asInt()).isEqualTo(1);

    JsonNode atWest = accept(signedIn(here, "clerk@west"), input(item)).get("case");
    JsonNode atEast = accept(clerk, input(item)).get("case");

    assertThat(atWest.at("/decideUnit/name").asString()).isEqualTo("城西街道便民服务中心");
    assertThat(atWest.get("viewerCanHandUp").asBoolean()).isFalse();
    assertThat(atEast.at("/decideUnit/name").asString()).isEqualTo("区交通运输局");
  }

  @Test
  void aClosedPointAcceptsNothing() {
    Object close =
        Map.of(
            "idempotencyKey", Client.key(),
            "itemIds", List.of(Ids.of("Item", item)),
            "unitIds", List.of(Ids.of("Unit", here.unit("east"))));
    admin.data(
        "mutation($input: AcceptancePointsCloseInput!) { acceptancePointsClose(input: $input) { changed } }",
        "input",
        close);

    assertThat(accept(clerk, input(item)).at("/userErrors/0/code").asString())
        .isEqualTo("ITEM_NOT_ACCEPTABLE_HERE");
  }

  @Test
  void theRegisterBeginsIn2012AndTheNeighbourHasItsOwn() {
    assertThat(
            TestVersions.record(admin, "CANCELLED", "普通货运", "2011-12-31")
                .at("/userErrors/0/field")
                .asString())
        .isEqualTo("decidedOn");
    JsonNode decision = TestVersions.record(admin, "CANCELLED", "普通货运", "2019-02-27");
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(
            TestVersions.judge(neighbour, decision, item, true).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    assertThat(neighbour.data(CONFLICTS).at("/decisionConflicts/nodes")).isEmpty();
    assertThat(
            clerk.errorCode(
                "mutation($input: UpperDecisionRecordInput!) { upperDecisionRecord(input: $input) { userErrors { code } } }",
                "input",
                record()))
        .isEqualTo("FORBIDDEN");
  }

  private static Map<String, Object> record() {
    return Map.of(
        "idempotencyKey", Client.key(),
        "kind", "CANCELLED",
        "name", "普通货运",
        "documentNo", "X",
        "decidedOn", LocalDate.of(2019, 1, 1).toString(),
        "effectiveOn", "2019-01-01",
        "level", "CITY");
  }

  private JsonNode open(List<String> units, boolean delegated, String document) {
    Map<String, Object> input = new java.util.HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemIds", List.of(Ids.of("Item", item)));
    input.put("unitIds", units.stream().map(unit -> Ids.of("Unit", here.unit(unit))).toList());
    input.put("delegated", delegated);
    input.put("documentNo", document);
    return admin
        .data(
            "mutation($input: AcceptancePointsOpenInput!) { acceptancePointsOpen(input: $input) { changed userErrors { code field } } }",
            "input",
            input)
        .get("acceptancePointsOpen");
  }

  private List<JsonNode> conflicts() {
    return admin.data(CONFLICTS).at("/decisionConflicts/nodes").valueStream().toList();
  }
}
