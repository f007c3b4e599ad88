package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.accept;
import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseStoryApiTest extends ApiTestBase {
  private TestDistrict here;
  private long item;
  private Client clerk;
  private Client officer;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
  }

  @Test
  void oneCaseGoesUpIsSignedDecidedAndDeliveredUnderOneNumberAndOneClock() {
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
    JsonNode accepted = accept(clerk, input(item)).get("case");
    assertThat(accepted.at("/duty/dueOn").asString()).isEqualTo("2026-11-27");

    JsonNode sent = act(clerk, "caseHandUp", accepted).get("case");
    assertThat(sent.at("/holderUnit/name").asString()).contains("城东");
    now.freeze(Instant.parse("2026-11-24T02:00:00Z")); // Tuesday: 2 working days later
    JsonNode signed = act(officer, "caseSign", sent).get("case");
    now.freeze(Instant.parse("2026-11-25T02:00:00Z"));
    JsonNode decided =
        act(officer, "caseDecide", signed, "outcome", "PASSED", "resultNo", "民优〔2026〕1号")
            .get("case");
    JsonNode delivered = act(clerk, "caseDeliver", decided).get("case");

    assertThat(delivered.get("number")).isEqualTo(accepted.get("number"));
    assertThat(delivered.get("status").asString()).isEqualTo("DELIVERED");
    assertThat(delivered.at("/duty/id")).isEqualTo(accepted.at("/duty/id"));
    assertThat(delivered.at("/duty/light").asString()).isEqualTo("CLOSED");
    assertThat(delivered.at("/duty/segments/0/consumed").asInt()).isEqualTo(2);
    assertThat(delivered.at("/duty/segments/1/consumed").asInt()).isEqualTo(1);
    assertThat(delivered.get("timeline").findValuesAsString("kind"))
        .containsExactly("RECEIVED", "ACCEPTED", "HANDED_UP", "SIGNED", "DECIDED", "DELIVERED");
  }

  @Test
  void theApplicantIsMaskedForEverybody() {
    JsonNode applicant = accept(clerk, input(item)).at("/case/applicant");

    assertThat(applicant.get("name").asString()).isEqualTo("王*明");
    assertThat(applicant.get("idNumber").asString()).isEqualTo("1101**********002X");
    assertThat(applicant.get("mobile").asString()).isEqualTo("138****8000");
  }

  @Test
  void aReturnedCaseComesBackWithItsReasonAndCanGoUpAgain() {
    JsonNode sent = act(clerk, "caseHandUp", accept(clerk, input(item)).get("case")).get("case");

    JsonNode back = act(officer, "caseReturn", sent, "reason", "缺少户口簿复印件").get("case");
    assertThat(back.get("status").asString()).isEqualTo("RETURNED");
    assertThat(back.at("/handovers/0/reason").asString()).isEqualTo("缺少户口簿复印件");

    JsonNode again = act(clerk, "caseHandUp", read(clerk, back)).get("case");
    assertThat(again.get("status").asString()).isEqualTo("HANDED_UP");
    assertThat(again.get("handovers")).hasSize(2);
  }

  @Test
  void aReturnNeedsAReasonAndARefusalToo() {
    JsonNode sent = act(clerk, "caseHandUp", accept(clerk, input(item)).get("case")).get("case");
    assertThat(act(officer, "caseReturn", sent, "reason", " ").at("/userErrors/0/field").asString())
        .isEqualTo("reason");
    JsonNode signed = act(officer, "caseSign", sent).get("case");
    assertThat(
            act(officer, "caseDecide", signed, "outcome", "REFUSED")
                .at("/userErrors/0/field")
                .asString())
        .isEqualTo("reason");
  }

  @Test
  void theDistrictSeesACaseOnlyOnceItIsHandedUpAndTheNeighbourNever() {
    JsonNode file = accept(clerk, input(item)).get("case");
    Client west = signedIn(here, "clerk@west");
    Client elsewhere = signedIn(districts.fresh(), "clerk@east");

    assertThat(read(officer, file).isNull()).isTrue();
    act(clerk, "caseHandUp", file);

    assertThat(read(officer, file).get("viewerCanSign").asBoolean()).isTrue();
    assertThat(read(west, file).isNull()).isTrue();
    assertThat(read(elsewhere, file).isNull()).isTrue();
    assertThat(act(west, "caseHandUp", file).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
    assertThat(act(elsewhere, "caseHandUp", file).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneWinsAndTheOtherIsTold() {
    JsonNode sent = act(clerk, "caseHandUp", accept(clerk, input(item)).get("case")).get("case");
    JsonNode signed = act(officer, "caseSign", sent).get("case");
    Client head = signedIn(here, "head@civil");

    act(officer, "caseDecide", signed, "outcome", "PASSED");
    JsonNode late = act(head, "caseDecide", signed, "outcome", "REFUSED", "reason", "材料不实");

    assertThat(late.at("/userErrors/0/code").asString()).isIn("VERSION_CONFLICT", "WRONG_STATE");
    assertThat(read(head, signed).get("outcome").asString()).isEqualTo("PASSED");
  }

  @Test
  void aSuspensionStopsTheClockAndAnExtensionMovesTheDate() {
    now.freeze(Instant.parse("2026-11-23T02:00:00Z")); // Monday, due Monday 11-30
    JsonNode sent = act(clerk, "caseHandUp", accept(clerk, input(item)).get("case")).get("case");
    JsonNode signed = act(officer, "caseSign", sent).get("case");
    JsonNode paused =
        act(
                officer,
                "caseSuspend",
                signed,
                "reason",
                "EXAMINATION",
                "basis",
                "行政许可法第四十五条",
                "expectedUntil",
                "2026-11-30")
            .get("case");
    assertThat(paused.at("/duty/light").asString()).isEqualTo("PAUSED");

    now.freeze(Instant.parse("2026-11-25T02:00:00Z")); // Tuesday and Wednesday taken out
    JsonNode resumed = act(officer, "caseResume", paused).get("case");
    assertThat(resumed.at("/duty/dueOn").asString()).isEqualTo("2026-12-02");

    JsonNode byOfficer =
        officer.raw(
            "mutation($input: CaseExtendInput!) { caseExtend(input: $input) { userErrors { code } } }",
            "input",
            java.util.Map.of(
                "idempotencyKey",
                Client.key(),
                "id",
                resumed.get("id").asString(),
                "expectedVersion",
                resumed.get("version").asInt(),
                "by",
                3,
                "reason",
                "案情复杂"));
    assertThat(byOfficer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
    Client head = signedIn(here, "head@civil");
    JsonNode extended = act(head, "caseExtend", resumed, "by", 3, "reason", "案情复杂").get("case");
    assertThat(extended.at("/duty/dueOn").asString()).isEqualTo("2026-12-07");
    assertThat(extended.get("viewerCanExtend").asBoolean()).isFalse();
  }

  @Test
  void whatWaitsForTheSignatureStandsInTheReceiversList() {
    JsonNode file = accept(clerk, input(item)).get("case");
    act(clerk, "caseHandUp", file);

    String waiting = "{ casesToSign { nodes { number } } }";
    assertThat(officer.data(waiting).at("/casesToSign/nodes/0/number"))
        .isEqualTo(file.get("number"));
    assertThat(signedIn(here, "officer@transport").data(waiting).at("/casesToSign/nodes"))
        .isEmpty();
  }

  @Test
  void lookingAtTheUnmaskedApplicantNeedsAReason() {
    JsonNode file = accept(clerk, input(item)).get("case");
    String reveal =
        "mutation($input: CaseApplicantRevealInput!) { caseApplicantReveal(input: $input) { applicant { mobile } userErrors { field } } }";
    java.util.Map<String, Object> ask = new java.util.HashMap<>();
    ask.put("idempotencyKey", Client.key());
    ask.put("id", file.get("id").asString());
    ask.put("reason", "");
    assertThat(
            clerk
                .data(reveal, "input", ask)
                .at("/caseApplicantReveal/userErrors/0/field")
                .asString())
        .isEqualTo("reason");
    ask.put("reason", "电话通知取件");
    assertThat(
            clerk.data(reveal, "input", ask).at("/caseApplicantReveal/applicant/mobile").asString())
        .isEqualTo("13800138000");
  }
}
