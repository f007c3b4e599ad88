package cn.lianban.cases;

import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.named;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A co-unit leaves the hall while it still owes an answer. */
class HeirOfStepsApiTest extends ParallelStory {
  @Test
  void theSuccessorOfACoUnitThatWasMergedAwayAnswersItsStep() {
    twoStages();
    JsonNode file = signed();
    JsonNode done = merge();

    assertThat(done.at("/unitsMerge/userErrors")).isEmpty();
    JsonNode step = named(coUnit, file, "交通意见");
    assertThat(step.at("/unit/name").asString()).isEqualTo("区城市综合局");
    assertThat(named(lead, file, "复核").at("/unit/name").asString()).isEqualTo("区城市综合局");
    assertThat(step.get("viewerCanAnswer").asBoolean()).isTrue();
    assertThat(answer(coUnit, step, "AGREE", "").get("userErrors")).isEmpty();
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
  }

  @Test
  void laterCasesAreAskedOfTheSuccessorWhichAlsoSignsForResultsAndGivesOneOpinion() {
    twoStages();
    call(
        admin,
        "itemHandlingSave",
        "handling { version }",
        "itemId",
        Ids.of("Item", item),
        "expectedVersion",
        0,
        "overseerUnitId",
        Ids.of("Unit", here.unit("transport")));
    JsonNode before = CaseStory.act(clerk, "caseHandUp", accepted()).get("case");
    JsonNode file = signed();
    meeting(file);

    merge();

    JsonNode later = signed();
    assertThat(named(lead, later, "交通意见").at("/unit/name").asString()).isEqualTo("区城市综合局");
    assertThat(named(lead, later, "牵头审查").at("/unit/name").asString()).isEqualTo("区城市综合局");
    JsonNode planned = CaseStory.act(lead, "caseSign", CaseStory.read(lead, before)).get("case");
    assertThat(named(lead, planned, "交通意见").at("/unit/name").asString()).isEqualTo("区城市综合局");
    JsonNode rules =
        admin.data(
            "query($id: ID!) { itemHandling(itemId: $id) { overseerUnit { name } } }",
            "id",
            Ids.of("Item", item));
    assertThat(rules.at("/itemHandling/overseerUnit/name").asString()).isEqualTo("区城市综合局");
    JsonNode asked =
        lead.data(
                "query($id: ID!) { case(id: $id) { meetings { units { unit { name } duty { light } viewerCanOpine } } } }",
                "id",
                file.get("id").asString())
            .at("/case/meetings/0/units");
    assertThat(asked).hasSize(2);
    assertThat(asked.findValuesAsString("light")).containsExactlyInAnyOrder("GREEN", "CLOSED");
    assertThat(
            asked
                .valueStream()
                .filter(one -> one.get("viewerCanOpine").asBoolean())
                .map(one -> one.at("/unit/name").asString()))
        .containsExactly("区城市综合局");
  }

  private JsonNode accepted() {
    return CaseStory.accept(clerk, CaseStory.input(item)).get("case");
  }

  private void meeting(JsonNode file) {
    call(
        lead,
        "meetingCall",
        "meeting { id }",
        "caseId",
        file.get("id").asString(),
        "heldAt",
        "2026-11-12T09:00:00+08:00",
        "place",
        "三楼会议室",
        "subject",
        "会审",
        "unitIds",
        List.of(Ids.of("Unit", here.unit("civil")), Ids.of("Unit", here.unit("transport"))),
        "opinionDays",
        3);
  }

  private JsonNode merge() {
    Map<String, Object> merger =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "units",
            List.of(asNow("civil"), asNow("transport")),
            "effectiveOn",
            "2026-11-09",
            "paper",
            "区委编发〔2026〕3号",
            "intoName",
            "区城市综合局");
    return admin.data(
        "mutation($input: UnitsMergeInput!) { unitsMerge(input: $input) { userErrors { code field } } }",
        "input",
        merger);
  }

  private Map<String, Object> asNow(String unit) {
    String id = Ids.of("Unit", here.unit(unit));
    int version =
        admin
            .data("query($id: ID!) { unit(id: $id) { version } }", "id", id)
            .at("/unit/version")
            .asInt();
    return Map.of("id", id, "expectedVersion", version);
  }
}
