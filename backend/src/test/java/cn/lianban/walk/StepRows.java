package cn.lianban.walk;

import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.draft;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestItems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A procedure being drafted, a step being worked on and a meeting that was called. */
final class StepRows {
  private StepRows() {}

  static Map<String, String> of(
      TestDistrict district, TestItems items, String where, Function<String, Client> signIn) {
    Client admin = signIn.apply(district.loginOf("admin"));
    Client officer = signIn.apply(district.loginOf("officer@civil"));
    int civil = district.unit("civil");
    long item = items.licence(district, "道路挖掘许可", civil, district.unit(where));
    List<Map<String, Object>> steps = List.of(step(1, "牵头审查", civil, true, 5));
    publish(admin, item, false, steps);
    String procedure = draft(admin, item, false, steps).at("/procedure/id").asString();
    JsonNode file =
        World.file(signIn.apply(district.loginOf("clerk@" + where)), Ids.of("Item", item));
    String id = file.get("id").asString();
    World.act(signIn.apply(district.loginOf("clerk@" + where)), "caseHandUp", id);
    World.act(officer, "caseSign", id);
    call(
        admin,
        "itemHandlingSave",
        "handling { version }",
        "itemId",
        Ids.of("Item", item),
        "expectedVersion",
        0,
        "greenPercent",
        50);
    World.act(officer, "caseGreenAsk", id, "reason", "重点项目");
    JsonNode meeting =
        call(
            officer,
            "meetingCall",
            "meeting { id }",
            "caseId",
            id,
            "heldAt",
            "2099-01-01T09:00:00+08:00",
            "place",
            "三楼会议室",
            "subject",
            "会审",
            "unitIds",
            List.of(Ids.of("Unit", civil)),
            "opinionDays",
            5);
    String open =
        officer
            .data("query($id: ID!) { case(id: $id) { steps { id } } }", "id", id)
            .at("/case/steps/0/id")
            .asString();
    Map<String, String> rows = new HashMap<>();
    rows.put("Procedure", procedure);
    rows.put("CaseStep", open);
    rows.put("Meeting", meeting.at("/meeting/id").asString());
    return rows;
  }
}
