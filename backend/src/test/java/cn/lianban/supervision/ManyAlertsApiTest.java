package cn.lianban.supervision;

import static cn.lianban.supervision.AlertStory.alerts;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Five hundred alerts in one morning are not answered one by one. */
class ManyAlertsApiTest extends RuleWays {
  private static final String MANY =
      "mutation($input: %s!) { %s(input: $input) { alerts { id state version } left { place code message } userErrors { code field } } }";

  private List<JsonNode> threeVoided() {
    switchOn(Rule.CASE_VOIDED);
    long item = item();
    for (int i = 0; i < 3; i++) {
      does(clerk, "caseEnd", accept(item), "ending", "VOIDED", "reason", "重复录入");
    }
    look();
    List<JsonNode> found = new ArrayList<>();
    alerts(supervisor).get("nodes").forEach(found::add);
    assertThat(found).hasSize(3);
    return found;
  }

  @Test
  void aUnitAppealsManyForOneReasonAndSupervisionGrantsThemTogether() {
    List<JsonNode> found = threeVoided();

    JsonNode appealed = appeal(clerk, Client.key(), found);
    assertThat(appealed.get("alerts").findValuesAsString("state"))
        .containsExactly("APPEALED", "APPEALED", "APPEALED");
    assertThat(appealed.get("left")).isEmpty();

    List<JsonNode> said = new ArrayList<>();
    appealed.get("alerts").forEach(said::add);
    JsonNode judged = judge(supervisor, said, true);
    assertThat(judged.get("alerts").findValuesAsString("state"))
        .containsExactly("FALSE_ALARM", "FALSE_ALARM", "FALSE_ALARM");
  }

  @Test
  void whatHasChangedSinceIsLeftWithItsReasonAndTheOthersGoOn() {
    List<JsonNode> found = threeVoided();
    AlertStory.act(clerk, "alertAnswer", found.get(1), "reason", "重复", "measures", "已更正");
    String key = Client.key();

    JsonNode appealed = appeal(clerk, key, found);
    assertThat(appealed.get("alerts")).hasSize(2);
    assertThat(appealed.at("/left/0/place").asInt()).isEqualTo(1);
    assertThat(appealed.at("/left/0/code").asString()).isEqualTo("WRONG_STATE");
    assertThat(appeal(clerk, key, found)).isEqualTo(appealed);

    JsonNode unseen = judge(supervisor, found, false);
    assertThat(unseen.get("alerts")).isEmpty();
    assertThat(unseen.get("left").findValuesAsString("code")).containsOnly("VERSION_CONFLICT");
  }

  @Test
  void anotherUnitsAreLeftTheNeighboursAreNotThereAndMoreThanFiftyAreRefused() {
    List<JsonNode> found = threeVoided();

    JsonNode others = appeal(signedIn(here, "officer@transport"), Client.key(), found);
    assertThat(others.get("alerts")).isEmpty();
    assertThat(others.get("left").findValuesAsString("code")).doesNotContain("WRONG_STATE");
    JsonNode strange = judge(signedIn(districts.fresh(), "supervisor"), found, true);
    assertThat(strange.get("left").findValuesAsString("code")).containsOnly("NOT_FOUND");
    List<JsonNode> many = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      many.add(
          tools.jackson.databind.json.JsonMapper.shared()
              .valueToTree(Map.of("id", cn.lianban.graphql.Ids.of("Alert", 1 + i), "version", 0)));
    }
    assertThat(appeal(clerk, Client.key(), many).at("/userErrors/0/code").asString())
        .isEqualTo("TOO_MANY");
    assertThat(
            supervisor.errorCode(document("alertsAppeal"), "input", appealing("k-12345678", found)))
        .isEqualTo("FORBIDDEN");
  }

  private static String document(String mutation) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return MANY.formatted(type, mutation);
  }

  private static JsonNode appeal(Client who, String key, List<JsonNode> which) {
    return who.data(document("alertsAppeal"), "input", appealing(key, which)).get("alertsAppeal");
  }

  private static Map<String, Object> appealing(String key, List<JsonNode> which) {
    return Map.of(
        "idempotencyKey", key, "alerts", seen(which), "ground", "SYSTEM_DOWN", "reason", "网络中断");
  }

  private static JsonNode judge(Client who, List<JsonNode> which, boolean accept) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("alerts", seen(which));
    input.put("accept", accept);
    input.put("note", "核实");
    return who.data(document("alertsJudge"), "input", input).get("alertsJudge");
  }

  private static List<Map<String, Object>> seen(List<JsonNode> which) {
    return which.stream()
        .<Map<String, Object>>map(
            one ->
                Map.of(
                    "id", one.get("id").asString(),
                    "expectedVersion", one.get("version").asInt()))
        .toList();
  }
}
