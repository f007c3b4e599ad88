package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.read;
import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.named;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParallelApiTest extends ParallelStory {
  @Test
  void theLeadsOwnTimeBeginsWhenTheCoUnitHasAnswered() {
    twoStages();
    JsonNode file = signed();
    assertThat(named(lead, file, "交通意见").get("state").asString()).isEqualTo("OPEN");
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("WAITING");
    assertThat(named(lead, file, "牵头审查").get("duty").isNull()).isTrue();

    now.freeze(Instant.parse("2026-11-13T02:00:00Z")); // the co-unit's 3 days are over
    JsonNode late = answer(coUnit, named(coUnit, file, "交通意见"), "AGREE", null).get("step");
    assertThat(late.at("/duty/closedLight").asString()).isEqualTo("RED");
    JsonNode leads = named(lead, file, "牵头审查");
    assertThat(leads.at("/duty/light").asString()).isEqualTo("GREEN");
    assertThat(leads.at("/duty/dueOn").asString()).isEqualTo("2026-11-17");
  }

  @Test
  void aDisagreementIsCorrectedAndBothAnswersAreKept() {
    twoStages();
    JsonNode file = signed();
    JsonNode step = named(coUnit, file, "交通意见");
    assertThat(answer(coUnit, step, "DISAGREE", " ").at("/userErrors/0/field").asString())
        .isEqualTo("reason");
    answer(coUnit, step, "DISAGREE", "占道方案不足");
    JsonNode leads = named(lead, file, "牵头审查");
    assertThat(answer(lead, leads, "AGREE", null).at("/userErrors/0/code").asString())
        .isEqualTo("CO_UNIT_DISAGREES");

    JsonNode against = named(lead, file, "交通意见");
    JsonNode again =
        call(
                lead,
                "stepReopen",
                "step { ...Step }",
                "id",
                against.get("id").asString(),
                "expectedVersion",
                against.get("version").asInt(),
                "reason",
                "申请人已补充夜间施工方案")
            .get("step");
    assertThat(again.get("state").asString()).isEqualTo("OPEN");
    assertThat(named(lead, file, "牵头审查").at("/duty/light").asString()).isEqualTo("PAUSED");
    JsonNode corrected = answer(coUnit, again, "AGREE", "方案可行").get("step");
    assertThat(corrected.get("answers").findValuesAsString("answer"))
        .containsExactly("DISAGREE", "AGREE");
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void theCaseMayBePassedOnlyWhenEveryLeadHasAgreed() {
    twoStages();
    JsonNode file = signed();
    assertThat(
            act(lead, "caseDecide", file, "outcome", "PASSED").at("/userErrors/0/code").asString())
        .isEqualTo("STEPS_OPEN");
    answer(coUnit, named(coUnit, file, "交通意见"), "AGREE", null);
    answer(lead, named(lead, file, "牵头审查"), "AGREE", null);
    assertThat(named(lead, file, "复核").get("state").asString()).isEqualTo("OPEN");
    answer(lead, named(lead, file, "复核"), "REFER", "需报市局备案");
    JsonNode decided = act(lead, "caseDecide", read(lead, file), "outcome", "PASSED").get("case");
    assertThat(decided.get("status").asString()).isEqualTo("DECIDED");
  }

  @Test
  void aRefusalEndsTheStepsAndTheirClocks() {
    twoStages();
    JsonNode file = signed();
    act(lead, "caseDecide", file, "outcome", "REFUSED", "reason", "不符合规划");
    JsonNode step = named(coUnit, file, "交通意见");
    assertThat(step.get("state").asString()).isEqualTo("ENDED");
    assertThat(step.at("/duty/light").asString()).isEqualTo("CLOSED");
  }

  @Test
  void anApplicantWhoWithdrawsDuringParallelStepsEndsThemAll() {
    twoStages();
    JsonNode file = signed();
    act(lead, "caseEnd", file, "ending", "WITHDRAWN", "reason", "申请人撤回");
    assertThat(named(lead, file, "交通意见").get("state").asString()).isEqualTo("ENDED");
    assertThat(
            answer(coUnit, named(coUnit, file, "交通意见"), "AGREE", null)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATE");
  }

  @Test
  void silenceIsConsentOnlyWithAPublishedRuleAndOnlyWhereTheProcedureSaysSo() {
    twoStages();
    JsonNode file = signed();
    now.freeze(Instant.parse("2026-11-16T02:00:00Z"));
    fire(file);
    assertThat(named(lead, file, "交通意见").get("state").asString()).isEqualTo("OPEN");
    call(
        admin,
        "consentRuleSave",
        "rule { document }",
        "expectedVersion",
        0,
        "document",
        "区政办〔2026〕8号");
    fire(file);
    JsonNode deemed = named(lead, file, "交通意见");
    assertThat(deemed.get("state").asString()).isEqualTo("DEEMED");
    assertThat(deemed.get("reason").asString()).contains("区政办〔2026〕8号");
    assertThat(read(lead, file).get("outcome").isNull()).isTrue();
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void aLicenceOfAnotherItemIsAChildCaseAndItsRefusalStandsAgainstTheStage() {
    long other = items.licence(here, "临时占道许可", here.unit("transport"), here.unit("east"));
    publish(
        admin,
        item,
        true,
        List.of(
            step(1, "占道许可", here.unit("transport"), false, 5, "childItemId", Ids.of("Item", other)),
            step(1, "牵头审查", here.unit("civil"), true, 2)));
    JsonNode file = signed();
    JsonNode child = named(coUnit, file, "占道许可").get("childCase");
    assertThat(child.get("status").asString()).isEqualTo("ACCEPTED");
    assertThat(
            answer(coUnit, named(coUnit, file, "占道许可"), "AGREE", null)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATE");
    act(coUnit, "caseDecide", child, "outcome", "REFUSED", "reason", "路段禁止占用");
    JsonNode step = named(lead, file, "占道许可");
    assertThat(step.get("answer").asString()).isEqualTo("DISAGREE");
    assertThat(
            answer(lead, named(lead, file, "牵头审查"), "AGREE", null)
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("CO_UNIT_DISAGREES");
  }

  @Test
  void theLeadUrgesAndAsksEarlyAndNobodyElseDoes() {
    twoStages();
    JsonNode file = signed();
    JsonNode step = named(lead, file, "交通意见");
    Object[] at = {"id", step.get("id").asString(), "expectedVersion", step.get("version").asInt()};
    assertThat(
            coUnit
                .raw(
                    "mutation($input: StepUrgeInput!) { stepUrge(input: $input) { userErrors { code } } }",
                    "input",
                    java.util.Map.of(
                        "idempotencyKey", Client.key(), "id", at[1], "expectedVersion", at[3]))
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("FORBIDDEN");
    assertThat(call(lead, "stepUrge", "step { ...Step }", at).at("/step/urged").asInt())
        .isEqualTo(1);
  }
}
