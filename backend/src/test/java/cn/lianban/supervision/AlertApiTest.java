package cn.lianban.supervision;

import static cn.lianban.supervision.AlertStory.act;
import static cn.lianban.supervision.AlertStory.alerts;
import static cn.lianban.supervision.AlertStory.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlertApiTest extends AlertDistrict {
  @Test
  void aRuleThatIsOffRaisesNothingAndSaysWhatItWouldHaveRaised() {
    decideWithinAMinute();
    look();

    assertThat(alerts(supervisor).get("totalCount").asInt()).isZero();
    JsonNode trial =
        supervisor
            .data(
                "query($input: AlertTrialInput!) { alertTrial(input: $input) { examined complete found byUnit { unit { name } found } samples { caseId evidence { name value } } } }",
                "input",
                Map.of(
                    "rule", "ACCEPT_AND_CLOSE",
                    "limits", List.of(Map.of("name", "seconds", "value", 120)),
                    "from", "2026-11-01",
                    "to", "2026-11-30"))
            .get("alertTrial");
    assertThat(trial.get("found").asInt()).isEqualTo(1);
    assertThat(trial.get("complete").asBoolean()).isTrue();
    assertThat(trial.at("/byUnit/0/unit/name").asString()).isEqualTo("区民政局");
    assertThat(trial.at("/samples/0/caseId").asString()).isEqualTo(file.get("id").asString());
    assertThat(alerts(supervisor).get("totalCount").asInt()).isZero();
  }

  @Test
  void aFigureOpensTheAlertsItCounts() {
    JsonNode alert = raised();
    assertThat(AlertStory.counted(supervisor)).containsExactly(1, 0, 0, 0, 0);
    act(officer, "alertAnswer", alert, "reason", "窗口事后补录", "measures", "已约谈");
    assertThat(AlertStory.counted(supervisor)).containsExactly(1, 1, 0, 0, 0);
    assertThat(AlertStory.figures(supervisor)).isEqualTo(AlertStory.counted(supervisor));
    assertThat(AlertStory.counted(signedIn(districts.fresh(), "supervisor"))).containsOnly(0);
  }

  @Test
  void aRuleSwitchedOnOpensOneAlertThatTheUnitAnswersAndSupervisionAccepts() {
    JsonNode alert = raised();
    assertThat(alert.get("rule").asString()).isEqualTo("ACCEPT_AND_CLOSE");
    assertThat(alert.at("/unit/name").asString()).isEqualTo("区民政局");
    assertThat(alert.at("/duty/kind").asString()).isEqualTo("ALERT");
    assertThat(alert.at("/duty/dueOn").asString()).isEqualTo("2026-11-25");
    look();
    assertThat(alerts(supervisor).get("totalCount").asInt()).isEqualTo(1);

    JsonNode seen = alerts(officer).at("/nodes/0");
    assertThat(seen.get("viewerCanAnswer").asBoolean()).isTrue();
    JsonNode answered =
        act(officer, "alertAnswer", seen, "reason", "窗口事后补录", "measures", "已约谈，改为现场录入");
    assertThat(answered.at("/alert/state").asString()).isEqualTo("ANSWERED");
    assertThat(answered.at("/alert/duty/light").asString()).isEqualTo("CLOSED");

    JsonNode judged = act(supervisor, "alertJudge", answered.get("alert"), "accept", true);
    assertThat(judged.at("/alert/state").asString()).isEqualTo("ACCEPTED");
    assertThat(judged.at("/alert/steps").findValuesAsString("kind"))
        .containsExactly("OPENED", "ANSWERED", "ACCEPTED");
  }

  @Test
  void anAppealThatIsGrantedIsAFalseAlarmAndCountsAsOne() {
    raised();
    JsonNode appealed =
        act(
            officer,
            "alertAppeal",
            alerts(officer).at("/nodes/0"),
            "ground",
            "WRONG_IMPORT",
            "reason",
            "平台导入时间有误");
    act(supervisor, "alertJudge", appealed.get("alert"), "accept", true, "note", "核实无误");

    JsonNode figure =
        supervisor
            .data(
                "query { alertFigures(from: \"2026-11-01\", to: \"2026-11-30\") { rule unit { name } opened answeredInTime climbed falseAlarms falseAlarmRate } }")
            .at("/alertFigures/0");
    assertThat(figure.get("falseAlarms").asInt()).isEqualTo(1);
    assertThat(figure.get("falseAlarmRate").asInt()).isEqualTo(1000);
    assertThat(figure.get("answeredInTime").asInt()).isEqualTo(1);
  }

  @Test
  void anAppealThatIsRefusedGoesBackToTheUnitWithItsDaysAgain() {
    raised();
    JsonNode appealed =
        act(
            officer,
            "alertAppeal",
            alerts(officer).at("/nodes/0"),
            "ground",
            "OTHER",
            "reason",
            "系统慢");
    assertThat(
            act(supervisor, "alertJudge", appealed.get("alert"), "accept", false)
                .at("/userErrors/0/field")
                .asString())
        .isEqualTo("note");
    JsonNode back =
        act(supervisor, "alertJudge", appealed.get("alert"), "accept", false, "note", "当日系统正常");
    assertThat(back.at("/alert/state").asString()).isEqualTo("OPEN");
    assertThat(back.at("/alert/duty/light").asString()).isEqualTo("GREEN");
  }

  @Test
  void whatNobodyAnswersClimbsToSupervisionAndToTheLeader() {
    raised();
    now.freeze(Instant.parse("2026-11-26T02:00:00Z"));
    rungs.fire(here.id());
    JsonNode second = alerts(supervisor).at("/nodes/0");
    assertThat(second.get("level").asInt()).isEqualTo(2);
    assertThat(second.at("/duty/light").asString()).isNotEqualTo("CLOSED");

    now.freeze(Instant.parse("2026-12-03T02:00:00Z"));
    rungs.fire(here.id());
    rungs.fire(here.id());
    JsonNode third = alerts(supervisor).at("/nodes/0");
    assertThat(third.get("level").asInt()).isEqualTo(3);
    assertThat(third.at("/duty/light").asString()).isEqualTo("RED");
    assertThat(third.get("steps").findValuesAsString("kind"))
        .containsExactly("OPENED", "CLIMBED", "CLIMBED");
  }

  @Test
  void theClocksOwnRungsOpenAlertsWithoutBeingSwitchedOn() {
    now.freeze(Instant.parse("2026-12-07T02:00:00Z"));
    rungs.fire(here.id());

    assertThat(alerts(supervisor).get("nodes").findValuesAsString("rule")).contains("CLOCK_RED");
    assertThat(alerts(clerk).get("totalCount").asInt()).isPositive();
    assertThat(alerts(signedIn(here, "clerk@west")).get("totalCount").asInt()).isZero();
  }

  @Test
  void theUnitIsToldOnceThatAClockTurnedRedByTheAlertWhereThereIsOneElseByTheClock() {
    now.freeze(Instant.parse("2026-12-07T02:00:00Z"));
    rungs.fire(here.id());
    spreading.inDistrict(here.id());

    List<String> told =
        clerk.data("{ inbox { nodes { kind } } }").at("/inbox/nodes").findValuesAsString("kind");
    assertThat(told).contains("clock.yellow").containsOnlyOnce("alert.opened");
    assertThat(told).doesNotContain("clock.red");
  }

  @Test
  void theNeighbourDistrictSeesNothingAndMayNotAnswer() {
    JsonNode alert = raised();
    TestDistrict there = districts.fresh();
    Client stranger = signedIn(there, "supervisor");

    assertThat(alerts(stranger).get("totalCount").asInt()).isZero();
    assertThat(
            act(stranger, "alertJudge", alert, "accept", true).at("/userErrors/0/code").asString())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void anotherUnitMayNotAnswerAndTwoAnswersDoNotBothWin() {
    JsonNode alert = raised();
    assertThat(errorOf(signedIn(here, "officer@transport"), alert)).isEqualTo("FORBIDDEN");

    act(officer, "alertAnswer", alert, "reason", "一", "measures", "二");
    JsonNode late =
        act(signedIn(here, "head@civil"), "alertAnswer", alert, "reason", "三", "measures", "四");
    assertThat(late.at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
  }

  @Test
  void aRuleIsChangedByTheSupervisorAloneWithinItsBoundsAndOnTheVersionHeSaw() {
    assertThat(save(5, "seconds", 999_999).at("/userErrors/0/field").asString())
        .isEqualTo("limits");
    assertThat(save(0, "seconds", 90).at("/rule/no").asInt()).isEqualTo(1);
    assertThat(save(0, "seconds", 30).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
    assertThat(signedIn(here, "admin").errorCode(SAVE, "input", rule(1, "seconds", 30)))
        .isEqualTo("FORBIDDEN");
  }
}
