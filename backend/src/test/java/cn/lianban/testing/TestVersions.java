package cn.lianban.testing;

import cn.lianban.graphql.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Versions of an item as a program calls them. */
public final class TestVersions {
  private static final String ALL =
      """
      fragment All on ItemVersion { id no state inForce version
        content { name promisedLimit statutoryLimit steps conditions visits }
        materials { seq name required issuer reuse reuseDays }
        trail { draftedBy reviewedBy publishedBy opinion documentNo effectiveOn }
        viewerCanEdit viewerCanSend viewerCanReview viewerCanPublish viewerCanWithdraw }
      """;

  private TestVersions() {}

  public static JsonNode open(Client who, long item) {
    return run(who, "itemDraftOpen", "ItemDraftOpenInput", Map.of("itemId", Ids.of("Item", item)));
  }

  /**
   * @param more name, value … of the input beyond key, id and version
   */
  public static JsonNode step(Client who, String mutation, JsonNode version, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("id", version.get("id").asString());
    input.put("expectedVersion", version.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    boolean plain = mutation.equals("itemDraftSend") || mutation.equals("itemDraftWithdraw");
    String type =
        plain
            ? "VersionStepInput"
            : Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return run(who, mutation, type, input);
  }

  public static JsonNode save(Client who, JsonNode version, Map<String, Object> content) {
    return step(who, "itemDraftSave", version, "content", content);
  }

  /** The version in the answer; fails on a refusal. */
  public static JsonNode done(JsonNode payload) {
    if (!payload.get("userErrors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload.get("version");
  }

  public static String refusal(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }

  /** From the draft in force to a published version with other limits and one material more. */
  public static JsonNode publish(
      Client drafter,
      Client legal,
      Client admin,
      long item,
      Map<String, Object> content,
      String on) {
    JsonNode draft = done(save(drafter, done(open(drafter, item)), content));
    JsonNode sent = done(step(drafter, "itemDraftSend", draft));
    JsonNode reviewed = done(step(legal, "itemDraftReview", sent, "passed", true));
    return done(
        step(admin, "itemPublish", reviewed, "documentNo", "测政办〔2026〕1号", "effectiveOn", on));
  }

  public static Map<String, Object> content(String name, int promised) {
    Map<String, Object> content = new HashMap<>();
    content.put("name", name);
    content.put("mainItem", "行政许可");
    content.put("approvalType", "PROMISED");
    content.put("statutoryLimit", 20);
    content.put("promisedLimit", promised);
    content.put("limitUnit", "WORKING_DAYS");
    content.put("legalBasis", "老年人权益保障法");
    content.put("conditions", List.of("年满 80 周岁"));
    content.put("steps", List.of("受理", "审核", "发放"));
    content.put("visits", 1);
    content.put("fee", "不收费");
    content.put("onlineDepth", "PRE_CHECKED");
    content.put("contact", "12345");
    content.put(
        "materials",
        new ArrayList<>(
            List.of(
                Map.of("name", "申请书", "required", true),
                Map.of(
                    "name",
                    "身份证明",
                    "required",
                    true,
                    "issuer",
                    "公安机关",
                    "reuse",
                    "SAME_APPLICANT",
                    "reuseDays",
                    365),
                Map.of("name", "银行卡", "required", false, "issuer", "开户银行"))));
    return content;
  }

  /** As many materials as named, all required. */
  public static void publish(
      Client drafter,
      Client legal,
      Client admin,
      long item,
      int promised,
      LocalDate on,
      List<String> materials) {
    Map<String, Object> content = content("高龄津贴发放", promised);
    content.put(
        "materials",
        materials.stream().map(name -> Map.of("name", name, "required", true)).toList());
    publish(drafter, legal, admin, item, content, on.toString());
  }

  /** Enters an upper-level decision and says that the item is the one decided on. */
  public static JsonNode decide(
      Client admin, String kind, String name, String effectiveOn, long item) {
    JsonNode decision = record(admin, kind, name, effectiveOn);
    return judge(admin, decision, item, true);
  }

  public static JsonNode record(Client admin, String kind, String name, String effectiveOn) {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey", Client.key(),
            "kind", kind,
            "name", name,
            "documentNo", "国发〔2019〕6号",
            "decidedOn", effectiveOn,
            "effectiveOn", effectiveOn,
            "level", "STATE");
    return decision(admin, "upperDecisionRecord", "UpperDecisionRecordInput", input);
  }

  public static JsonNode judge(Client who, JsonNode decision, long item, boolean same) {
    Map<String, Object> input =
        Map.of(
            "idempotencyKey", Client.key(),
            "id", decision.get("id").asString(),
            "itemId", Ids.of("Item", item),
            "same", same);
    return decision(who, "upperDecisionJudge", "UpperDecisionJudgeInput", input);
  }

  private static JsonNode decision(
      Client who, String mutation, String type, Map<String, Object> input) {
    JsonNode payload =
        who.data(
                "mutation($input: %s!) { %s(input: $input) { decision { id name items { name cancelledOn } } userErrors { code field } } }"
                    .formatted(type, mutation),
                "input",
                input)
            .get(mutation);
    return payload.get("userErrors").isEmpty() ? payload.get("decision") : payload;
  }

  public static JsonNode versions(Client who, long item) {
    return who.data(
            "query($id: ID!) { itemVersions(itemId: $id) { ...All } } " + ALL,
            "id",
            Ids.of("Item", item))
        .get("itemVersions");
  }

  private static JsonNode run(Client who, String mutation, String type, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("idempotencyKey", Client.key());
    return who.data(
            "mutation($input: %s!) { %s(input: $input) { version { ...All } userErrors { code field message } } } %s"
                .formatted(type, mutation, ALL),
            "input",
            input)
        .get(mutation);
  }
}
