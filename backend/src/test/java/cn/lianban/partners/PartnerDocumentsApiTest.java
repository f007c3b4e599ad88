package cn.lianban.partners;

import static cn.lianban.testing.Client.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The operator reads what a partner is going to send, and registers it. */
class PartnerDocumentsApiTest extends PartnerWorld {
  private static final String SHOW =
      "query($id: ID!) { partnerDocuments(clientId: $id) { clientId name districtCode scopes version documents { sha256 text } } }";
  private static final String SET =
      "mutation($input: PartnerDocumentsSetInput!) { partnerDocumentsSet(input: $input) { registered { version documents { sha256 } } userErrors { code field message } } }";

  private JsonNode shown() {
    return operator.data(SHOW, "id", partner.clientId).get("partnerDocuments");
  }

  private JsonNode set(Integer version, String... documents) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", key());
    input.put("clientId", partner.clientId);
    input.put("documents", List.of(documents));
    input.put("expectedVersion", version);
    return operator.data(SET, "input", input).get("partnerDocumentsSet");
  }

  @Test
  void theOperatorSeesWhatIsRegisteredAndWhatHeReplacesIsRefusedAtOnce() {
    JsonNode before = shown();
    assertThat(before.get("name").asString()).isEqualTo("市一体化平台");
    assertThat(before.get("districtCode").asString()).isEqualTo(here.code());
    assertThat(before.get("documents").findValuesAsString("text"))
        .contains(PartnerStory.SUBMIT, PartnerStory.READ);
    String token = partner.token();
    assertThat(PartnerStory.outcome(partner.send(token, READ, Map.of("no", "A-1"))))
        .isEqualTo("nothing");
    String shorter = "query($no: String!) { caseByForeignNo(foreignNo: $no) { number } }";

    JsonNode done = set(before.get("version").asInt(), shorter);

    assertThat(done.get("userErrors")).isEmpty();
    String hash = done.at("/registered/documents/0/sha256").asString();
    assertThat(hash).isEqualTo(PartnerDocuments.sha256(shorter));
    assertThat(PartnerStory.outcome(partner.sendHash(token, hash, Map.of("no", "A-1"))))
        .isEqualTo("nothing");
    assertThat(PartnerStory.outcome(partner.send(token, READ, Map.of("no", "A-1"))))
        .isEqualTo("BAD_REQUEST");
    assertThat(set(before.get("version").asInt(), shorter).at("/userErrors/0/code").asString())
        .as("somebody else was first")
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void aDocumentThatCouldNeverBeAnsweredIsRefusedAtItsPlaceAndNothingIsReplaced() {
    Map<String, String> wrong =
        Map.of(
            "query {",
            "语法",
            "{ noSuchField }",
            "noSuchField",
            "{ __schema { types { name } } }",
            "结构",
            PartnerStory.UNITS,
            "units",
            "query($no: String!) { caseByForeignNo(foreignNo: $no) { noSuchPart } }",
            "noSuchPart",
            "query A($no: String!) { caseByForeignNo(foreignNo: $no) { number } } query B($no: String!) { caseByForeignNo(foreignNo: $no) { number } }",
            "一个操作");
    wrong.forEach(
        (text, words) -> {
          JsonNode refused = set(null, PartnerStory.READ, text).at("/userErrors/0");
          assertThat(refused.get("code").asString()).as(text).isEqualTo("INVALID");
          assertThat(refused.get("field").asString()).isEqualTo("documents[1]");
          assertThat(refused.get("message").asString()).contains(words);
        });
    assertThat(shown().get("documents").findValuesAsString("text")).contains(PartnerStory.SUBMIT);
    assertThat(set(null, PartnerStory.READ, PartnerStory.SUBMIT).get("userErrors")).isEmpty();
  }

  @Test
  void nobodyButTheOperatorSeesThemAndAnUnknownClientIsNone() {
    assertThat(admin.errorCode(SHOW, "id", partner.clientId)).isEqualTo("FORBIDDEN");
    assertThat(signedIn(here, "auditor").errorCode(SHOW, "id", partner.clientId))
        .isEqualTo("FORBIDDEN");
    assertThat(operator.data(SHOW, "id", "p-nobody-1234").get("partnerDocuments").isNull())
        .isTrue();
  }
}
