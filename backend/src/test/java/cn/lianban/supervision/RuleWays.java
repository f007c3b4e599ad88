package cn.lianban.supervision;

import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestVersions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people do or import that supervision's rules are there to find. */
abstract class RuleWays extends AlertDistrict {
  private static final String HEADER = "来源,申办号,事项编码,受理部门,申请人,收件时间,受理时间,办结时间,审批结果";
  @Autowired private Items catalogue;

  /** The district's next version of a rule, on, with its usual numbers. */
  void switchOn(Rule rule) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("code", rule.name());
    input.put("expectedNo", 0);
    input.put("enabled", true);
    input.put("answerDays", 3);
    input.put("limits", List.of());
    assertThat(supervisor.data(SAVE, "input", input).at("/alertRuleSave/userErrors")).isEmpty();
  }

  void at(String instant) {
    now.freeze(Instant.parse(instant));
  }

  /** One of the case's mutations; the case after it. */
  static JsonNode does(Client who, String mutation, JsonNode file, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", file.get("id").asString());
    input.put("expectedVersion", file.get("version").asInt());
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    JsonNode answer =
        who.data(
                "mutation($input: %s!) { %s(input: $input) { case { id version } userErrors { code field message } } }"
                    .formatted(type, mutation),
                "input",
                input)
            .get(mutation);
    assertThat(answer.get("userErrors")).isEmpty();
    return answer.get("case");
  }

  JsonNode signed() {
    return does(officer, "caseSign", does(clerk, "caseHandUp", file));
  }

  JsonNode refused(String why) {
    return does(officer, "caseDecide", signed(), "outcome", "REFUSED", "reason", why);
  }

  long item() {
    return items.licence(here, "临时救助", here.unit("civil"), here.unit("east"));
  }

  JsonNode suspended(JsonNode which, String until) {
    return does(
        clerk,
        "caseSuspend",
        which,
        "reason",
        "HOLD",
        "basis",
        "行政许可法第四十五条",
        "expectedUntil",
        until);
  }

  JsonNode asked(JsonNode which, String anomaly, String... missing) {
    return does(
        clerk,
        "caseSupplement",
        which,
        "missing",
        List.of(missing),
        "until",
        "2026-12-31",
        "anomaly",
        anomaly);
  }

  /** As the window takes papers in. */
  JsonNode comes(String mutation, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", Ids.of("Item", item()));
    input.put(
        "applicant",
        Map.of(
            "kind", "PERSON",
            "name", "王小明",
            "idKind", "IDENTITY_CARD",
            "idNumber", "11010519491231002X"));
    input.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY")));
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    JsonNode answer =
        clerk
            .data(
                "mutation($input: %s!) { %s(input: $input) { case { id version } userErrors { code field } } }"
                    .formatted(type, mutation),
                "input",
                input)
            .get(mutation);
    assertThat(answer.get("userErrors")).isEmpty();
    return answer.get("case");
  }

  /** A co-unit is asked and never answers, while the whole is in time. */
  void stepNobodyAnswers() {
    long item = items.licence(here, "道路挖掘许可", here.unit("civil"), here.unit("east"));
    publish(
        signedIn(here, "admin"),
        item,
        false,
        List.of(
            step(1, "交通意见", here.unit("transport"), false, 1),
            step(1, "牵头审查", here.unit("civil"), true, 2)));
    file = accept(item);
    signed();
    at("2026-11-25T02:00:00Z");
    rungs.fire(here.id());
  }

  void cancelledBehindItsBack() {
    JsonNode decision =
        TestVersions.record(signedIn(here, "admin"), "CANCELLED", "高龄津贴发放", "2026-11-02");
    long item =
        Ids.parse(
            "Item",
            clerk
                .data(
                    "query($id: ID!) { case(id: $id) { item { id } } }",
                    "id",
                    file.get("id").asString())
                .at("/case/item/id")
                .asString());
    TestVersions.judge(officer, decision, item, true);
    does(clerk, "caseHandUp", file);
  }

  void greenAsked() {
    long item = item();
    Map<String, Object> rule =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "itemId",
            Ids.of("Item", item),
            "expectedVersion",
            0,
            "greenPercent",
            50);
    signedIn(here, "admin")
        .data(
            "mutation($input: ItemHandlingSaveInput!) { itemHandlingSave(input: $input) { userErrors { code } } }",
            "input",
            rule);
    file = does(clerk, "caseGreenAsk", accept(item), "reason", "老人住院急用");
  }

  void nightShift() {
    at("2026-11-20T15:40:00Z");
    for (int i = 0; i < 10; i++) {
      accept(Ids.parse("Item", itemId()));
    }
  }

  private String itemId() {
    return clerk
        .data("query($id: ID!) { case(id: $id) { item { id } } }", "id", file.get("id").asString())
        .at("/case/item/id")
        .asString();
  }

  /** A case of the provincial platform with times as it has them. */
  JsonNode imported(String received, String accepted, String decided) {
    long item = item();
    String code = districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
    ImportStory story =
        new ImportStory(signedIn(here, "admin"))
            .upload(
                "cases",
                "办件.csv",
                ImportStory.csv(
                    "GB18030",
                    "某区办件",
                    HEADER,
                    "省平台,A1,"
                        + code
                        + ",区民政局,王小明,"
                        + received
                        + ","
                        + accepted
                        + ","
                        + decided
                        + ",准予"));
    story.stage();
    return story.apply("VALID_ROWS");
  }
}
