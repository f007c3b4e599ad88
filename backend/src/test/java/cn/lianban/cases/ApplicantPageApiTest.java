package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApplicantPageApiTest extends LegalClockStory {
  private static final String FIELDS =
      " { progress { status missing missingUntil owed canWithdraw moves { kind cause oldDueOn newDueOn } steps { name } } userErrors { code field } } }";

  @Test
  void theApplicantSeesWhatIsMissingAndTellsThatHeSentIt() {
    JsonNode received = receiveWithPassword();
    JsonNode told = supplement(clerk, received.get("case"), null).get("case");
    JsonNode seen = page(received, "caseProgressOpen").get("progress");
    assertThat(seen.get("missing").get(0).asString()).isEqualTo("户口簿复印件");
    assertThat(seen.get("missingUntil").asString()).isEqualTo("2026-12-31");

    page(received, "caseProgressSupplement", "note", "照片两张，已寄出");
    assertThat(CaseStory.read(clerk, told).get("timeline").findValuesAsString("note"))
        .contains("照片两张，已寄出");
  }

  @Test
  void whoIsAskedForNothingHasNothingToSend() {
    JsonNode received = receiveWithPassword();
    assertThat(
            page(received, "caseProgressSupplement", "note", "照片")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("NOTHING_ASKED");
  }

  @Test
  void theApplicantWithdrawsOnHisPageOnceAndNotAfterTheDecision() {
    JsonNode received = receiveWithPassword();
    for (int i = 0; i < 2; i++) {
      assertThat(
              page(received, "caseProgressWithdraw", "reason", "不办了")
                  .at("/progress/status")
                  .asString())
          .isEqualTo("WITHDRAWN");
    }
    JsonNode accepted = CaseStory.accept(clerk, CaseStory.input(item));
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted.get("case")).get("case"))
            .get("case");
    act(officer, "caseDecide", signed, "outcome", "PASSED");
    assertThat(
            page(accepted, "caseProgressWithdraw", "reason", "不办了")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void aWrongPasswordWithdrawsNothing() {
    JsonNode received = receiveWithPassword();
    JsonNode wrong =
        citizenOf(here)
            .data(
                "mutation($input: CaseProgressWithdrawInput!) { caseProgressWithdraw(input: $input)"
                    + FIELDS,
                "input",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "number",
                    received.at("/case/number").asString(),
                    "password",
                    received.get("queryPassword").asString().equals("000000") ? "000001" : "000000",
                    "reason",
                    "不办了"))
            .get("caseProgressWithdraw");
    assertThat(wrong.at("/userErrors/0/code").asString()).isEqualTo("PROGRESS_NOT_FOUND");
    assertThat(CaseStory.read(clerk, received.get("case")).get("status").asString())
        .isEqualTo("RECEIVED");
  }

  @Test
  void everyMoveOfTheExpectedDayHasItsCause() {
    JsonNode accepted = CaseStory.accept(clerk, CaseStory.input(item));
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted.get("case")).get("case"))
            .get("case");
    act(signedIn(here, "head@civil"), "caseExtend", signed, "by", 3, "reason", "须现场核实");
    JsonNode moves = page(accepted, "caseProgressOpen").at("/progress/moves");
    assertThat(moves.findValuesAsString("cause")).isEqualTo(List.of("须现场核实"));
    assertThat(moves.get(0).get("newDueOn").asString()).isEqualTo("2026-12-02");
  }

  private JsonNode receiveWithPassword() {
    return clerk
        .data(
            "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } queryPassword userErrors { code } } } "
                + CaseStory.FIELDS,
            "input",
            CaseStory.input(item))
        .get("caseReceive");
  }

  private JsonNode page(JsonNode opened, String mutation, String... more) {
    Map<String, Object> input = new java.util.HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("number", opened.at("/case/number").asString());
    input.put("password", opened.get("queryPassword").asString());
    for (int i = 0; i < more.length; i += 2) {
      input.put(more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return citizenOf(here)
        .data(
            "mutation($input: %s!) { %s(input: $input)".formatted(type, mutation) + FIELDS,
            "input",
            input)
        .get(mutation);
  }
}
