package cn.lianban.supervision;

import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Alerts as a program asks for them and answers them. */
final class AlertStory {
  private static final String FIELDS =
      """
      fragment All on Alert { id rule ruleVersion level state version unit { name } case { number } evidence { name value }
        duty { kind dueOn light } steps { kind note measures ground attachmentId unit { name } } viewerCanAnswer viewerCanJudge }
      """;
  private static final String LIST =
      "query($filter: AlertFilter) { alerts(filter: $filter) { totalCount nodes { ...All } } } "
          + FIELDS;

  private AlertStory() {}

  static JsonNode alerts(Client who) {
    return who.data(LIST, "filter", Map.of()).get("alerts");
  }

  /** How long the lists are that the columns of the figures open, in their order. */
  static List<Integer> counted(Client who) {
    return Stream.of("OPENED", "ANSWERED_IN_TIME", "CLIMBED", "JUDGED", "FALSE_ALARM")
        .map(
            figure ->
                who.data(
                        "query($filter: AlertFilter) { alerts(filter: $filter, orderBy: LEVEL_DESC) { totalCount nodes { id } } }",
                        "filter",
                        Map.of("counted", figure, "from", "2026-11-01", "to", "2026-11-30"))
                    .get("alerts"))
        .map(list -> Math.max(list.get("totalCount").asInt(), list.get("nodes").size()))
        .toList();
  }

  static List<Integer> figures(Client who) {
    JsonNode figure =
        who.data(
                "{ alertFigures(from: \"2026-11-01\", to: \"2026-11-30\") { opened answeredInTime climbed judged falseAlarms } }")
            .at("/alertFigures/0");
    return Stream.of("opened", "answeredInTime", "climbed", "judged", "falseAlarms")
        .map(column -> figure.get(column).asInt())
        .toList();
  }

  static JsonNode act(Client who, String mutation, JsonNode alert, Object... more) {
    return who.data(document(mutation), "input", input(alert, more)).get(mutation);
  }

  static String errorOf(Client who, JsonNode alert) {
    return who.errorCode(
        document("alertAnswer"), "input", input(alert, "reason", "一", "measures", "二"));
  }

  static String document(String mutation) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return "mutation($input: %s!) { %s(input: $input) { alert { ...All } userErrors { code field } } } %s"
        .formatted(type, mutation, FIELDS);
  }

  static Map<String, Object> input(JsonNode alert, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", alert.get("id").asString());
    input.put("expectedVersion", alert.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return input;
  }
}
