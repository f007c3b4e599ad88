package cn.lianban.cases;

import static cn.lianban.cases.ProcedureStory.answer;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.named;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.outbox.TestSpreading;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class StepNoticesApiTest extends ParallelStory {
  @Autowired private TestSpreading spreading;

  private boolean told(String person, String kind) {
    for (int i = 0; i < 200; i++) {
      spreading.inDistrict(here.id());
      if (kinds(person).contains(kind)) {
        return true;
      }
      LockSupport.parkNanos(20_000_000);
    }
    return false;
  }

  private List<String> kinds(String person) {
    return signedIn(here, person)
        .data("{ inbox(first: 50) { nodes { kind } } }")
        .findValuesAsString("kind");
  }

  @Test
  void aCoUnitHearsThatItIsAskedAndUrgedAndTheLeadThatItDisagrees() {
    twoStages();
    JsonNode file = signed();
    assertThat(told("officer@transport", "case.step")).isTrue();
    JsonNode step = named(lead, file, "交通意见");
    now.freeze(now.instant().plus(Duration.ofMinutes(1)));
    call(
        lead,
        "stepUrge",
        "step { ...Step }",
        "id",
        step.get("id").asString(),
        "expectedVersion",
        step.get("version").asInt());
    assertThat(told("officer@transport", "case.urged")).isTrue();
    assertThat(kinds("officer@civil")).doesNotContain("case.urged", "case.step");

    answer(coUnit, named(coUnit, file, "交通意见"), "DISAGREE", "占用主干道");
    assertThat(told("officer@civil", "case.stepAnswered")).isTrue();
    assertThat(told("officer@civil", "case.step")).isTrue(); // its own turn now
    assertThat(kinds("officer@transport")).doesNotContain("case.stepAnswered");
    assertThat(kinds("clerk@west")).isEmpty();
  }

  @Test
  void unitsAreToldOfAMeetingTheyAreCalledTo() {
    twoStages();
    JsonNode file = signed();
    call(
        lead,
        "meetingCall",
        "meeting { id }",
        "caseId",
        file.get("id").asString(),
        "heldAt",
        "2026-11-12T02:00:00Z",
        "place",
        "三楼会议室",
        "subject",
        "挖掘方案",
        "unitIds",
        List.of(Ids.of("Unit", here.unit("transport"))),
        "opinionDays",
        3);
    assertThat(told("officer@transport", "case.meeting")).isTrue();
    assertThat(kinds("officer@civil")).doesNotContain("case.meeting");
  }
}
