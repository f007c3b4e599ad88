package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.read;
import static cn.lianban.cases.ProcedureStory.call;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.AtOneMoment;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who owes an opinion to a joint review, and until when. */
class MeetingApiTest extends ParallelStory {
  private JsonNode file;
  private JsonNode meeting;

  @BeforeEach
  void aMeetingIsCalled() {
    twoStages();
    file = signed();
    meeting =
        call(
                lead,
                "meetingCall",
                "meeting { id version }",
                "caseId",
                file.get("id").asString(),
                "heldAt",
                "2026-11-12T09:00:00+08:00",
                "place",
                "三楼会议室",
                "subject",
                "管线会审",
                "unitIds",
                List.of(Ids.of("Unit", here.unit("transport"))),
                "opinionDays",
                3)
            .get("meeting");
  }

  @Test
  void aMeetingThatIsOverAsksForNoOpinionAnyMore() {
    assertThat(asked().get("viewerCanOpine").asBoolean()).isTrue();
    assertThat(asked().at("/duty/light").asString()).isEqualTo("GREEN");
    call(
        lead,
        "meetingClose",
        "meeting { id }",
        "id",
        meeting.get("id").asString(),
        "expectedVersion",
        0,
        "attendedUnitIds",
        List.of(),
        "minutes",
        "原则同意");

    assertThat(asked().at("/duty/light").asString()).isEqualTo("CLOSED");
    assertThat(asked().get("viewerCanOpine").asBoolean()).isFalse();
    assertThat(opine("迟到的意见").at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
  }

  @Test
  void aDecisionEndsTheDutyToGiveAnOpinionAndTheMinutesMayStillBeWritten() {
    act(lead, "caseDecide", read(lead, file), "outcome", "REFUSED", "reason", "不符合规划");

    assertThat(asked().at("/duty/light").asString()).isEqualTo("CLOSED");
    assertThat(asked().get("viewerCanOpine").asBoolean()).isFalse();
    assertThat(opine("迟到的意见").at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
    assertThat(
            call(
                    lead,
                    "meetingClose",
                    "meeting { minutes }",
                    "id",
                    meeting.get("id").asString(),
                    "expectedVersion",
                    0,
                    "attendedUnitIds",
                    List.of(),
                    "minutes",
                    "未形成意见")
                .at("/meeting/minutes")
                .asString())
        .isEqualTo("未形成意见");
  }

  @Test
  void twoOfficersOfAUnitGiveItsOpinionAtOnceAndOneOfThemIsTold() {
    List<JsonNode> answers = AtOneMoment.all(List.of(() -> opine("甲的意见"), () -> opine("乙的意见")));

    assertThat(answers).filteredOn(one -> one.get("userErrors").isEmpty()).hasSize(1);
    boolean first = answers.getFirst().get("userErrors").isEmpty();
    assertThat(asked().get("opinion").asString()).isEqualTo(first ? "甲的意见" : "乙的意见");
  }

  private JsonNode opine(String opinion) {
    return call(
        coUnit,
        "meetingOpinion",
        "meeting { id }",
        "id",
        meeting.get("id").asString(),
        "unitId",
        Ids.of("Unit", here.unit("transport")),
        "opinion",
        opinion);
  }

  private JsonNode asked() {
    return coUnit
        .data(
            "query($id: ID!) { case(id: $id) { meetings { units { opinion duty { light } viewerCanOpine } } } }",
            "id",
            file.get("id").asString())
        .at("/case/meetings/0/units/0");
  }
}
