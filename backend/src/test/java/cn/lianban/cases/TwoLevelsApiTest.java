package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The allowance of somebody who is 82: up, back, up, back again, ruled on. */
class TwoLevelsApiTest extends ApiTestBase {
  private TestDistrict here;
  private long item;
  private Client clerk;
  private Client officer;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
  }

  @Test
  void theSecondReturnIsRuledOnAndTheRulingBinds() {
    JsonNode disputed = disputed();
    assertThat(disputed.get("status").asString()).isEqualTo("IN_RULING");
    assertThat(disputed.at("/duty/light").asString()).isNotEqualTo("PAUSED");

    JsonNode ruled = rule(disputed, "DEPARTMENT_HANDLES");
    assertThat(ruled.get("status").asString()).isEqualTo("SIGNED");
    assertThat(ruled.at("/holderUnit/name").asString()).contains("民政局");
    assertThat(
            act(officer, "caseReturn", ruled, "reason", "还是不符").at("/userErrors/0/code").asString())
        .isEqualTo("RULED");
    assertThat(act(officer, "caseDecide", ruled, "outcome", "PASSED").at("/case/status").asString())
        .isEqualTo("DECIDED");
  }

  @Test
  void aRulingMayLetTheAcceptingUnitMendItAndNobodyElseRules() {
    JsonNode disputed = disputed();
    assertThat(
            officer
                .raw(
                    "mutation($input: CaseRuleInput!) { caseRule(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of(
                        "idempotencyKey",
                        Client.key(),
                        "id",
                        disputed.get("id").asString(),
                        "expectedVersion",
                        disputed.get("version").asInt(),
                        "ruling",
                        "DEPARTMENT_HANDLES",
                        "reason",
                        "x"))
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("FORBIDDEN");
    JsonNode back = rule(disputed, "ACCEPTING_UNIT_MENDS");
    assertThat(back.get("status").asString()).isEqualTo("RETURNED");
    assertThat(act(clerk, "caseHandUp", back).at("/case/status").asString()).isEqualTo("HANDED_UP");
  }

  @Test
  void handedUpAtMidnightBeforeAHolidayItStaysTheSendersUntilItIsSigned() {
    now.freeze(Instant.parse("2026-09-30T15:59:00Z")); // 23:59, National Day begins
    JsonNode sent =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, input(item)).get("case")).get("case");
    assertThat(sent.at("/duty/dueOn").asString()).isEqualTo("2026-10-13");
    now.freeze(Instant.parse("2026-10-08T01:00:00Z"));
    JsonNode signed = act(officer, "caseSign", sent).get("case");
    assertThat(signed.at("/duty/segments/0/consumed").asInt()).isEqualTo(1);
    assertThat(signed.at("/duty/segments/1/consumed").asInt()).isEqualTo(0);
  }

  @Test
  void manyAreSignedForAtOnceAndWhatChangedMeanwhileIsLeft() {
    JsonNode one =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, input(item)).get("case")).get("case");
    JsonNode two =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, input(item)).get("case")).get("case");
    JsonNode answer =
        officer
            .data(
                "mutation($input: CasesSignInput!) { casesSign(input: $input) { signed { number status } left userErrors { code } } }",
                "input",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "cases",
                    List.of(
                        Map.of(
                            "id",
                            one.get("id").asString(),
                            "expectedVersion",
                            one.get("version").asInt()),
                        Map.of("id", two.get("id").asString(), "expectedVersion", 99))))
            .get("casesSign");
    assertThat(answer.at("/signed/0/number")).isEqualTo(one.get("number"));
    assertThat(answer.at("/left/0")).isEqualTo(two.get("number"));
  }

  @Test
  void aCaseThatBelongsToAnotherDepartmentIsPassedOnUnderItsNumberAndClock() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
    JsonNode passed =
        act(
                officer,
                "casePassOn",
                signed,
                "unitId",
                Ids.of("Unit", here.unit("transport")),
                "reason",
                "职权已划转")
            .get("case");
    assertThat(passed.at("/decideUnit/name").asString()).contains("交通");
    assertThat(passed.at("/holderUnit/name").asString()).contains("民政");
    assertThat(passed.at("/handovers/1/direction").asString()).isEqualTo("ACROSS");
    Client other = signedIn(here, "officer@transport");
    assertThat(
            other
                .data("{ casesToSign(first: 10) { nodes { number } } }")
                .at("/casesToSign/nodes/0/number"))
        .isEqualTo(file.get("number"));
    JsonNode taken = act(other, "caseSign", read(other, passed)).get("case");
    assertThat(taken.at("/duty/id")).isEqualTo(file.at("/duty/id"));
    assertThat(taken.at("/duty/segments")).hasSize(3);
    assertThat(taken.get("viewerCanDecide").asBoolean()).isTrue();
  }

  @Test
  void whoDoesNotTakeWhatWasPassedOnSendsItBackToTheDepartmentThatHadIt() {
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", accepted()).get("case")).get("case");
    String transport = Ids.of("Unit", here.unit("transport"));
    JsonNode passed =
        act(officer, "casePassOn", signed, "unitId", transport, "reason", "职权已划转").get("case");
    Client other = signedIn(here, "officer@transport");

    act(other, "caseReturn", read(other, passed), "reason", "职权未划转");

    JsonNode back = read(officer, passed);
    assertThat(back.get("status").asString()).isEqualTo("SIGNED");
    assertThat(back.at("/decideUnit/name").asString()).contains("民政");
    assertThat(back.get("viewerCanDecide").asBoolean()).isTrue();
  }

  @Test
  void whatWaitsForARulingIsListedForThoseWhoRuleAndTheButtonToReturnIsGoneAfterwards() {
    JsonNode disputed = disputed();
    String list = "{ casesToRule(first: 10) { nodes { number } } }";
    for (String who : new String[] {"supervisor", "leader"}) {
      assertThat(signedIn(here, who).data(list).at("/casesToRule/nodes/0/number"))
          .isEqualTo(disputed.get("number"));
    }
    assertThat(officer.errorCode(list)).isEqualTo("FORBIDDEN");
    assertThat(signedIn(districts.fresh(), "supervisor").data(list).at("/casesToRule/nodes"))
        .isEmpty();

    JsonNode ruled = rule(disputed, "DEPARTMENT_HANDLES");

    assertThat(read(officer, ruled).get("viewerCanReturn").asBoolean()).isFalse();
    assertThat(signedIn(here, "supervisor").data(list).at("/casesToRule/nodes")).isEmpty();
  }

  private JsonNode accepted() {
    return CaseStory.accept(clerk, input(item)).get("case");
  }

  private JsonNode rule(JsonNode file, String ruling) {
    return act(
            signedIn(here, "supervisor"), "caseRule", file, "ruling", ruling, "reason", "事项属民政部门职权")
        .get("case");
  }

  private JsonNode disputed() {
    JsonNode sent =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, input(item)).get("case")).get("case");
    JsonNode back = act(officer, "caseReturn", sent, "reason", "缺少户口簿复印件").get("case");
    JsonNode again = act(clerk, "caseHandUp", read(clerk, back)).get("case");
    return act(officer, "caseReturn", again, "reason", "照片不清").get("case");
  }
}
