package cn.lianban.supervision;

import static cn.lianban.supervision.AlertStory.alerts;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.AdminConnection;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The rules' rounds, and what they would have found. */
class LooksApiTest extends RuleWays {
  private static final String TRY =
      "query($input: AlertTrialInput!) { alertTrial(input: $input) { examined found } }";
  @Autowired private HikariDataSource pool;

  @Test
  void aCaseThatFailsIsPutOffAndToldAndKeepsNobodyElsesFromBeingLookedAt() throws Exception {
    switchOn(Rule.CASE_VOIDED);
    long broken = caseId(file);
    does(clerk, "caseEnd", file, "ending", "VOIDED", "reason", "重复录入");
    JsonNode other = accept(item());
    does(clerk, "caseEnd", other, "ending", "VOIDED", "reason", "录错事项");
    try (Connection admin = AdminConnection.open(pool);
        var plant = admin.createStatement()) {
      plant.execute(
          "alter table supervision.alert add constraint planted check (case_id <> %d) not valid"
              .formatted(broken));
      look();
      plant.execute("alter table supervision.alert drop constraint planted");
    }

    JsonNode found = alerts(supervisor);
    assertThat(found.get("totalCount").asInt()).isEqualTo(1);
    spreading.inDistrict(here.id());
    assertThat(
            signedIn(here, "admin")
                .data("{ inbox { nodes { kind } } }")
                .at("/inbox/nodes")
                .findValuesAsString("kind"))
        .containsOnlyOnce("alert.failed");

    look();
    assertThat(alerts(supervisor).get("totalCount").asInt()).isEqualTo(1);
    at("2026-11-20T03:30:00Z");
    look();
    assertThat(alerts(supervisor).get("totalCount").asInt()).isEqualTo(2);
  }

  @Test
  void lastMonthsTrialFindsAPauseThatBeganBeforeItAndAStepThatNobodyAnswered() {
    suspended(file, "2027-03-31");
    stepNobodyAnswers();
    assertThat(found("STEP_LATE", "2026-11-20", "2026-11-25")).isEqualTo(1);
    at("2027-01-20T02:00:00Z");

    assertThat(found("SUSPENDED_LONG", "2026-12-01", "2026-12-31")).isEqualTo(1);
    assertThat(found("SUSPENDED_LONG", "2027-01-01", "2027-01-20")).isZero();
    assertThat(found("FORWARDED_LATE", "2026-11-20", "2026-11-30")).isEqualTo(1);
  }

  @Test
  void whoMayNotTryARuleIsToldSo() {
    assertThat(
            signedIn(here, "leader")
                .data("{ alertRules { viewerCanTry } }")
                .at("/alertRules/0/viewerCanTry")
                .asBoolean())
        .isFalse();
    assertThat(
            supervisor
                .data("{ alertRules { viewerCanTry } }")
                .at("/alertRules/0/viewerCanTry")
                .asBoolean())
        .isTrue();
  }

  private int found(String rule, String from, String to) {
    return supervisor
        .data(TRY, "input", Map.of("rule", rule, "limits", List.of(), "from", from, "to", to))
        .at("/alertTrial/found")
        .asInt();
  }
}
