package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who acts for another shows who he is and on what mandate. */
class AgentApiTest extends OnlineStory {
  private static final String NUMBER = "511602196304120030";
  private static final String SEEN =
      "agent { name idKind idNumber mandate until } } materials { seq name state } } }";

  static Map<String, Object> agent(Object... more) {
    Map<String, Object> agent = new HashMap<>();
    agent.put("name", "李大力");
    agent.put("idKind", "IDENTITY_CARD");
    agent.put("idNumber", NUMBER);
    agent.put("mandate", "SPECIAL");
    agent.put("until", "2026-12-31");
    for (int i = 0; i < more.length; i += 2) {
      agent.put((String) more[i], more[i + 1]);
    }
    return agent;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> through(Map<String, Object> agent, String mandateSeen) {
    Map<String, Object> input = input(item);
    ((Map<String, Object>) input.get("applicant")).put("agent", agent);
    List<Object> materials = new ArrayList<>(ALL);
    if (mandateSeen != null) {
      materials.add(Map.of("seq", 0, "state", mandateSeen));
    }
    input.put("materials", materials);
    return input;
  }

  private static JsonNode read(Client who, JsonNode file) {
    return who.data(
            "query($id: ID!) { case(id: $id) { applicant { " + SEEN,
            "id",
            file.get("id").asString())
        .get("case");
  }

  private String refusal(Map<String, Object> agent) {
    JsonNode error = CaseStory.accept(clerk, through(agent, "COPY")).at("/userErrors/0");
    return error.get("code").asString() + " " + error.get("field").asString();
  }

  @Test
  void theWindowWritesTheAgentDownMaskedAndShowsHimInFullForAReasonOnly() {
    JsonNode file = CaseStory.accept(clerk, through(agent(), "ORIGINAL_SEEN")).get("case");

    JsonNode seen = read(clerk, file);
    JsonNode masked = seen.at("/applicant/agent");
    assertThat(masked.get("name").asString()).isEqualTo("李*力");
    assertThat(masked.get("idNumber").asString()).isEqualTo("5116**********0030");
    assertThat(masked.get("mandate").asString()).isEqualTo("SPECIAL");
    assertThat(masked.get("until").asString()).isEqualTo("2026-12-31");
    assertThat(seen.at("/materials/0/name").asString()).isEqualTo("授权委托书");
    assertThat(seen.at("/materials/0/state").asString()).isEqualTo("ORIGINAL_SEEN");

    Map<String, Object> why =
        Map.of(
            "idempotencyKey", Client.key(), "id", file.get("id").asString(), "reason", "核对代办人身份");
    String reveal =
        "mutation($input: CaseApplicantRevealInput!) { caseApplicantReveal(input: $input) { applicant { agent { name idNumber } } } }";
    assertThat(
            clerk
                .data(reveal, "input", why)
                .at("/caseApplicantReveal/applicant/agent/idNumber")
                .asString())
        .isEqualTo(NUMBER);
    assertThat(
            signedIn(here, "auditor")
                .data(
                    "{ auditEntries(filter: {action: \"case.reveal_reason\"}) { nodes { facts } } }")
                .toString())
        .contains("whyDigest")
        .doesNotContain(NUMBER);
    assertThat(read(signedIn(districts.fresh(), "clerk@east"), file).isNull()).isTrue();
  }

  @Test
  void anAgentWithoutIdMandateOrItsPaperIsRefusedAtTheField() {
    assertThat(refusal(agent("idNumber", "511602196304120031")))
        .isEqualTo("ID_NUMBER_INVALID applicant.agent.idNumber");
    assertThat(refusal(agent("name", " "))).isEqualTo("REQUIRED applicant.agent.name");
    assertThat(refusal(agent("name", "长".repeat(301)))).isEqualTo("TOO_LONG applicant.agent.name");
    assertThat(refusal(agent("idKind", "USCC"))).isEqualTo("INVALID applicant.agent.idKind");
    assertThat(refusal(agent("mandate", "LEGAL_REPRESENTATIVE")))
        .isEqualTo("INVALID applicant.agent.mandate");
    assertThat(refusal(agent("until", "2026-11-19")))
        .isEqualTo("MANDATE_OVER applicant.agent.until");
    for (String state : new String[] {null, "EXEMPT", "OWED", "PROMISED", "MISSING"}) {
      assertThat(
              CaseStory.accept(clerk, through(agent(), state)).at("/userErrors/0/code").asString())
          .isEqualTo("MANDATE_MISSING");
    }
    assertThat(CaseStory.accept(clerk, through(agent("until", null), "COPY")).get("userErrors"))
        .isEmpty();
  }

  @Test
  void onlineTheMandateMayBeBroughtLaterAndNothingIsAcceptedWithoutIt() {
    Map<String, Object> form = form(token());
    @SuppressWarnings("unchecked")
    Map<String, Object> who = (Map<String, Object>) form.get("applicant");
    who.put("agent", agent("mandate", "GUARDIAN"));
    JsonNode receipt = submit(citizen, form).get("receipt");
    JsonNode file = caseOf(clerk, receipt);
    assertThat(read(clerk, file).at("/applicant/agent/mandate").asString()).isEqualTo("GUARDIAN");

    assertThat(
            act(clerk, "caseAcceptReceived", file, "materials", ALL)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("MANDATE_MISSING");
    List<Object> whole = new ArrayList<>(ALL);
    whole.add(Map.of("seq", 0, "state", "ORIGINAL_SEEN"));
    JsonNode accepted = act(clerk, "caseAcceptReceived", file, "materials", whole);
    assertThat(accepted.at("/case/status").asString()).isEqualTo("ACCEPTED");
    assertThat(read(clerk, file).at("/materials/0/name").asString()).isEqualTo("监护关系证明");

    assertThat(page("caseProgressOpen", receipt, Map.of()).toString())
        .doesNotContain("李大力", NUMBER);
  }

  @Test
  void aFilingSendsTheMandateAsMaterialNought() {
    String token = token();
    JsonNode upload =
        call(
            citizen,
            "filingUpload",
            " { upload { path ticket received } userErrors { code field } } }",
            Map.of("token", token, "materialSeq", 0, "name", "委托书.pdf", "size", PDF.length));
    String file =
        cn.lianban.testing.TestFiles.json(
                cn.lianban.testing.TestFiles.send(citizen, upload.get("upload"), PDF, 0))
            .get("id")
            .asString();
    Map<String, Object> form = form(token, file);
    form.put("materials", List.of(0, 1));
    @SuppressWarnings("unchecked")
    Map<String, Object> who = (Map<String, Object>) form.get("applicant");
    who.put("agent", agent());

    JsonNode seen = caseOf(clerk, submit(citizen, form).get("receipt"));
    assertThat(seen.at("/materials/0/state").asString()).isEqualTo("COPY");
    assertThat(seen.at("/attachments/0/materialSeq").asInt()).isZero();
  }
}
