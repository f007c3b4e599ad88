package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.read;
import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.named;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.clock.TestRungs;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The steps' clocks while the case stands still, or while the lead waits for a co-unit. */
class ParallelPauseApiTest extends ParallelStory {
  @Autowired private TestRungs rungs;

  @BeforeEach
  void silenceIsConsentHere() {
    twoStages();
    call(
        admin,
        "consentRuleSave",
        "rule { document }",
        "expectedVersion",
        0,
        "document",
        "区政办〔2026〕8号");
  }

  @Test
  void whileExpertsAreHeardNoCoUnitIsLateAndItsSilenceIsNoConsent() {
    JsonNode file = suspended(signed());
    assertThat(named(lead, file, "交通意见").at("/duty/light").asString()).isEqualTo("PAUSED");

    assertThat(named(lead, file, "交通意见").get("silenceConsentsBy").asString())
        .isEqualTo("区政办〔2026〕8号");
    assertThat(named(lead, file, "牵头审查").get("silenceConsentsBy").isNull()).isTrue();

    at("2026-11-20");
    rungs.fire(here.id());
    assertThat(named(lead, file, "交通意见").get("state").asString()).isEqualTo("OPEN");

    resume(file);
    JsonNode step = named(lead, file, "交通意见");
    assertThat(step.at("/duty/light").asString()).isEqualTo("GREEN");
    assertThat(step.at("/duty/dueOn").asString()).isEqualTo("2026-11-25"); // its 3 days are left
    at("2026-11-26");
    rungs.fire(here.id());
    assertThat(named(lead, file, "交通意见").get("state").asString()).isEqualTo("DEEMED");
  }

  @Test
  void whatBecomesDueWhileTheCaseStandsStillRunsWhenTheCaseDoes() {
    JsonNode file = suspended(signed());
    at("2026-11-12");
    answer(coUnit, named(coUnit, file, "交通意见"), "DISAGREE", "须先评审");
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
    assertThat(named(lead, file, "牵头审查").at("/duty/light").asString()).isEqualTo("PAUSED");
    reopen(file);
    assertThat(named(lead, file, "交通意见").at("/duty/light").asString()).isEqualTo("PAUSED");

    at("2026-11-16");
    resume(file);
    assertThat(named(lead, file, "交通意见").at("/duty/light").asString()).isEqualTo("GREEN");
    assertThat(named(lead, file, "牵头审查").at("/duty/light").asString()).isEqualTo("PAUSED");
    answer(coUnit, named(coUnit, file, "交通意见"), "AGREE", "评审通过");
    assertThat(named(lead, file, "牵头审查").at("/duty/light").asString()).isEqualTo("GREEN");
    assertThat(named(lead, file, "牵头审查").at("/duty/dueOn").asString()).isEqualTo("2026-11-18");
  }

  @Test
  void aLeadThatWaitsForALateCoUnitIsNotAccusedOfALongPause() {
    call(admin, "consentRuleSave", "rule { document }", "expectedVersion", 1, "document", "");
    JsonNode file = signed();
    answer(coUnit, named(coUnit, file, "交通意见"), "DISAGREE", "占道方案不足");
    reopen(file);

    at("2026-11-13"); // the co-unit's days and the lead's expected end are over, the decision's not
    rungs.fire(here.id());

    JsonNode alerts =
        signedIn(here, "supervisor")
            .data("{ alerts(filter: {}) { nodes { rule unit { name } } } }")
            .at("/alerts/nodes");
    assertThat(alerts.findValuesAsString("name")).containsOnly("区交通运输局");
    assertThat(alerts.findValuesAsString("rule")).containsExactly("CLOCK_RED");
  }

  private void at(String day) {
    now.freeze(Instant.parse(day + "T02:00:00Z"));
  }

  private JsonNode suspended(JsonNode file) {
    return act(
            lead,
            "caseSuspend",
            file,
            "reason",
            "EXAMINATION",
            "basis",
            "行政许可法第四十五条，专家评审",
            "expectedUntil",
            "2026-12-01")
        .get("case");
  }

  private void resume(JsonNode file) {
    assertThat(act(lead, "caseResume", read(lead, file)).get("userErrors")).isEmpty();
  }

  private void reopen(JsonNode file) {
    JsonNode against = named(lead, file, "交通意见");
    JsonNode done =
        call(
            lead,
            "stepReopen",
            "step { state }",
            "id",
            against.get("id").asString(),
            "expectedVersion",
            against.get("version").asInt(),
            "reason",
            "申请人已补充方案");
    assertThat(done.at("/step/state").asString()).isEqualTo("OPEN");
  }
}
