package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where a result goes: to the applicant, and to the department that supervises afterwards. */
class ResultApiTest extends LegalClockStory {
  private static final String WAITING =
      "{ resultsToTakeOver(first: 10) { nodes { case { id number resultNo } unit { name } signedAt duty { kind light dueOn } viewerCanSign } } }";

  @Test
  void aResultSentByPostIsRecordedShownToTheApplicantAndEndsTheDutyToDeliver() {
    JsonNode accepted = CaseStory.accept(clerk, input(item));
    String password = accepted.get("queryPassword").asString();
    JsonNode sent = act(clerk, "caseHandUp", accepted.get("case")).get("case");
    JsonNode file = act(officer, "caseSign", sent).get("case");
    JsonNode decided =
        act(officer, "caseDecide", file, "outcome", "PASSED", "resultNo", "民优〔2026〕9号").get("case");

    assertThat(field(act(clerk, "caseDeliver", decided, "way", "POST", "postNo", "EMS 1234567")))
        .isEqualTo("carrier");
    assertThat(
            field(
                act(clerk, "caseDeliver", decided, "way", "POST", "carrier", "邮政", "postNo", "短号")))
        .isEqualTo("postNo");
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("light").asString()).isEqualTo("GREEN");
    act(clerk, "caseDeliver", decided, "way", "POST", "carrier", "中国邮政", "postNo", "EA 1234-567");

    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("closedLight").asString())
        .isEqualTo("GREEN");
    JsonNode delivery =
        clerk
            .data(
                "query($id: ID!) { case(id: $id) { delivery { way carrier postNo } } }",
                "id",
                decided.get("id").asString())
            .at("/case/delivery");
    assertThat(delivery.get("carrier").asString()).isEqualTo("中国邮政");
    assertThat(delivery.get("postNo").asString()).isEqualTo("EA1234567");
    JsonNode told = progress(accepted.at("/case/number").asString(), password);
    assertThat(told.get("resultNo").asString()).isEqualTo("民优〔2026〕9号");
    assertThat(told.at("/delivery/postNo").asString()).isEqualTo("EA1234567");
    assertThat(told.get("deliveredAt").isNull()).isFalse();
  }

  private JsonNode progress(String number, String password) {
    return citizenOf(here)
        .data(
            "mutation($input: CaseProgressOpenInput!) { caseProgressOpen(input: $input) { progress { resultNo deliveredAt delivery { way carrier postNo } } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "number", number, "password", password))
        .at("/caseProgressOpen/progress");
  }

  @Test
  void aResultHandedOverAtTheWindowHasNoPostNumber() {
    JsonNode decided = act(officer, "caseDecide", signed(), "outcome", "PASSED").get("case");
    assertThat(act(clerk, "caseDeliver", decided, "postNo", "EA1234567").get("userErrors"))
        .isEmpty();
    JsonNode delivery =
        officer
            .data(
                "query($id: ID!) { case(id: $id) { delivery { way postNo } } }",
                "id",
                decided.get("id").asString())
            .at("/case/delivery");
    assertThat(delivery.get("way").asString()).isEqualTo("WINDOW");
    assertThat(delivery.get("postNo").isNull()).isTrue();
  }

  @Test
  void everyResultReachesTheDepartmentTheItemNamesAndWaitsForItsSignature() {
    assertThat(oversee(here.unit("east"))).isEqualTo("NOT_FOUND");
    assertThat(oversee(here.unit("transport"))).isEmpty();
    Client overseer = signedIn(here, "officer@transport");
    JsonNode decided = act(officer, "caseDecide", signed(), "outcome", "PASSED").get("case");
    String id = decided.get("id").asString();

    JsonNode waiting = overseer.data(WAITING).at("/resultsToTakeOver/nodes/0");
    assertThat(waiting.at("/case/id").asString()).isEqualTo(id);
    assertThat(waiting.at("/duty/kind").asString()).isEqualTo("CASE_TAKEOVER");
    assertThat(waiting.at("/duty/dueOn").asString()).isEqualTo("2026-11-27");
    assertThat(waiting.get("viewerCanSign").asBoolean()).isTrue();
    now.freeze(Instant.parse("2026-11-30T02:00:00Z"));
    assertThat(overseer.data(WAITING).at("/resultsToTakeOver/nodes/0/duty/light").asString())
        .isEqualTo("RED");

    assertThat(officer.errorCode(document(), "input", takeOver(id))).isEqualTo("FORBIDDEN");
    Client neighbour = signedIn(districts.fresh(), "officer@transport");
    assertThat(neighbour.data(WAITING).at("/resultsToTakeOver/nodes")).isEmpty();
    assertThat(code(neighbour, id)).isEqualTo("NOT_FOUND");
    assertThat(code(overseer, id)).isEmpty();
    assertThat(code(overseer, id)).isEqualTo("TAKEN_OVER");
    assertThat(overseer.data(WAITING).at("/resultsToTakeOver/nodes")).isEmpty();
    assertThat(clock(overseer, decided, "CASE_TAKEOVER").get("closedLight").asString())
        .isEqualTo("RED");
    assertThat(CaseStory.read(clerk, decided).get("timeline").findValuesAsString("kind"))
        .endsWith("TAKEN_OVER");
  }

  @Test
  void aDepartmentThatSupervisesWhatItDecidesNeedsNoReceiptFromItself() {
    JsonNode file = signed();
    assertThat(code(officer, file.get("id").asString())).isEqualTo("NOTHING_TO_TAKE_OVER");
    act(officer, "caseDecide", file, "outcome", "REFUSED", "reason", "年龄不符");
    JsonNode receipt =
        officer
            .data(
                "query($id: ID!) { case(id: $id) { takeover { unit { name } sentAt signedAt duty { id } } } }",
                "id",
                file.get("id").asString())
            .at("/case/takeover");
    assertThat(receipt.at("/unit/name").asString()).isEqualTo("区民政局");
    assertThat(receipt.get("signedAt")).isEqualTo(receipt.get("sentAt"));
    assertThat(receipt.get("duty").isNull()).isTrue();
    assertThat(officer.data(WAITING).at("/resultsToTakeOver/nodes")).isEmpty();
  }

  private String oversee(int unit) {
    return signedIn(here, "admin")
        .data(
            "mutation($input: ItemHandlingSaveInput!) { itemHandlingSave(input: $input) { userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey",
                Client.key(),
                "itemId",
                Ids.of("Item", item),
                "expectedVersion",
                0,
                "overseerUnitId",
                Ids.of("Unit", unit)))
        .at("/itemHandlingSave/userErrors/0/code")
        .asString("");
  }

  private static Map<String, Object> takeOver(String id) {
    return Map.of("idempotencyKey", Client.key(), "id", id);
  }

  private static String document() {
    return "mutation($input: CaseTakeOverInput!) { caseTakeOver(input: $input) { case { id } userErrors { code } } }";
  }

  private static String code(Client who, String id) {
    return who.data(document(), "input", takeOver(id))
        .at("/caseTakeOver/userErrors/0/code")
        .asString("");
  }

  private static String field(JsonNode answer) {
    return answer.at("/userErrors/0/field").asString("");
  }
}
