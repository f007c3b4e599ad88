package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class LegalClockApiTest extends ApiTestBase {
  private static final List<Map<String, Object>> ALL =
      List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY"));
  @Autowired Receiving receiving;
  @Autowired TenantScope scope;
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
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
  }

  @Test
  void whatIsReceivedIsNotAcceptedYetAndFiveWorkingDaysRun() {
    JsonNode file = receive();

    assertThat(file.get("status").asString()).isEqualTo("RECEIVED");
    assertThat(file.get("duty").isNull()).isTrue();
    assertThat(clock(clerk, file, "CASE_ACCEPTANCE").get("dueOn").asString())
        .isEqualTo("2026-11-27");

    now.freeze(Instant.parse("2026-11-24T02:00:00Z"));
    JsonNode accepted = act(clerk, "caseAcceptReceived", file, "materials", ALL).get("case");
    assertThat(accepted.get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(accepted.at("/duty/dueOn").asString()).isEqualTo("2026-12-01");
    assertThat(clock(clerk, file, "CASE").get("statutoryDueOn").asString()).isEqualTo("2026-12-22");
    assertThat(clock(clerk, file, "CASE_ACCEPTANCE").get("closedLight").asString())
        .isEqualTo("GREEN");
  }

  @Test
  void whoSaysNothingForFiveDaysHasAcceptedOnTheDayOfReceipt() {
    JsonNode file = receive();
    now.freeze(Instant.parse("2026-11-30T02:00:00Z"));
    deem(file);

    JsonNode deemed = read(clerk, file);
    assertThat(deemed.get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(deemed.at("/duty/dueOn").asString()).isEqualTo("2026-11-27");
    assertThat(deemed.at("/duty/light").asString()).isEqualTo("RED");
    assertThat(deemed.get("timeline").findValuesAsString("kind")).contains("DEEMED_ACCEPTED");
  }

  @Test
  void acceptingAtOnceTwoWeeksAfterReceiptCountsFromReceipt() {
    Map<String, Object> late = input(item);
    late.put("receivedOn", "2026-11-06");
    JsonNode file = CaseStory.accept(clerk, late).get("case");

    assertThat(file.at("/duty/dueOn").asString()).isEqualTo("2026-11-13");
    assertThat(file.get("timeline").findValuesAsString("kind")).contains("DEEMED_ACCEPTED");
  }

  @Test
  void oneNoticeNamesEverythingAndStopsTheDaysForAcceptance() {
    JsonNode told = supplement(clerk, receive(), null).get("case");
    assertThat(clock(clerk, told, "CASE_ACCEPTANCE").get("light").asString()).isEqualTo("PAUSED");

    now.freeze(Instant.parse("2026-12-14T02:00:00Z"));
    JsonNode in = act(clerk, "caseSupplementIn", told).get("case");
    assertThat(clock(clerk, in, "CASE_ACCEPTANCE").get("dueOn").asString()).isEqualTo("2026-12-21");
    JsonNode accepted = act(clerk, "caseAcceptReceived", in, "materials", ALL).get("case");
    assertThat(accepted.at("/duty/dueOn").asString()).isEqualTo("2026-12-21");
  }

  @Test
  void aSecondNoticeOrOneAfterAcceptanceNeedsAReasonAndIsKeptAsAnAnomaly() {
    JsonNode told = supplement(clerk, receive(), null).get("case");
    assertThat(supplement(clerk, told, null).at("/userErrors/0/code").asString())
        .isEqualTo("SUPPLEMENT_TWICE");
    JsonNode again = supplement(clerk, told, "漏看了第三项材料").get("case");
    assertThat(again.get("timeline").findValuesAsString("kind")).contains("SUPPLEMENT_ANOMALY");

    JsonNode accepted = CaseStory.accept(clerk, input(item)).get("case");
    assertThat(supplement(clerk, accepted, null).at("/userErrors/0/code").asString())
        .isEqualTo("SUPPLEMENT_LATE");
    JsonNode late = supplement(clerk, accepted, "现场发现照片不符").get("case");
    assertThat(late.at("/duty/light").asString()).isNotEqualTo("PAUSED");
  }

  @Test
  void notAcceptingNeedsReasonsAndEndsTheClocks() {
    JsonNode file = receive();
    assertThat(
            act(clerk, "caseNotAccept", file, "reason", " ").at("/userErrors/0/field").asString())
        .isEqualTo("reason");
    JsonNode refused = act(clerk, "caseNotAccept", file, "reason", "不属于本机关职权范围").get("case");
    assertThat(refused.get("status").asString()).isEqualTo("NOT_ACCEPTED");
    assertThat(clock(clerk, refused, "CASE_ACCEPTANCE").get("light").asString())
        .isEqualTo("CLOSED");
  }

  @Test
  void deliveryIsOwedWithinTenWorkingDaysOfTheDecision() {
    JsonNode decided = act(officer, "caseDecide", signed(), "outcome", "PASSED").get("case");
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("dueOn").asString())
        .isEqualTo("2026-12-04");
    act(clerk, "caseDeliver", read(clerk, decided));
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("light").asString()).isEqualTo("CLOSED");
  }

  @Test
  void withdrawnVoidedAndTransferredCasesEndWithTheirReasonAndWithoutClocks() {
    for (String ending : List.of("WITHDRAWN", "VOIDED", "TRANSFERRED")) {
      JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
      JsonNode ended =
          act(clerk, "caseEnd", file, "ending", ending, "reason", "申请人书面要求").get("case");
      assertThat(ended.get("status").asString()).isEqualTo(ending);
      assertThat(ended.at("/duty/light").asString()).isEqualTo("CLOSED");
      assertThat(act(clerk, "caseHandUp", ended).at("/userErrors/0/code").asString())
          .isEqualTo("WRONG_STATE");
    }
  }

  @Test
  void anOwedMaterialIsADutyOnTheApplicantAndOnlyATolerantPassIsPossible() {
    allow("owableDays", 10);
    Map<String, Object> owing = input(item);
    owing.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "OWED")));
    JsonNode file = CaseStory.accept(clerk, owing).get("case");
    assertThat(clock(clerk, file, "CASE_OWED").get("dueOn").asString()).isEqualTo("2026-12-04");

    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
    assertThat(act(officer, "caseDecide", signed, "outcome", "PASSED").at("/userErrors/0/code"))
        .hasToString("\"MATERIAL_OWED\"");
    JsonNode passed =
        act(officer, "caseDecide", signed, "outcome", "PASSED_WITH_TOLERANCE").get("case");
    assertThat(passed.get("outcome").asString()).isEqualTo("PASSED_WITH_TOLERANCE");
    JsonNode in =
        act(
                clerk,
                "caseOwedIn",
                read(clerk, passed),
                "materials",
                List.of(Map.of("seq", 2, "state", "ORIGINAL_SEEN")))
            .get("case");
    assertThat(clock(clerk, in, "CASE_OWED").get("light").asString()).isEqualTo("CLOSED");
  }

  @Test
  void aWrittenPromiseIsCheckedAfterTheDecision() {
    Map<String, Object> promising = input(item);
    promising.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "PROMISED")));
    assertThat(CaseStory.accept(clerk, promising).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_PROMISABLE");
    allow("checkDays", 30);
    promising.put("idempotencyKey", Client.key());
    JsonNode file = CaseStory.accept(clerk, promising).get("case");
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
    JsonNode decided = act(officer, "caseDecide", signed, "outcome", "PASSED").get("case");
    assertThat(clock(officer, decided, "CASE_CHECK").get("light").asString()).isEqualTo("GREEN");
    JsonNode checked =
        act(officer, "caseCheck", decided, "kept", false, "findings", "现场无消防设施").get("case");
    assertThat(clock(officer, checked, "CASE_CHECK").get("light").asString()).isEqualTo("CLOSED");
    assertThat(
            act(officer, "caseCheck", checked, "kept", true, "findings", "x")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("NO_CHECK");
  }

  @Test
  void theGreenChannelNeedsAReasonAnApproverAndShortensThePromise() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    assertThat(
            act(clerk, "caseGreenAsk", file, "reason", "重点项目").at("/userErrors/0/code").asString())
        .isEqualTo("NO_GREEN_CHANNEL");
    allow("greenPercent", 50);
    JsonNode asked = act(clerk, "caseGreenAsk", file, "reason", "重点项目").get("case");
    JsonNode granted =
        act(signedIn(here, "leader"), "caseGreenAnswer", asked, "granted", true).get("case");
    assertThat(granted.at("/duty/dueOn").asString()).isEqualTo("2026-11-25"); // 5 → 3 days
    assertThat(granted.get("timeline").findValuesAsString("kind"))
        .contains("GREEN_ASKED", "GREEN_GRANTED");
  }

  @Test
  void aNeighbourFindsNothingToActOn() {
    JsonNode file = receive();
    for (Client stranger :
        List.of(signedIn(here, "clerk@west"), signedIn(districts.fresh(), "clerk@east"))) {
      assertThat(
              act(stranger, "caseAcceptReceived", file, "materials", ALL)
                  .at("/userErrors/0/code")
                  .asString())
          .isEqualTo("NOT_FOUND");
      assertThat(supplement(stranger, file, null).at("/userErrors/0/code").asString())
          .isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void theShareOfTimeThatStoodStillIsAFigureOfTheUnit() {
    JsonNode signed = signed();
    JsonNode paused =
        act(
                officer,
                "caseSuspend",
                signed,
                "reason",
                "HOLD",
                "basis",
                "行政许可法第四十五条",
                "expectedUntil",
                "2026-11-30")
            .get("case");
    now.freeze(Instant.parse("2026-11-22T02:00:00Z"));
    act(officer, "caseResume", paused);
    now.freeze(Instant.parse("2026-11-24T02:00:00Z"));
    JsonNode figure =
        officer
            .data(
                "{ suspensionFigures(from: \"2026-11-01\", to: \"2026-11-30\") { unit { name } clocks suspendedClocks elapsedHours suspendedHours sharePerMille } }")
            .at("/suspensionFigures/0");
    assertThat(figure.get("clocks").asInt()).isEqualTo(1);
    assertThat(figure.get("suspendedHours").asInt()).isEqualTo(48);
    assertThat(figure.get("sharePerMille").asInt()).isEqualTo(500);
  }

  private JsonNode signed() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    return act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
  }

  private JsonNode receive() {
    return clerk
        .data(
            "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } userErrors { code field } } } "
                + CaseStory.FIELDS,
            "input",
            input(item))
        .at("/caseReceive/case");
  }

  private JsonNode supplement(Client who, JsonNode file, String anomaly) {
    return act(
        who,
        "caseSupplement",
        file,
        "missing",
        List.of("户口簿复印件", "近期照片两张"),
        "until",
        "2026-12-31",
        "anomaly",
        anomaly);
  }

  private void deem(JsonNode file) {
    long id = Ids.parse("Case", file.get("id").asString());
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  receiving.deem(id, now.instant());
                  return true;
                }));
  }

  private JsonNode clock(Client who, JsonNode file, String kind) {
    for (JsonNode duty :
        who.data(
                "query($id: ID!) { case(id: $id) { duties { kind light dueOn statutoryDueOn closedLight } } }",
                "id",
                file.get("id").asString())
            .at("/case/duties")) {
      if (duty.get("kind").asString().equals(kind)) {
        return duty;
      }
    }
    throw new AssertionError("no clock " + kind);
  }

  private void allow(String what, int value) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", Ids.of("Item", item));
    input.put("expectedVersion", 0);
    input.put(what, value);
    assertThat(
            signedIn(here, "admin")
                .data(
                    "mutation($input: ItemHandlingSaveInput!) { itemHandlingSave(input: $input) { handling { version } userErrors { code } } }",
                    "input",
                    input)
                .at("/itemHandlingSave/handling/version")
                .asInt())
        .isEqualTo(1);
  }
}
