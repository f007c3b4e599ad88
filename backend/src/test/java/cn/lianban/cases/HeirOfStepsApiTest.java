package cn.lianban.cases;

import static cn.lianban.cases.ProcedureStory.answer;
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

    JsonNode done =
        admin.data(
            "mutation($input: UnitsMergeInput!) { unitsMerge(input: $input) { userErrors { code field } } }",
            "input",
            merger);

    assertThat(done.at("/unitsMerge/userErrors")).isEmpty();
    JsonNode step = named(coUnit, file, "交通意见");
    assertThat(step.at("/unit/name").asString()).isEqualTo("区城市综合局");
    assertThat(named(lead, file, "复核").at("/unit/name").asString()).isEqualTo("区城市综合局");
    assertThat(step.get("viewerCanAnswer").asBoolean()).isTrue();
    assertThat(answer(coUnit, step, "AGREE", "").get("userErrors")).isEmpty();
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
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
