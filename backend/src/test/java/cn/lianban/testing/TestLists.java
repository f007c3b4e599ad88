package cn.lianban.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Lists and policies as a program calls them. */
public final class TestLists {
  private static final String FIELDS =
      "id listId no state inForce version entries { seq code name unitName } trail { documentNo opinion }";

  private TestLists() {}

  /** A power list, drafted, passed and published. */
  public static JsonNode publish(Client admin, Client legal, String title, String... names) {
    JsonNode draft =
        done(
            run(
                admin,
                "listDraftOpen",
                "ListDraftOpenInput",
                Map.of("kind", "POWER", "title", title)));
    return onward(admin, legal, draft, names);
  }

  /** From a draft to its publication, with these entries. */
  public static JsonNode onward(Client admin, Client legal, JsonNode draft, String... names) {
    JsonNode saved = done(save(admin, draft, names));
    JsonNode sent = done(step(admin, "listDraftSend", "VersionStepInput", saved));
    JsonNode passed =
        done(step(legal, "listDraftReview", "ItemDraftReviewInput", sent, "passed", true));
    return done(
        step(admin, "listPublish", "ListPublishInput", passed, "documentNo", "测府发〔2026〕9号"));
  }

  public static JsonNode save(Client who, JsonNode draft, String... names) {
    List<Map<String, Object>> entries =
        Arrays.stream(names).map(name -> Map.<String, Object>of("name", name)).toList();
    return step(who, "listDraftSave", "ListDraftSaveInput", draft, "entries", entries);
  }

  public static JsonNode next(Client admin, JsonNode version) {
    return done(
        run(
            admin,
            "listDraftOpen",
            "ListDraftOpenInput",
            Map.of("listId", version.get("listId").asString())));
  }

  public static JsonNode step(
      Client who, String mutation, String type, JsonNode version, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", version.get("id").asString());
    input.put("expectedVersion", version.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return run(who, mutation, type, input);
  }

  public static JsonNode done(JsonNode payload) {
    if (!payload.get("userErrors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload.get("version");
  }

  private static JsonNode run(Client who, String mutation, String type, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("idempotencyKey", Client.key());
    return who.data(
            "mutation($input: %s!) { %s(input: $input) { version { %s } userErrors { code field } } }"
                .formatted(type, mutation, FIELDS),
            "input",
            input)
        .get(mutation);
  }

  public static Map<String, Object> policy(String title, String from, String to) {
    Map<String, Object> content = new HashMap<>();
    content.put("title", title);
    content.put("documentNo", "测人社发〔2026〕5号");
    content.put("audience", "ENTERPRISE");
    content.put("claimants", "上年度未裁员的企业");
    content.put("conditions", List.of("足额缴纳失业保险费满一年"));
    content.put("benefit", "返还上年度失业保险费的 60%");
    content.put("contact", "12333");
    content.put("validFrom", from);
    content.put("validTo", to);
    return content;
  }

  public static JsonNode record(Client who, Map<String, Object> content) {
    return who.data(
            "mutation($input: PolicyRecordInput!) { policyRecord(input: $input) { policy { id version } userErrors { code field } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "content", content))
        .get("policyRecord");
  }
}
