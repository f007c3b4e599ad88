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
  void anEntryThatWasTypedWrongIsCorrectedAndTheItemFollows() {
    JsonNode decision = TestVersions.decide(admin, "CANCELLED", "普通货运", "2019-02-27", item);
    assertThat(cancelledOn()).isEqualTo("2019-02-27");
    Map<String, Object> corrected = record();
    corrected.put("id", decision.get("id").asString());
    corrected.put("expectedVersion", 0);
    corrected.put("effectiveOn", "2020-03-01");
    corrected.put("reason", "");
    assertThat(amend(admin, corrected).at("/userErrors/0/field").asString()).isEqualTo("reason");
    corrected.put("reason", "执行日期抄错");

    JsonNode done = amend(admin, corrected);

    assertThat(done.get("userErrors")).isEmpty();
    assertThat(done.at("/decision/effectiveOn").asString()).isEqualTo("2020-03-01");
    assertThat(done.at("/decision/earlier/0/effectiveOn").asString()).isEqualTo("2019-02-27");
    assertThat(done.at("/decision/earlier/0/reason").asString()).isEqualTo("执行日期抄错");
    assertThat(done.at("/decision/earlier/0/replacedBy").asString()).isEqualTo("测试员admin");
    assertThat(cancelledOn()).isEqualTo("2020-03-01");
    assertThat(amend(admin, corrected).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
    corrected.put("expectedVersion", 1);
    assertThat(amend(signedIn(districts.fresh(), "admin"), corrected).toString())
        .contains("NOT_FOUND");
    corrected.put("kind", "ADJUSTED");
    assertThat(amend(admin, corrected).get("userErrors")).isEmpty();
    assertThat(cancelledOn()).as("nothing cancels it any more").isEmpty();
  }

  private static JsonNode amend(Client who, Map<String, Object> input) {
    input.put("idempotencyKey", Client.key());
    return who.data(
            "mutation($input: UpperDecisionAmendInput!) { upperDecisionAmend(input: $input) { decision { effectiveOn earlier { effectiveOn reason replacedBy } } userErrors { code field } } }",
            "input",
            input)
        .get("upperDecisionAmend");
  }

  private String cancelledOn() {
    return admin
        .data("query($id: ID!) { item(id: $id) { cancelledOn } }", "id", Ids.of("Item", item))
        .at("/item/cancelledOn")
        .asString("");
  }

  @Test
  void aCancellationThatNobodyComparedIsShownToTheWindowAndOneThatIsFollowedLeavesTheReport() {
    String toJudge = "query($id: ID!) { itemDecisionsToJudge(itemId: $id) { documentNo } }";
    assertThat(clerk.data(toJudge, "id", Ids.of("Item", item)).get("itemDecisionsToJudge"))
        .isEmpty();
    JsonNode decision = TestVersions.record(admin, "CANCELLED", "普通货运", "2019-02-27");

    assertThat(clerk.data(toJudge, "id", Ids.of("Item", item)).toString()).contains("国发〔2019〕6号");
    TestVersions.judge(admin, decision, item, true);

    assertThat(clerk.data(toJudge, "id", Ids.of("Item", item)).get("itemDecisionsToJudge"))
        .isEmpty();
    assertThat(conflicts()).as("cancelled, and nothing was accepted since").isEmpty();
  }

  @Test
  void theCasesBehindAcceptedSinceAreListedInOnesOwnReach() {
    accept(clerk, input(item));
    TestVersions.decide(admin, "CANCELLED", "普通货运", "2019-02-27", item);
    String list =
        "query($id: ID!) { casesOfItemSince(itemId: $id, since: \"2019-02-27\") { nodes { number item { name } } } }";
    Object[] asked = {"id", Ids.of("Item", item)};

    assertThat(conflicts()).hasSize(1);
    assertThat(admin.data(list, asked).at("/casesOfItemSince/nodes")).hasSize(1);
    assertThat(signedIn(here, "clerk@west").data(list, asked).at("/casesOfItemSince/nodes"))
        .isEmpty();
    assertThat(signedIn(districts.fresh(), "admin").data(list, asked).at("/casesOfItemSince/nodes"))
        .isEmpty();
    assertThat(
            admin
                .data(list.replace("2019-02-27", now.today().plusDays(1).toString()), asked)
                .at("/casesOfItemSince/nodes"))
        .isEmpty();
  }

  @Test
  void theDistrictCannotLiftWhatTheStateCancelledAndMayEndItEarlier() {
    TestVersions.decide(admin, "CANCELLED", "普通货运车辆年审", "2019-02-27", item);

    JsonNode later = cancel("2030-01-01").at("/userErrors/0");

    assertThat(later.get("code").asString()).isEqualTo("UPPER_DECISION");
    assertThat(later.get("field").asString()).isEqualTo("on");
    assertThat(later.get("message").asString()).contains("国发〔2019〕6号");
    assertThat(accept(clerk, input(item)).at("/userErrors/0/code").asString())
        .isEqualTo("ITEM_CANCELLED");
    assertThat(cancel("2018-01-01").get("userErrors")).isEmpty();
  }

  private JsonNode cancel(String on) {
    int version =
        admin
            .data("query($id: ID!) { item(id: $id) { version } }", "id", Ids.of("Item", item))
            .at("/item/version")
            .asInt();
    return admin
        .data(
            "mutation($input: ItemCancelInput!) { itemCancel(input: $input) { userErrors { code field message } } }",
            "input",
            Map.of(
                "idempotencyKey",
                Client.key(),
                "id",
                Ids.of("Item", item),
                "on",
                on,
                "documentNo",
                "测府发〔2026〕9号",
                "expectedVersion",
                version))
        .get("itemCancel");
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
    return new java.util.HashMap<>(
        Map.of(
            "idempotencyKey", Client.key(),
            "kind", "CANCELLED",
            "name", "普通货运",
            "documentNo", "X",
            "decidedOn", LocalDate.of(2019, 1, 1).toString(),
            "effectiveOn", "2019-01-01",
            "level", "CITY"));
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
