package cn.lianban.cases;

import static cn.lianban.cases.ConsultationStory.act;
import static cn.lianban.cases.ConsultationStory.call;
import static cn.lianban.cases.ConsultationStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asked before anything is handed in; who is asked first answers for it until another has it. */
class ConsultationApiTest extends ApiTestBase {
  private TestDistrict here;
  private long item;
  private Client clerk;
  private Client officer;

  @BeforeEach
  void aWindowAndADepartment() {
    now.freeze(Instant.parse("2026-11-20T02:00:00Z"));
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
  }

  private JsonNode ask(Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("itemId", Ids.of("Item", item));
    input.put("askerName", "王小明");
    input.put("askerMobile", "138 0013 8000");
    input.put("question", "外地户口的老人能领吗？");
    input.put("materials", "居住证");
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return call(clerk, "consultationOpen", input);
  }

  private static JsonNode duty(JsonNode one, String kind) {
    JsonNode last = null;
    for (JsonNode duty : one.get("duties")) {
      if (duty.get("kind").asString().equals(kind)) {
        last = duty;
      }
    }
    assertThat(last).as(kind).isNotNull();
    return last;
  }

  private static JsonNode list(Client who, Map<String, Object> filter) {
    return who.data(
            "query($filter: ConsultationFilter) { consultations(filter: $filter, first: 10) { nodes { id state } } }",
            "filter",
            filter)
        .at("/consultations/nodes");
  }

