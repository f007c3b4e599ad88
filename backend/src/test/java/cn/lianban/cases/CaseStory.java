package cn.lianban.cases;

import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The room's mutations as a program calls them. */
final class CaseStory {
  static final String FIELDS =
      """
      fragment All on Case { id number status version outcome
        item { name } applicant { name idNumber mobile } acceptUnit { name } decideUnit { name } holderUnit { name }
        duty { id light dueOn ownerUnit { name } segments { holder { name } consumed } }
        materials { seq state } handovers { direction from { name } to { name } signedAt returnedAt reason }
        timeline { kind note unit { name } }
        viewerCanHandUp viewerCanSign viewerCanReturn viewerCanDecide viewerCanDeliver viewerCanSuspend viewerCanResume viewerCanExtend }
      """;

  private CaseStory() {}

  static Map<String, Object> input(long itemId) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", cn.lianban.graphql.Ids.of("Item", itemId));
    input.put(
        "applicant",
        new HashMap<>(
            Map.of(
                "kind", "PERSON",
                "name", "王小明",
                "idKind", "IDENTITY_CARD",
                "idNumber", "11010519491231002X",
                "mobile", "13800138000")));
    input.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY")));
    return input;
  }

  static JsonNode accept(Client clerk, Map<String, Object> input) {
    return clerk
        .data(
            "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { case { ...All } queryPassword userErrors { code field } } } "
                + FIELDS,
            "input",
            input)
        .get("caseAccept");
  }

  /**
   * @param more name, value … of the input beyond key, id and version
   */
  static JsonNode act(Client who, String mutation, JsonNode file, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", file.get("id").asString());
    input.put("expectedVersion", file.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return who.data(
            "mutation($input: %s!) { %s(input: $input) { case { ...All } userErrors { code field } } } %s"
                .formatted(type, mutation, FIELDS),
            "input",
            input)
        .get(mutation);
  }

  static JsonNode read(Client who, JsonNode file) {
    return who.data(
            "query($id: ID!) { case(id: $id) { ...All } } " + FIELDS,
            "id",
            file.get("id").asString())
        .get("case");
  }
}
