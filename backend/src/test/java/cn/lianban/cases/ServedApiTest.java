package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestFiles;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A result served on the applicant's page (电子送达). */
class ServedApiTest extends LegalClockStory {
  private static final byte[] SEALED = TestFiles.pdf(900, "盖章的决定书");
  private JsonNode decided;
  private String number;
  private String password;
  private long caseId;

  @BeforeEach
  void aDecidedCase() {
    JsonNode accepted = CaseStory.accept(clerk, input(item));
    password = accepted.get("queryPassword").asString();
    number = accepted.at("/case/number").asString();
    caseId = Ids.parse("Case", accepted.at("/case/id").asString());
    JsonNode sent = act(clerk, "caseHandUp", accepted.get("case")).get("case");
    JsonNode file = act(officer, "caseSign", sent).get("case");
    decided = act(officer, "caseDecide", file, "outcome", "PASSED").get("case");
  }

  private String serve(boolean agreed, String... files) {
    return refusal(
        act(
            clerk,
            "caseDeliver",
            decided,
            "way",
            "ELECTRONIC",
            "agreed",
            agreed,
            "files",
            List.of(files)));
  }

  private static String refusal(JsonNode payload) {
    JsonNode error = payload.get("userErrors").get(0);
    return error == null
        ? ""
        : error.get("code").asString() + "@" + error.get("field").asString("");
  }

  private String attached(String name) {
    return TestFiles.attach(officer, caseId, name, SEALED);
  }

  private JsonNode progress() {
    return citizenOf(here)
        .data(
            "mutation($input: CaseProgressOpenInput!) { caseProgressOpen(input: $input) { progress { delivery { way } files { id name mediaType } history { kind } } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "number", number, "password", password))
        .at("/caseProgressOpen/progress");
  }

  private JsonNode open(Client who, String secret, String id) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("number", number);
    input.put("password", secret);
    input.put("id", id);
    return who.data(
            "mutation($input: CaseProgressFileOpenInput!) { caseProgressFileOpen(input: $input) { url userErrors { code field } } }",
            "input",
            input)
        .get("caseProgressFileOpen");
  }

  @Test
  void whoAgreedOpensTheSealedFileOnHisPageAndItsFirstOpeningIsKept() {
    String file = attached("准予决定书.pdf");
    assertThat(progress().get("files")).isEmpty();
    assertThat(serve(true, file)).isEmpty();

    JsonNode page = progress();
    assertThat(page.at("/delivery/way").asString()).isEqualTo("ELECTRONIC");
    assertThat(page.at("/files/0/name").asString()).isEqualTo("准予决定书.pdf");
    String id = page.at("/files/0/id").asString();
    String url = open(citizenOf(here), password, id).get("url").asString();
    HttpResponse<byte[]> got = citizenOf(here).download(url);
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo(SEALED);
    open(citizenOf(here), password, id);
    assertThat(CaseStory.read(clerk, decided).get("timeline").findValuesAsString("kind"))
        .endsWith("DELIVERED", "RESULT_OPENED")
        .containsOnlyOnce("RESULT_OPENED");
  }

  @Test
  void aLinkIsOverAfterFiveMinutesAndWorthNothingElsewhere() {
    String file = attached("准予决定书.pdf");
    serve(true, file);
    String url = open(citizenOf(here), password, file).get("url").asString();
    String elsewhere = url.replace(here.code(), districts.fresh().code());

    assertThat(citizenOf(here).download(elsewhere).statusCode()).isEqualTo(404);
    assertThat(citizenOf(here).download(url.substring(0, url.length() - 2)).statusCode())
        .isEqualTo(404);
    now.freeze(now.instant().plus(Duration.ofMinutes(6)));
    assertThat(citizenOf(here).download(url).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyNumberAndPasswordOpenOnlyWhatWasServed() {
    String file = attached("准予决定书.pdf");
    String other = attached("内部审查意见.pdf");
    assertThat(refusal(open(citizenOf(here), password, file))).isEqualTo("NOT_FOUND@id");
    serve(true, file);
    String wrong = password.equals("000000") ? "111111" : "000000";
    assertThat(refusal(open(citizenOf(here), wrong, file))).startsWith("PROGRESS_NOT_FOUND");
    assertThat(refusal(open(citizenOf(districts.fresh()), password, file)))
        .startsWith("PROGRESS_NOT_FOUND");
    assertThat(refusal(open(citizenOf(here), password, other))).isEqualTo("NOT_FOUND@id");
  }

  @Test
  void nobodyIsServedWhoHasNotAgreedOrWithoutTheCasesOwnFile() {
    String file = attached("准予决定书.pdf");
    JsonNode another = CaseStory.accept(clerk, input(item)).get("case");
    String foreign =
        TestFiles.attach(clerk, Ids.parse("Case", another.get("id").asString()), "别.pdf", SEALED);

    assertThat(serve(false, file)).isEqualTo("REQUIRED@agreed");
    assertThat(serve(true)).isEqualTo("REQUIRED@files");
    assertThat(serve(true, foreign)).isEqualTo("NOT_FOUND@files");
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("closedLight").isNull()).isTrue();
    assertThat(serve(true, file)).isEmpty();
    assertThat(clock(clerk, decided, "CASE_DELIVERY").get("closedLight").asString())
        .isEqualTo("GREEN");
  }
}
