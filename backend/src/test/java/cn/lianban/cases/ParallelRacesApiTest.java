package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.read;
import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.named;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;
import static cn.lianban.cases.ProcedureStory.steps;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.AtOneMoment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many act on one case at once. */
class ParallelRacesApiTest extends ParallelStory {
  private static final int UNITS = 16;

  @Test
  void sixteenAnswersAtOnceAreAllKeptAndTheLeadsTimeBeginsOnce() throws Exception {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 1; i <= UNITS; i++) {
      all.add(step(1, "意见" + i, here.unit("transport"), false, 3));
    }
    all.add(step(1, "牵头审查", here.unit("civil"), true, 2));
    publish(admin, item, false, all);
    JsonNode file = signed();
    List<Callable<JsonNode>> answers = new ArrayList<>();
    for (JsonNode one : steps(coUnit, file)) {
      if (!one.get("lead").asBoolean()) {
        answers.add(() -> answer(coUnit, one, "AGREE", ""));
      }
    }

    assertThat(AtOneMoment.all(answers))
        .hasSize(UNITS)
        .allMatch(one -> one.get("userErrors").isEmpty());

    assertThat(steps(lead, file).findValuesAsString("state"))
        .containsOnly("ANSWERED", "OPEN")
        .containsOnlyOnce("OPEN");
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("OPEN");
    assertThat(open(file, "civil")).containsExactly("牵头审查");
    assertThat(open(file, "transport")).isEmpty();
  }

  @Test
  void theLastAnswerWhileTheCaseEndsLeavesNobodyADuty() throws Exception {
    twoStages();
    for (int i = 0; i < 5; i++) {
      JsonNode file = signed();
      JsonNode asked = named(coUnit, file, "交通意见");
      List<Callable<JsonNode>> both =
          List.of(
              () -> answer(coUnit, asked, "AGREE", ""),
              () -> act(lead, "caseEnd", file, "ending", "WITHDRAWN", "reason", "申请人撤回"));

      AtOneMoment.all(both);

      assertThat(read(lead, file).get("status").asString()).isEqualTo("WITHDRAWN");
      assertThat(open(file, "civil")).isEmpty();
      assertThat(open(file, "transport")).isEmpty();
    }
  }

  @Test
  void aChildIsDecidedWhileItsParentEndsAndBothAreAnswered() throws Exception {
    long other = items.licence(here, "临时占道许可", here.unit("transport"), here.unit("east"));
    publish(
        admin,
        item,
        true,
        List.of(
            step(1, "占道许可", here.unit("transport"), false, 5, "childItemId", Ids.of("Item", other)),
            step(1, "牵头审查", here.unit("civil"), true, 2)));
    for (int i = 0; i < 5; i++) {
      JsonNode file = signed();
      JsonNode child = named(coUnit, file, "占道许可").get("childCase");
      List<Callable<JsonNode>> both =
          List.of(
              () -> act(coUnit, "caseDecide", child, "outcome", "PASSED"),
              () -> act(lead, "caseEnd", file, "ending", "WITHDRAWN", "reason", "申请人撤回"));

      List<JsonNode> done = AtOneMoment.all(both);

      assertThat(done.get(1).get("userErrors")).isEmpty();
      assertThat(read(coUnit, child).get("status").asString()).isIn("DECIDED", "WITHDRAWN");
      assertThat(open(file, "civil")).isEmpty();
    }
  }

  @Test
  void aChildThatWasRefusedIsAppliedForAgainUnderANewNumber() {
    long other = items.licence(here, "临时占道许可", here.unit("transport"), here.unit("east"));
    publish(
        admin,
        item,
        true,
        List.of(
            step(1, "占道许可", here.unit("transport"), false, 5, "childItemId", Ids.of("Item", other)),
            step(1, "牵头审查", here.unit("civil"), true, 2)));
    JsonNode file = signed();
    JsonNode child = named(coUnit, file, "占道许可").get("childCase");
    assertThat(again(named(lead, file, "占道许可")).at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATE");
    act(coUnit, "caseDecide", child, "outcome", "REFUSED", "reason", "路段禁止占用");

    JsonNode opened = again(named(lead, file, "占道许可")).get("step");

    assertThat(opened.at("/childCase/status").asString()).isEqualTo("ACCEPTED");
    assertThat(opened.at("/childCase/number")).isNotEqualTo(child.get("number"));
    assertThat(named(lead, file, "牵头审查").get("state").asString()).isEqualTo("WAITING");
    act(coUnit, "caseDecide", opened.get("childCase"), "outcome", "PASSED");
    assertThat(named(lead, file, "占道许可").get("answer").asString()).isEqualTo("AGREE");
    assertThat(again(named(lead, file, "占道许可")).at("/userErrors/0/code").asString())
        .isEqualTo("WRONG_STATE");
    assertThat(answer(lead, named(lead, file, "牵头审查"), "AGREE", "").get("userErrors")).isEmpty();
  }

  private JsonNode again(JsonNode step) {
    return call(
        lead,
        "stepReopen",
        "step { ...Step }",
        "id",
        step.get("id").asString(),
        "expectedVersion",
        step.get("version").asInt(),
        "reason",
        "申请人另选路段");
  }

  /** What a unit owes about the steps of a case. */
  private List<String> open(JsonNode file, String unit) {
    return admin
        .data(
            "query($unit: ID!) { duties(filter: {unitId: $unit}, first: 100) { nodes { kind label case { id } } } }",
            "unit",
            Ids.of("Unit", here.unit(unit)))
        .at("/duties/nodes")
        .valueStream()
        .filter(one -> one.get("kind").asString().equals("CASE_STEP"))
        .filter(one -> one.at("/case/id").equals(file.get("id")))
        .map(one -> one.get("label").asString())
        .toList();
  }
}
