package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Until when it is said whether a received case is accepted: to its applicant and to the staff. */
class AwaitedAnswerApiTest extends LegalClockStory {
  private JsonNode received;

  @BeforeEach
  void aCaseIsReceived() {
    received =
        clerk
            .data(
                "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } queryPassword userErrors { code } } } "
                    + CaseStory.FIELDS,
                "input",
                CaseStory.input(item))
            .get("caseReceive");
  }

  private JsonNode applicant() {
    return citizenOf(here)
        .data(
            "mutation($input: CaseProgressOpenInput!) { caseProgressOpen(input: $input) { progress { status acceptBy history { kind } } } }",
            "input",
            Map.of(
                "idempotencyKey",
                Client.key(),
                "number",
                received.at("/case/number").asString(),
                "password",
                received.get("queryPassword").asString()))
        .at("/caseProgressOpen/progress");
  }

  private JsonNode staff() {
    return clerk
        .data(
            "query($id: ID!) { case(id: $id) { acceptBy } }",
            "id",
            received.at("/case/id").asString())
        .get("case");
  }

  private void bothRead(String day) {
    assertThat(applicant().get("acceptBy").asString(null)).isEqualTo(day);
    assertThat(staff().get("acceptBy").asString(null)).isEqualTo(day);
  }

  @Test
  void itIsTheLastDayOfTheAcceptancesClockAndNoneWhileTheApplicantIsWaitedForOrAfterTheAnswer() {
    bothRead("2026-11-27");
    JsonNode told = supplement(clerk, received.get("case"), null).get("case");
    bothRead(null);

    now.freeze(Instant.parse("2026-12-14T02:00:00Z"));
    JsonNode in = act(clerk, "caseSupplementIn", told).get("case");
    bothRead("2026-12-21");

    act(clerk, "caseAcceptReceived", in, "materials", ALL);
    bothRead(null);
  }

  @Test
  void whoWasNotAnsweredInTimeReadsThatHeIsAcceptedByLaw() {
    now.freeze(Instant.parse("2026-11-30T02:00:00Z"));
    deem(received.get("case"));

    bothRead(null);
    assertThat(applicant().get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(applicant().get("history").findValuesAsString("kind")).contains("DEEMED_ACCEPTED");
  }
}