  @Test
  void whatIsAnsweredOnTheSpotOwesNothingAndIsKept() {
    JsonNode one = ask("answer", "可以，凭居住证办理").get("consultation");
    assertThat(one.get("state").asString()).isEqualTo("ANSWERED");
    assertThat(one.get("duties")).isEmpty();
    assertThat(one.at("/asker/name").asString()).isEqualTo("王*明");
    assertThat(one.at("/asker/mobile").asString()).isEqualTo("138****8000");
    assertThat(one.at("/firstClerk/name").asString()).isEqualTo("测试员clerk@east");
    assertThat(one.at("/answeredUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(read(signedIn(here, "clerk@west"), one).isNull()).isTrue();
    assertThat(read(officer, one).isNull()).isTrue();
    assertThat(read(signedIn(districts.fresh(), "clerk@east"), one).isNull()).isTrue();
  }

  @Test
  void theFirstClerkOwnsItUntilAnotherUnitHasTakenItAndBothClocksTurnRed() {
    JsonNode one = ask().get("consultation");
    assertThat(duty(one, "CONSULTATION").get("dueAt").asString()).startsWith("2026-11-21T02:00");
    JsonNode sent =
        act(
                clerk,
                "consultationHandOver",
                one,
                "unitId",
                Ids.of("Unit", here.unit("civil")),
                "reason",
                "政策由民政局解释")
            .get("consultation");
    assertThat(sent.get("state").asString()).isEqualTo("HANDED_OVER");
    assertThat(sent.at("/unit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(sent.get("viewerCanAnswer").asBoolean()).isTrue();

    now.freeze(Instant.parse("2026-11-21T02:00:01Z"));
    JsonNode late = read(officer, sent);
    assertThat(duty(late, "CONSULTATION_TAKE").get("light").asString()).isEqualTo("RED");
    assertThat(duty(late, "CONSULTATION_TAKE").at("/ownerUnit/name").asString()).isEqualTo("区民政局");
    assertThat(duty(late, "CONSULTATION").get("light").asString()).isEqualTo("RED");
    assertThat(
            officer
                .data("{ duties(first: 10) { nodes { kind light about label } } }")
                .at("/duties/nodes/0")
                .toString())
        .contains("CONSULTATION_TAKE", "RED", one.get("id").asString(), "咨询：高龄津贴发放");

    Map<String, Object> take = new HashMap<>();
    take.put("idempotencyKey", Client.key());
    take.put("id", late.get("id").asString());
    take.put("expectedVersion", late.get("version").asInt());
    assertThat(
            signedIn(here, "officer@transport")
                .errorCode(
                    "mutation($input: ConsultationTakeInput!) { consultationTake(input: $input) { userErrors { code } } }",
                    "input",
                    take))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void whoTakesItOwesTheAnswerAndTheSenderNoMore() {
    JsonNode one = ask().get("consultation");
    JsonNode sent =
        act(
                clerk,
                "consultationHandOver",
                one,
                "unitId",
                Ids.of("Unit", here.unit("civil")),
                "reason",
                "政策由民政局解释")
            .get("consultation");
    JsonNode taken = act(officer, "consultationTake", sent).get("consultation");
    assertThat(taken.at("/unit/name").asString()).isEqualTo("区民政局");
    assertThat(taken.at("/firstUnit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(taken.at("/handovers/0/takenAt").isNull()).isFalse();
    assertThat(duty(taken, "CONSULTATION").at("/ownerUnit/name").asString()).isEqualTo("区民政局");
    assertThat(duty(taken, "CONSULTATION_TAKE").get("closedAt").isNull()).isFalse();
    assertThat(clerk.data("{ duties(first: 10) { totalCount } }").at("/duties/totalCount").asInt())
        .isZero();
    assertThat(act(officer, "consultationTake", taken).at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATE");
    assertThat(
            act(officer, "consultationAnswer", sent, "answer", "旧")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("VERSION_CONFLICT");

    JsonNode answered =
        act(officer, "consultationAnswer", taken, "answer", "可以").get("consultation");
    assertThat(answered.get("state").asString()).isEqualTo("ANSWERED");
    assertThat(duty(answered, "CONSULTATION").get("closedAt").isNull()).isFalse();
    assertThat(read(clerk, answered).get("answer").asString()).isEqualTo("可以");
    assertThat(list(officer, Map.of("mine", true, "state", "ANSWERED"))).hasSize(1);
    assertThat(list(clerk, Map.of("mine", true))).isEmpty();
    assertThat(list(clerk, Map.of())).hasSize(1);
    assertThat(list(signedIn(here, "clerk@west"), Map.of())).isEmpty();
  }

  @Test
  void aDepartmentHandsToASubDistrictAndTheSenderIsFreeWhenItTakes() {
    Map<String, Object> input = new HashMap<>();
    input.put("question", "便民中心几点开门");
    JsonNode one = call(officer, "consultationOpen", input).get("consultation");
    JsonNode sent =
        act(
                officer,
                "consultationHandOver",
                one,
                "unitId",
                Ids.of("Unit", here.unit("east")),
                "reason",
                "由街道答复")
            .get("consultation");
    assertThat(
            act(
                    officer,
                    "consultationHandOver",
                    sent,
                    "unitId",
                    Ids.of("Unit", here.unit("west")),
                    "reason",
                    "再转")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATE");
    JsonNode taken = act(clerk, "consultationTake", sent).get("consultation");
    assertThat(taken.at("/unit/name").asString()).isEqualTo("城东街道便民服务中心");
    for (JsonNode duty : read(officer, taken).get("duties")) {
      boolean theirs = duty.at("/ownerUnit/name").asString().equals("区民政局");
      assertThat(duty.get("closedAt").isNull())
          .as(duty.toString())
          .isEqualTo(!theirs && duty.get("kind").asString().equals("CONSULTATION"));
    }
    assertThat(
            act(
                    clerk,
                    "consultationHandOver",
                    taken,
                    "unitId",
                    Ids.of("Unit", here.unit("west")),
                    "reason",
                    "再转")
                .at("/userErrors/0/field")
                .asString())
        .isEqualTo("unitId");
  }

  @Test
  void itBecomesACaseWhichAnswersItOnceAndTheAskerIsShownForAReason() {
    JsonNode one = ask().get("consultation");
    String reveal =
        "mutation($input: ConsultationAskerRevealInput!) { consultationAskerReveal(input: $input) { asker { name mobile } userErrors { code } } }";
    Map<String, Object> why =
        Map.of("idempotencyKey", Client.key(), "id", one.get("id").asString(), "purpose", "ACCEPT");
    assertThat(
            clerk.data(reveal, "input", why).at("/consultationAskerReveal/asker/mobile").asString())
        .isEqualTo("13800138000");
    assertThat(
            signedIn(here, "auditor")
                .data(
                    "{ auditEntries(filter: {action: \"consultation.reveal\"}) { nodes { facts } } }")
                .toString())
        .contains("ACCEPT");

    Map<String, Object> input = CaseStory.input(item);
    input.put("consultationId", one.get("id").asString());
    JsonNode file = CaseStory.accept(clerk, input).get("case");
    JsonNode seen =
        clerk
            .data(
                "query($id: ID!) { case(id: $id) { consultation { id state question case { number } } } }",
                "id",
                file.get("id").asString())
            .at("/case/consultation");
    assertThat(seen.get("id").asString()).isEqualTo(one.get("id").asString());
    assertThat(seen.get("state").asString()).isEqualTo("ANSWERED");
    assertThat(seen.at("/case/number").asString()).isEqualTo(file.get("number").asString());
    assertThat(duty(read(clerk, one), "CONSULTATION").get("closedAt").isNull()).isFalse();

    input.put("idempotencyKey", Client.key());
    assertThat(CaseStory.accept(clerk, input).at("/userErrors/0/code").asString())
        .isEqualTo("CONSULTATION_USED");
    input.put("idempotencyKey", Client.key());
    input.put("consultationId", Ids.of("Consultation", 999_999_937L));
    assertThat(CaseStory.accept(clerk, input).at("/userErrors/0/field").asString())
        .isEqualTo("consultationId");
  }

  @Test
  void wrongFieldsAreRefusedWhereTheyAreAndTheSameRequestIsOneConsultation() {
    assertThat(ask("question", " ").at("/userErrors/0/field").asString()).isEqualTo("question");
    assertThat(ask("askerMobile", "12").at("/userErrors/0/field").asString())
        .isEqualTo("askerMobile");
    assertThat(ask("hours", 0).at("/userErrors/0/field").asString()).isEqualTo("hours");
    assertThat(
            ask("unitId", Ids.of("Unit", here.unit("west"))).at("/userErrors/0/field").asString())
        .isEqualTo("unitId");
    String key = Client.key();
    JsonNode first = ask("idempotencyKey", key);
    assertThat(ask("idempotencyKey", key).at("/consultation/id"))
        .isEqualTo(first.at("/consultation/id"));
    assertThat(
            signedIn(here, "leader")
                .errorCode(
                    "mutation($input: ConsultationOpenInput!) { consultationOpen(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of("idempotencyKey", Client.key(), "question", "x")))
        .isEqualTo("FORBIDDEN");
  }
}
