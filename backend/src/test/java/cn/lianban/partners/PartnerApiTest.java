package cn.lianban.partners;

import static cn.lianban.partners.PartnerStory.json;
import static cn.lianban.testing.Client.key;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PartnerApiTest extends PartnerWorld {
  @Test
  void aPartnerSubmitsACaseReadsItsStateAndReplaysAfterALostAnswer() throws Exception {
    String token = partner.token();
    Map<String, Object> first = submission("SZ-2027-0001");
    partner.send(token, SUBMIT, first); // the answer is lost on the way

    JsonNode replay = submit(token, first);
    JsonNode otherKey = submit(partner.token(), submission("SZ-2027-0001"));
    String number = replay.at("/case/number").asString();

    assertThat(number).isNotEmpty();
    assertThat(replay.at("/queryPassword").asString()).hasSize(6);
    assertThat(otherKey.at("/case/number").asString()).isEqualTo(number);
    JsonNode state = read(token, "SZ-2027-0001");
    assertThat(state.get("number").asString()).isEqualTo(number);
    assertThat(state.at("/acceptUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(state.get("status").asString()).isEqualTo("RECEIVED");
    assertThat(read(token, "SZ-2027-0002").isNull()).isTrue();
    assertThat(casesOf("SZ-2027-0001")).isEqualTo(1);
  }

  @Test
  void anAgentComesWithIdAndMandateAndTheCaseAnswersHimMasked() {
    String token = partner.token();
    Map<String, Object> through = submission("SZ-2027-0009");
    @SuppressWarnings("unchecked")
    Map<String, Object> applicant =
        new HashMap<>(
            (Map<String, Object>) ((Map<String, Object>) through.get("input")).get("applicant"));
    applicant.put("agent", Map.of("name", "李大力", "idKind", "PASSPORT", "idNumber", "E123"));
    @SuppressWarnings("unchecked")
    Map<String, Object> input = (Map<String, Object>) through.get("input");
    input.put("applicant", applicant);
    assertThat(partner.send(token, SUBMIT, through).body()).contains("mandate");

    applicant.put(
        "agent",
        Map.of("name", "李大力", "idKind", "PASSPORT", "idNumber", "E12345678", "mandate", "GENERAL"));
    String number = submit(token, through).at("/case/number").asString();
    JsonNode seen =
        signedIn(here, "clerk@east")
            .data(
                "query($n: String!) { caseByNumber(number: $n) { applicant { agent { name idNumber mandate until } } } }",
                "n",
                number)
            .at("/caseByNumber/applicant/agent");
    assertThat(seen.get("idNumber").asString()).isEqualTo("E123*5678");
    assertThat(seen.get("mandate").asString()).isEqualTo("GENERAL");
    assertThat(seen.get("until").isNull()).isTrue();
  }

  @Test
  void tenAtOnceWithOneNumberAreOneCase() {
    String token = partner.token();
    Set<String> numbers = new HashSet<>();
    for (JsonNode answer : AtOneMoment.all(10, () -> submit(token, submission("SZ-2027-0003")))) {
      numbers.add(answer.at("/case/number").asString());
    }

    assertThat(numbers).hasSize(1).doesNotContain("");
    assertThat(casesOf("SZ-2027-0003")).isEqualTo(1);
  }

  @Test
  void twoPartnersNumbersDoNotMeetAndTheNeighbourSeesNothing() {
    String token = partner.token();
    submit(token, submission("A-1"));
    PartnerStory sibling =
        PartnerStory.registered(port, admin, operator, here, "CASE_SUBMIT", "CASE_READ");
    TestDistrict there = districts.fresh();
    PartnerStory foreign =
        PartnerStory.registered(
            port, signedIn(there, "admin"), operator, there, "CASE_SUBMIT", "CASE_READ");

    for (PartnerStory other : List.of(sibling, foreign)) {
      assertThat(
              json(other.send(other.token(), READ, Map.of("no", "A-1")))
                  .at("/data/caseByForeignNo")
                  .isNull())
          .isTrue();
    }
    JsonNode refused =
        json(foreign.send(foreign.token(), SUBMIT, submission("A-2"))).at("/data/caseSubmit");
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    assertThat(read(token, "A-1").isNull()).isFalse();
  }

  @Test
  void aDisabledPartnersTokensAndSecretAreWorthNothingAtOnce() {
    String token = partner.token();
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            key(),
            "clientId",
            partner.clientId,
            "expectedVersion",
            partner.version);
    String disable =
        "mutation($input: PartnerDisableInput!) { partnerDisable(input: $input) { partner { disabledAt } userErrors { code } } }";
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(
            neighbour
                .data(disable, "input", input)
                .at("/partnerDisable/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_FOUND");
    assertThat(partner.send(token, READ, Map.of("no", "A-1")).statusCode()).isEqualTo(200);

    assertThat(admin.data(disable, "input", input).at("/partnerDisable/userErrors")).isEmpty();

    assertThat(partner.send(token, READ, Map.of("no", "A-1")).statusCode()).isEqualTo(401);
    assertThat(
            partner
                .askToken(partner.clientId, partner.secret, "grant_type", "client_credentials")
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void aSecretThatGotAboutIsReplacedAndTheOldOneOpensNothing() {
    String token = partner.token();
    String replace =
        "mutation($input: PartnerSecretReplaceInput!) { partnerSecretReplace(input: $input) { partner { clientId } secret userErrors { code } } }";
    Map<String, Object> input =
        Map.of(
            "idempotencyKey",
            key(),
            "clientId",
            partner.clientId,
            "expectedVersion",
            partner.version);
    assertThat(
            signedIn(districts.fresh(), "admin")
                .data(replace, "input", input)
                .at("/partnerSecretReplace/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_FOUND");

    JsonNode done = admin.data(replace, "input", input).get("partnerSecretReplace");

    String fresh = done.get("secret").asString();
    String[] form = {"grant_type", "client_credentials", "scope", "case.read"};
    assertThat(partner.send(token, READ, Map.of("no", "A-1")).statusCode()).isEqualTo(401);
    assertThat(partner.askToken(partner.clientId, partner.secret, form).statusCode())
        .isEqualTo(401);
    assertThat(partner.askToken(partner.clientId, fresh, form).statusCode()).isEqualTo(200);
    Map<String, Object> late =
        Map.of(
            "idempotencyKey",
            key(),
            "clientId",
            partner.clientId,
            "expectedVersion",
            partner.version);
    assertThat(
            admin
                .data(replace, "input", late)
                .at("/partnerSecretReplace/userErrors/0/code")
                .asString())
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void aSecretIsShownOnceAndAReplayVoidsIt() {
    String key = key();
    JsonNode first = PartnerStory.register(admin, here, key, "CASE_READ");
    JsonNode again = PartnerStory.register(admin, here, key, "CASE_READ");

    String client = first.at("/partner/clientId").asString();
    assertThat(again.at("/partner/clientId").asString()).isEqualTo(client);
    String[] form = {"grant_type", "client_credentials", "scope", "case.read"};
    assertThat(partner.askToken(client, first.get("secret").asString(), form).statusCode())
        .isEqualTo(401);
    assertThat(partner.askToken(client, again.get("secret").asString(), form).statusCode())
        .isEqualTo(200);
    assertThat(
            PartnerStory.register(admin, districts.fresh(), key(), "CASE_READ")
                .at("/userErrors/0/code")
                .asString())
        .as("a unit of another district")
        .isEqualTo("NOT_FOUND");
    assertThat(admin.data("{ partners { clientId scopes unit { name } } }").get("partners"))
        .hasSize(2);
    assertThat(signedIn(here, "clerk@east").errorCode("{ partners { clientId } }"))
        .isEqualTo("FORBIDDEN");
  }
}
