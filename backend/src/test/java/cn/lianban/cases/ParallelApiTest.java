package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.draft;
import static cn.lianban.cases.ProcedureStory.named;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.clock.RungFired;
import cn.lianban.clock.RungKind;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Road excavation: the lead asks the transport bureau; stages, answers, corrections, silence. */
class ParallelApiTest extends ApiTestBase {
  @Autowired TenantScope scope;
  @Autowired ApplicationEventPublisher events;
  private TestDistrict here;
  private long item;
  private Client clerk;
  private Client lead;
  private Client coUnit;
  private Client admin;

  @BeforeEach
  void anItemThatTwoDepartmentsHandle() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-09T02:00:00Z")); // Monday
    item = items.licence(here, "道路挖掘许可", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    lead = signedIn(here, "officer@civil");
    coUnit = signedIn(here, "officer@transport");
    admin = signedIn(here, "admin");
  }

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
  void runningCasesStayOnTheProcedureTheyBeganWith() {
    twoStages();
    JsonNode file = signed();
    publish(admin, item, false, List.of(step(1, "一审一核", here.unit("civil"), true, 3)));
    assertThat(ProcedureStory.steps(lead, file)).hasSize(3);
    assertThat(ProcedureStory.steps(lead, signed())).hasSize(1);
  }

  @Test
  void everyStageHasExactlyOneLeadAndNoLeadIsSilent() {
    int civil = 1; // what a stage has to be is checked before the units are
    int transport = 2;
    assertThat(refusal(List.of(step(1, "甲", civil, false, 3)))).isEqualTo("ONE_LEAD");
    assertThat(refusal(List.of(step(1, "甲", civil, true, 3), step(1, "乙", transport, true, 3))))
        .isEqualTo("ONE_LEAD");
    assertThat(refusal(List.of(step(2, "甲", civil, true, 3)))).isEqualTo("STAGE_GAP");
    assertThat(refusal(List.of(step(1, "甲", civil, true, 3, "silenceConsents", true))))
        .isEqualTo("LEAD_SILENT");
  }

  @Test
  void jointHandlingHasFortyFiveDaysByLawAndTheLeaderExtendsByFifteen() {
    publish(admin, item, true, List.of(step(1, "牵头审查", here.unit("civil"), true, 5)));
    JsonNode file = signed();
    assertThat(
            lead.data(
                    "query($id: ID!) { case(id: $id) { duty { statutoryBudget } } }",
                    "id",
                    file.get("id").asString())
                .at("/case/duty/statutoryBudget")
                .asInt())
        .isEqualTo(45);
    Client head = signedIn(here, "head@civil");
    assertThat(
            act(head, "caseExtend", file, "by", 10, "reason", "复杂")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("LEADER_ONLY");
    Client leader = signedIn(here, "leader");
    JsonNode extended = act(leader, "caseExtend", file, "by", 15, "reason", "案情复杂").get("case");
    assertThat(extended.at("/duty/dueOn").asString()).isEqualTo("2026-12-07");
    assertThat(
            act(leader, "caseExtend", extended, "by", 1, "reason", "再延")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("EXTENDED_BEFORE");
  }

  @Test
  void anExtensionIsGrantedOnTheLastDayAndNotOnTheNext() {
    JsonNode file = signed();
    Client head = signedIn(here, "head@civil");
    now.freeze(Instant.parse("2026-12-08T02:00:00Z")); // the day after the 20 days of the law
    assertThat(
            act(head, "caseExtend", file, "by", 10, "reason", "复杂")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("EXTENSION_LATE");
    now.freeze(Instant.parse("2026-12-07T15:59:00Z")); // 23:59 of the last day
    assertThat(act(head, "caseExtend", file, "by", 10, "reason", "复杂").get("case").isNull())
        .isFalse();
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

  @Test
  void aMeetingAsksUnitsForOpinionsNotesWhoCameAndItsMinutes() {
    JsonNode file = signed();
    String transport = Ids.of("Unit", here.unit("transport"));
    JsonNode meeting =
        call(
                lead,
                "meetingCall",
                "meeting { id version units { duty { dueOn } attended opinion } }",
                "caseId",
                file.get("id").asString(),
                "heldAt",
                "2026-11-12T09:00:00+08:00",
                "place",
                "三楼会议室",
                "subject",
                "管线与交通组织会审",
                "unitIds",
                List.of(transport),
                "opinionDays",
                3)
            .get("meeting");
    assertThat(meeting.at("/units/0/duty/dueOn").asString()).isEqualTo("2026-11-12");
    call(
        coUnit,
        "meetingOpinion",
        "meeting { id }",
        "id",
        meeting.get("id").asString(),
        "unitId",
        transport,
        "opinion",
        "同意，夜间施工");
    JsonNode closed =
        call(
                lead,
                "meetingClose",
                "meeting { closedAt minutes units { attended opinion duty { light } } }",
                "id",
                meeting.get("id").asString(),
                "expectedVersion",
                0,
                "attendedUnitIds",
                List.of(),
                "minutes",
                "原则同意")
            .get("meeting");
    assertThat(closed.at("/units/0/attended").asBoolean()).isFalse();
    assertThat(closed.at("/units/0/opinion").asString()).isEqualTo("同意，夜间施工");
    assertThat(closed.at("/units/0/duty/light").asString()).isEqualTo("CLOSED");
  }

  private String refusal(List<java.util.Map<String, Object>> steps) {
    here = districts.fresh();
    item = items.licence(here, "道路挖掘许可", here.unit("civil"), here.unit("east"));
    admin = signedIn(here, "admin");
    return draft(admin, item, false, steps).at("/userErrors/0/code").asString();
  }

  private void twoStages() {
    publish(
        admin,
        item,
        false,
        List.of(
            step(1, "交通意见", here.unit("transport"), false, 3, "silenceConsents", true),
            step(1, "牵头审查", here.unit("civil"), true, 2),
            step(2, "复核", here.unit("civil"), true, 1)));
  }

  private JsonNode signed() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    return act(lead, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
  }

  /** As the clock fires it. */
  private void fire(JsonNode file) {
    JsonNode step = named(lead, file, "交通意见");
    long duty = Ids.parse("Duty", step.at("/duty/id").asString());
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  events.publishEvent(
                      new RungFired(
                          duty,
                          1,
                          RungKind.RED,
                          "CASE_STEP",
                          "Case",
                          Ids.parse("Case", file.get("id").asString()),
                          here.unit("transport"),
                          now.instant()));
                  return true;
                }));
  }
}
