package cn.lianban.organisation;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The room's mutations as a program calls them. */
final class OrganisationStory {
  static final String CHANGE =
      """
      change { id kind effectiveOn doneAt cancelledAt version viewerCanCancel
        parts { from { id name closedOn } to { id name } oldName newName main ends went { posts items cases duties } } }
      userErrors { code field }
      """;

  private OrganisationStory() {}

  static String id(int unit) {
    return Ids.of("Unit", unit);
  }

  static JsonNode unit(Client who, String id) {
    return who.data(
            "query($id: ID!) { unit(id: $id) { id name version closedOn aliases changes { kind doneAt } } }",
            "id",
            id)
        .get("unit");
  }

  static int version(Client who, String id) {
    return unit(who, id).get("version").asInt();
  }

  static Map<String, Object> merger(Client who, String day, List<String> units, Object... into) {
    List<Map<String, Object>> from = new ArrayList<>();
    units.forEach(id -> from.add(Map.of("id", id, "expectedVersion", version(who, id))));
    return order(day, with(Map.of("units", from), into));
  }

  static Map<String, Object> order(String day, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("idempotencyKey", Client.key());
    input.put("effectiveOn", day);
    input.put("paper", "区委编发〔2026〕3号");
    return input;
  }

  static Map<String, Object> with(Map<String, Object> base, Object... more) {
    Map<String, Object> input = new HashMap<>(base);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return input;
  }

  static JsonNode call(Client who, String mutation, Map<String, Object> input, String answer) {
    return who.data(document(mutation, answer), "input", input).get(mutation);
  }

  static JsonNode change(Client who, String mutation, Map<String, Object> input) {
    return call(who, mutation, input, CHANGE);
  }

  static String document(String mutation, String answer) {
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return "mutation($input: %s!) { %s(input: $input) { %s } }".formatted(type, mutation, answer);
  }

  static String code(JsonNode answer) {
    return answer.at("/userErrors/0/code").asString("");
  }
}
