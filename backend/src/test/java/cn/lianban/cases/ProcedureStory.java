package cn.lianban.cases;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Procedures, steps and meetings as a program calls them. */
public final class ProcedureStory {
  static final String STEP =
      "fragment Step on CaseStep { id stage name state answer reason version lead urged unit { name } duty { id light dueOn closedLight } silenceConsentsBy childCase { id number status version } answers { answer reason reopened } viewerCanAnswer viewerCanLead }";

  private ProcedureStory() {}

  /** A step as it is typed. */
  public static Map<String, Object> step(
      int stage, String name, int unit, boolean lead, int days, Object... more) {
    Map<String, Object> step = new HashMap<>();
    step.put("stage", stage);
    step.put("stageName", "第" + stage + "阶段");
    step.put("name", name);
    step.put("unitId", Ids.of("Unit", unit));
    step.put("lead", lead);
    step.put("limitDays", days);
    step.put("silenceConsents", false);
    for (int i = 0; i < more.length; i += 2) {
      step.put((String) more[i], more[i + 1]);
    }
    return step;
  }

  /** Drafts and saves; answers the payload of the saving. */
  public static JsonNode draft(
      Client who, long itemId, boolean joint, List<Map<String, Object>> steps) {
    JsonNode draft =
        call(who, "procedureDraft", "procedure { id version }", "itemId", Ids.of("Item", itemId))
            .get("procedure");
    return call(
        who,
        "procedureSave",
        "procedure { id no state version steps { seq name } }",
        "id",
        draft.get("id").asString(),
        "expectedVersion",
        draft.get("version").asInt(),
        "joint",
        joint,
        "steps",
        steps);
  }

  /** In force; answers the procedure. */
  public static JsonNode publish(
      Client who, long itemId, boolean joint, List<Map<String, Object>> steps) {
    JsonNode saved = draft(who, itemId, joint, steps).get("procedure");
    return call(
            who,
            "procedurePublish",
            "procedure { id no state version }",
            "id",
            saved.get("id").asString(),
            "expectedVersion",
            saved.get("version").asInt())
        .get("procedure");
  }

  /** One mutation on its own. */
  public static JsonNode call(Client who, String mutation, String fields, Object... input) {
    Map<String, Object> values = new HashMap<>();
    values.put("idempotencyKey", Client.key());
    for (int i = 0; i < input.length; i += 2) {
      values.put((String) input[i], input[i + 1]);
    }
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    return who.data(
            "mutation($input: %s!) { %s(input: $input) { %s userErrors { code field } } } %s"
                .formatted(type, mutation, fields, fields.contains("...Step") ? STEP : ""),
            "input",
            values)
        .get(mutation);
  }

  static JsonNode steps(Client who, JsonNode file) {
    return who.data(
            "query($id: ID!) { case(id: $id) { steps { ...Step } } } " + STEP,
            "id",
            file.get("id").asString())
        .at("/case/steps");
  }

  static JsonNode named(Client who, JsonNode file, String name) {
    for (JsonNode step : steps(who, file)) {
      if (step.get("name").asString().equals(name)) {
        return step;
      }
    }
    throw new AssertionError("no step " + name);
  }

  static JsonNode answer(Client who, JsonNode step, String answer, String reason) {
    return call(
        who,
        "stepAnswer",
        "step { ...Step } case { status version }",
        "id",
        step.get("id").asString(),
        "expectedVersion",
        step.get("version").asInt(),
        "answer",
        answer,
        "reason",
        reason);
  }
}
