package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LaterMaterialsApiTest extends LegalClockStory {
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

    CaseStory.accept(clerk, input(item));
    JsonNode figure = greenFigures(signedIn(here, "leader"));
    assertThat(figure).hasSize(1);
    assertThat(figure.at("/0/cases").asInt()).isEqualTo(2);
    assertThat(figure.at("/0/granted").asInt()).isEqualTo(1);
    assertThat(figure.at("/0/sharePerMille").asInt()).isEqualTo(500);
    String unit = figure.at("/0/unit/id").asString();
    assertThat(greenCases(signedIn(here, "leader"), unit).findValuesAsString("number"))
        .containsExactly(file.get("number").asString());
    Client neighbour = signedIn(districts.fresh(), "leader");
    assertThat(greenFigures(neighbour)).isEmpty();
    assertThat(greenCases(neighbour, unit)).isEmpty();
  }

  private static JsonNode greenFigures(Client who) {
    return who.data(
            "{ greenFigures(from: \"2026-11-01\", to: \"2026-11-30\") { unit { id } cases asked granted sharePerMille } }")
        .get("greenFigures");
  }

  private static JsonNode greenCases(Client who, String unit) {
    return who.data(
            "query($unit: ID!) { greenCases(unitId: $unit, from: \"2026-11-01\", to: \"2026-11-30\", first: 10) { nodes { number green { reason granted } } } }",
            "unit",
            unit)
        .at("/greenCases/nodes");
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
                "{ suspensionFigures(from: \"2026-11-01\", to: \"2026-11-30\") { unit { id name } clocks suspendedClocks elapsedHours suspendedHours sharePerMille } }")
            .at("/suspensionFigures/1"); // the sub-district held it for no time
    assertThat(figure.get("clocks").asInt()).isEqualTo(1);
    assertThat(figure.get("suspendedHours").asInt()).isEqualTo(48);
    assertThat(figure.get("sharePerMille").asInt()).isEqualTo(500);
    JsonNode behind = suspensionRecords(officer, figure.at("/unit/id").asString());
    assertThat(behind).hasSize(figure.get("clocks").asInt());
    assertThat(behind.at("/0/suspendedHours").asInt()).isEqualTo(48);
    assertThat(behind.at("/0/elapsedHours").asInt()).isEqualTo(96);
    assertThat(behind.at("/0/duty/about").asString()).isEqualTo(signed.get("id").asString());
    Client neighbour = signedIn(districts.fresh(), "supervisor");
    assertThat(suspensionRecords(neighbour, figure.at("/unit/id").asString())).isEmpty();
  }

  @Test
  void timeThatStoodStillIsBookedToWhoHeldTheCaseThen() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    JsonNode paused = pause(clerk, file);
    now.freeze(Instant.parse("2026-11-22T02:00:00Z")); // two days with the sub-district
    JsonNode resumed = act(clerk, "caseResume", paused).get("case");
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", resumed).get("case")).get("case");
    now.freeze(Instant.parse("2026-11-23T02:00:00Z")); // one with the department
    JsonNode again = pause(officer, signed);
    now.freeze(Instant.parse("2026-11-26T02:00:00Z")); // and three, still
    String both =
        "{ suspensionFigures(from: \"2026-11-01\", to: \"2026-11-30\") { unit { id } clocks suspendedClocks elapsedHours suspendedHours } }";

    JsonNode figures = signedIn(here, "leader").data(both).get("suspensionFigures");
    assertThat(again.at("/duty/light").asString()).isEqualTo("PAUSED");
    assertThat(figures).hasSize(2);
    for (String unit : List.of("east", "civil")) {
      String id = Ids.of("Unit", here.unit(unit));
      JsonNode figure =
          figures
              .valueStream()
              .filter(one -> one.at("/unit/id").asString().equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(figure.get("suspendedHours").asInt()).isEqualTo(unit.equals("east") ? 48 : 72);
      assertThat(figure.get("elapsedHours").asInt()).isEqualTo(unit.equals("east") ? 48 : 96);
      assertThat(figure.get("clocks").asInt()).isOne();
      assertThat(figure.get("suspendedClocks").asInt()).isOne();
      JsonNode behind = suspensionRecords(signedIn(here, "leader"), id);
      assertThat(behind).hasSize(1);
      assertThat(behind.at("/0/suspendedHours")).isEqualTo(figure.get("suspendedHours"));
      assertThat(behind.at("/0/elapsedHours")).isEqualTo(figure.get("elapsedHours"));
    }
  }

  private static JsonNode pause(Client who, JsonNode file) {
    return act(
            who,
            "caseSuspend",
            file,
            "reason",
            "HOLD",
            "basis",
            "行政许可法第四十五条",
            "expectedUntil",
            "2026-11-30")
        .get("case");
  }

  private static JsonNode suspensionRecords(Client who, String unit) {
    return who.data(
            "query($unit: ID!) { suspensionRecords(unitId: $unit, from: \"2026-11-01\", to: \"2026-11-30\", first: 10) { nodes { duty { about } elapsedHours suspendedHours } } }",
            "unit",
            unit)
        .at("/suspensionRecords/nodes");
  }
}
