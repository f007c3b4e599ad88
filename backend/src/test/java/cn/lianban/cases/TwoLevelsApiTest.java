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
import java.util.Random;
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
    assertThat(passed.at("/duty/id")).isEqualTo(file.at("/duty/id"));
    assertThat(passed.at("/duty/segments")).hasSize(3);
    assertThat(read(signedIn(here, "officer@transport"), passed).get("viewerCanDecide").asBoolean())
        .isTrue();
  }

  /** Random acts on the real database: what the rules class allows is what the API does. */
  @Test
  void randomCasesDoInTheDatabaseWhatTheRulesAllow() {
    Map<String, CaseAction> acts =
        Map.of(
            "caseHandUp", CaseAction.HAND_UP,
            "caseSign", CaseAction.SIGN,
            "caseReturn", CaseAction.RETURN,
            "caseDecide", CaseAction.DECIDE,
            "caseDeliver", CaseAction.DELIVER);
    List<String> names = List.copyOf(new java.util.TreeSet<>(acts.keySet()));
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
      for (int step = 0; step < 10; step++) {
        String name = names.get(random.nextInt(names.size()));
        CaseStatus status = CaseStatus.valueOf(file.get("status").asString());
        boolean allowed = CaseStates.allow(acts.get(name), status, false, true);
        Client who = name.equals("caseHandUp") || name.equals("caseDeliver") ? clerk : officer;
        boolean away = !file.at("/holderUnit/name").asString().contains("城东");
        if (read(who, file).isNull() || away && name.equals("caseHandUp")) {
          continue; // not raised to the district yet, or no longer the sender's
        }
        JsonNode done = act(who, name, file, more(name));
        assertThat(done.get("userErrors").isEmpty())
            .as(seed + " " + step + " " + name + " in " + status + done)
            .isEqualTo(allowed);
        file = read(clerk, file);
      }
    }
  }

  private static Object[] more(String name) {
    return switch (name) {
      case "caseReturn" -> new Object[] {"reason", "材料不符"};
      case "caseDecide" -> new Object[] {"outcome", "PASSED"};
      default -> new Object[0];
    };
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
