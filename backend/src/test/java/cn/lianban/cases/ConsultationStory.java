package cn.lianban.cases;

import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do with a consultation, as requests. */
final class ConsultationStory {
  private static final String ALL =
      """
      consultation { id state version question materials hours answer answeredAt openedAt
        asker { kind name mobile } item { name } firstUnit { name } firstClerk { name } unit { name } toUnit { name }
        answeredBy { name } answeredUnit { name } handovers { from { name } to { name } reason takenAt }
        duties { kind light dueAt closedAt ownerUnit { name } } case { number status }
        viewerCanAnswer viewerCanHandOver viewerCanTake viewerCanRevealAsker viewerCanAccept }
      """;

  private ConsultationStory() {}

  static JsonNode call(Client who, String mutation, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.putIfAbsent("idempotencyKey", Client.key());
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return who.data(
            "mutation($input: %s!) { %s(input: $input) { %s userErrors { code field } } }"
                .formatted(type, mutation, ALL),
            "input",
            input)
        .get(mutation);
  }

  static JsonNode act(Client who, String mutation, JsonNode one, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", one.get("id").asString());
    input.put("expectedVersion", one.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return call(who, mutation, input);
  }

  static JsonNode read(Client who, JsonNode one) {
    return who.data(
            "query($id: ID!) { "
                + ALL.replaceFirst("consultation", "consultation(id: \\$id)")
                + "}",
            "id",
            one.get("id").asString())
        .get("consultation");
  }
}
