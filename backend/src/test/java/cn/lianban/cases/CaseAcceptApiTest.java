package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.accept;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseAcceptApiTest extends ApiTestBase {
  private static final String PROGRESS =
      "mutation($input: CaseProgressOpenInput!) { caseProgressOpen(input: $input) { progress { number itemName status acceptUnit dueOn history { kind unit } } userErrors { code message } } }";
  private TestDistrict here;
  private long item;
  private Client clerk;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
  }

  @Test
  void theSameRequestTwiceIsOneCaseWithANewPassword() {
    Map<String, Object> input = input(item);

    JsonNode first = accept(clerk, input);
    JsonNode again = accept(clerk, input);

    assertThat(again.at("/case/number")).isEqualTo(first.at("/case/number"));
    assertThat(progress(first).get("progress").isNull()).isTrue();
    assertThat(progress(again).at("/progress/status").asString()).isEqualTo("ACCEPTED");
  }

  @Test
  void theSameKeyForAnotherApplicantIsAConflict() {
    Map<String, Object> input = input(item);
    accept(clerk, input);
    input.put("note", "另一个内容");

    assertThat(accept(clerk, input).at("/userErrors/0/code").asString())
        .isEqualTo("IDEMPOTENCY_CONFLICT");
  }

  @Test
  void aMissingMaterialAnItemNotOpenedHereAndABadIdNumberAreRefusedAtTheirFields() {
    Map<String, Object> missing = input(item);
    missing.put("materials", List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN")));
    assertThat(accept(clerk, missing).at("/userErrors/0/code").asString())
        .isEqualTo("MATERIAL_MISSING");

    Client west = signedIn(here, "clerk@west");
    assertThat(accept(west, input(item)).at("/userErrors/0/code").asString())
        .isEqualTo("ITEM_NOT_ACCEPTABLE_HERE");

    Map<String, Object> wrong = input(item);
    @SuppressWarnings("unchecked")
    Map<String, Object> applicant = (Map<String, Object>) wrong.get("applicant");
    applicant.put("idNumber", "110105194912310021");
    assertThat(accept(clerk, wrong).at("/userErrors/0/field").asString())
        .isEqualTo("applicant.idNumber");
  }

  @Test
  void anotherDistrictsItemIsAnsweredAsAMissingOne() {
    Client elsewhere = signedIn(districts.fresh(), "clerk@east");

    assertThat(accept(elsewhere, input(item)).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void anOfficerCannotAcceptAtTheWindow() {
    JsonNode answer =
        signedIn(here, "officer@civil")
            .raw(
                "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { queryPassword } }",
                "input",
                input(item));

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("FORBIDDEN");
  }

  @Test
  void theApplicantFollowsHisCaseByNumberAndPassword() {
    JsonNode answer = progress(accept(clerk, input(item)));

    assertThat(answer.at("/progress/itemName").asString()).isEqualTo("高龄津贴发放");
    assertThat(answer.at("/progress/history").findValuesAsString("kind"))
        .containsExactly("RECEIVED", "ACCEPTED");
  }

  @Test
  void wrongPasswordWrongNumberAndTooManyAttemptsAreAnsweredAlike() {
    JsonNode accepted = accept(clerk, input(item));
    String number = accepted.at("/case/number").asString();
    String right = accepted.get("queryPassword").asString();
    String wrong = right.equals("000000") ? "000001" : "000000";

    JsonNode first = ask(number, wrong);
    assertThat(ask("511602261122000123" + "0", wrong)).isEqualTo(first);
    for (int i = 0; i < 5; i++) {
      ask(number, wrong);
    }
    assertThat(ask(number, right)).isEqualTo(first);
    now.freeze(now.instant().plusSeconds(16 * 60));
    assertThat(ask(number, right).at("/progress/number").asString()).isEqualTo(number);
  }

  @Test
  void anotherDistrictsPathDoesNotKnowTheNumber() {
    JsonNode accepted = accept(clerk, input(item));
    TestDistrict other = districts.fresh();

    JsonNode answer =
        citizenOf(other)
            .data(
                PROGRESS,
                "input",
                query(
                    accepted.at("/case/number").asString(),
                    accepted.get("queryPassword").asString()))
            .get("caseProgressOpen");

    assertThat(answer.at("/userErrors/0/code").asString()).isEqualTo("PROGRESS_NOT_FOUND");
  }

  private JsonNode progress(JsonNode accepted) {
    return ask(accepted.at("/case/number").asString(), accepted.get("queryPassword").asString());
  }

  private JsonNode ask(String number, String password) {
    return citizenOf(here).data(PROGRESS, "input", query(number, password)).get("caseProgressOpen");
  }

  private static Map<String, Object> query(String number, String password) {
    return Map.of("idempotencyKey", Client.key(), "number", number, "password", password);
  }
}
