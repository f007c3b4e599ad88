package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import cn.lianban.testing.TestVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A received case meets another list when it is accepted, or papers that are here already. */
class AwaitedAcceptanceApiTest extends LegalClockStory {

  private void publish(LocalDate on, List<Map<String, Object>> materials) {
    Map<String, Object> content = TestVersions.content("高龄津贴发放", 5);
    content.put("materials", materials);
    TestVersions.publish(
        signedIn(here, "officer@civil"),
        signedIn(here, "legal"),
        signedIn(here, "admin"),
        item,
        content,
        on.toString());
  }

  private static Map<String, Object> one(String name) {
    return Map.of("name", name, "required", true);
  }

  private static JsonNode checklist(Client who, JsonNode file) {
    return who.data(
            "query($id: ID!) { acceptanceChecklist(caseId: $id) { itemEdition receivedEdition owable promisable gone materials { seq name required reuse state } } }",
            "id",
            file.get("id").asString())
        .get("acceptanceChecklist");
  }

  private static JsonNode materials(Client who, JsonNode file) {
    return who.data(
            "query($id: ID!) { case(id: $id) { materials { seq name state reusedFrom } timeline { kind note } } }",
            "id",
            file.get("id").asString())
        .get("case");
  }

  private static List<Map<String, Object>> states(String... states) {
    List<Map<String, Object>> seen = new java.util.ArrayList<>();
    for (String state : states) {
      seen.add(Map.of("seq", seen.size() + 1, "state", state));
    }
    return seen;
  }

  @Test
  void aListThatChangedIsFilledInByNameAndWhatItDoesNotAskForIsGone() {
    JsonNode list = checklist(clerk, receive());
    String first = list.at("/materials/0/name").asString();
    String second = list.at("/materials/1/name").asString();
    allow("owableDays", 10);
    Map<String, Object> owing = input(item);
    owing.put("materials", states("OWED", "COPY"));
    JsonNode file =
        clerk
            .data(
                "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } } } "
                    + CaseStory.FIELDS,
                "input",
                owing)
            .at("/caseReceive/case");
    publish(now.today(), List.of(one(second), one("近期照片")));

    JsonNode awaited = checklist(clerk, file);
    assertThat(awaited.get("receivedEdition").asInt()).isEqualTo(1);
    assertThat(awaited.get("itemEdition").asInt()).isEqualTo(2);
    assertThat(awaited.at("/materials/0/name").asString()).isEqualTo(second);
    assertThat(awaited.at("/materials/0/state").asString()).isEqualTo("COPY");
    assertThat(awaited.at("/materials/1/state").isNull()).isTrue();
    assertThat(awaited.at("/gone/0").asString()).isEqualTo(first);
    assertThat(checklist(signedIn(here, "clerk@west"), file).isNull()).isTrue();
    assertThat(checklist(signedIn(districts.fresh(), "clerk@east"), file).isNull()).isTrue();

    JsonNode accepted =
        act(
                clerk,
                "caseAcceptReceived",
                file,
                "materials",
                states("COPY", "ORIGINAL_SEEN"),
                "note",
                "当面核对")
            .get("case");
    JsonNode seen = materials(clerk, accepted);
    assertThat(seen.get("materials").findValuesAsString("name")).containsExactly(second, "近期照片");
    assertThat(seen.get("timeline").toString()).contains("按第 2 版办理", "不再要求：" + first);
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted).get("case")).get("case");
    assertThat(
            act(officer, "caseDecide", signed, "outcome", "PASSED").at("/case/status").asString())
        .isEqualTo("DECIDED");
    assertThat(checklist(clerk, file).isNull()).isTrue();
  }

  @Test
  void aShorterListTakesItsOwedLineWithIt() {
    allow("owableDays", 10);
    Map<String, Object> owing = input(item);
    owing.put("materials", states("COPY", "OWED"));
    JsonNode file =
        clerk
            .data(
                "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } } } "
                    + CaseStory.FIELDS,
                "input",
                owing)
            .at("/caseReceive/case");
    publish(now.today(), List.of(one(checklist(clerk, file).at("/materials/0/name").asString())));

    JsonNode accepted =
        act(clerk, "caseAcceptReceived", file, "materials", states("COPY", "OWED")).get("case");

    assertThat(accepted.get("materials")).hasSize(1);
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted).get("case")).get("case");
    assertThat(act(officer, "caseDecide", signed, "outcome", "PASSED").get("userErrors")).isEmpty();
  }

  @Test
  void whoMissedTheFiveDaysIsHeldToTheListAtReceiptOnTheScreenToo() {
    JsonNode file = receive();
    publish(now.today().plusDays(1), List.of(one("近期照片"), one("户口簿"), one("体检表")));
    now.freeze(Instant.parse("2026-12-01T02:00:00Z"));

    JsonNode awaited = checklist(clerk, file);

    assertThat(awaited.get("itemEdition").asInt()).isEqualTo(1);
    assertThat(awaited.get("materials")).hasSize(2);
    assertThat(
            act(clerk, "caseAcceptReceived", file, "materials", ALL).at("/case/status").asString())
        .isEqualTo("ACCEPTED");
  }

  @Test
  void aReusedPaperIsLookedForAgainAndKeepsWhereItCameFrom() {
    publish(
        now.today(),
        List.of(one("申请书"), Map.of("name", "身份证明", "required", true, "reuse", "SAME_APPLICANT")));
    JsonNode file = receive();
    assertThat(
            act(clerk, "caseAcceptReceived", file, "materials", states("COPY", "REUSED"))
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("NOTHING_TO_REUSE");
    JsonNode earlier = CaseStory.accept(clerk, input(item)).get("case");
    assertThat(
            act(clerk, "caseAcceptReceived", file, "materials", states("REUSED", "COPY"))
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_REUSABLE");
    assertThat(checklist(clerk, file).at("/materials/1/reuse").asString())
        .isEqualTo("SAME_APPLICANT");

    JsonNode accepted =
        act(clerk, "caseAcceptReceived", file, "materials", states("COPY", "REUSED")).get("case");

    assertThat(materials(clerk, accepted).at("/materials/1/reusedFrom").asString())
        .isEqualTo(earlier.get("number").asString());
  }
}
