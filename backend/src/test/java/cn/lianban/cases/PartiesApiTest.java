package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.testing.TestFiles.attach;
import static cn.lianban.testing.TestFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who works with a case's papers besides those that accept, hold and decide it. */
class PartiesApiTest extends ParallelStory {
  private static final String OPEN =
      "mutation($input: AttachmentOpenInput!) { attachmentOpen(input: $input) { url userErrors { code } } }";
  private static final String REMOVE =
      "mutation($input: AttachmentRemoveInput!) { attachmentRemove(input: $input) { case { id } userErrors { code } } }";
  private static final String SEEN =
      "query($id: ID!) { case(id: $id) { viewerCanAttach attachments { name viewerCanOpen viewerCanRemove } } }";

  @Test
  void aUnitAskedInAStepOpensThePapersAddsItsOwnAndTakesBackNoOthers() {
    twoStages();
    JsonNode file = signed();
    String paper = attach(clerk, id(file), "占道施工方案.pdf", pdf(1000, "一"));

    assertThat(opens(coUnit, paper)).isTrue();
    assertThat(seen(coUnit, file).at("/attachments/0/name").asString()).isEqualTo("占道施工方案.pdf");
    assertThat(seen(coUnit, file).at("/attachments/0/viewerCanRemove").asBoolean()).isFalse();
    assertThat(coUnit.errorCode(REMOVE, "input", taking(paper))).isEqualTo("FORBIDDEN");
    String opinion = attach(coUnit, id(file), "交通组织意见.pdf", pdf(1000, "二"));
    assertThat(opens(lead, opinion)).isTrue();
    assertThat(coUnit.data(REMOVE, "input", taking(opinion)).at("/attachmentRemove/userErrors"))
        .isEmpty();
  }

  @Test
  void aUnitInvitedToAMeetingReadsThePapersFromThenOn() {
    JsonNode file = signed();
    String paper = attach(clerk, id(file), "管线图.pdf", pdf(1000, "一"));
    assertThat(coUnit.errorCode(OPEN, "input", opening(paper))).isEqualTo("FORBIDDEN");
    assertThat(seen(coUnit, file).at("/attachments/0/name").asString()).isEqualTo("附件 1");
    assertThat(seen(coUnit, file).get("viewerCanAttach").asBoolean()).isFalse();

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
        "管线会审",
        "unitIds",
        List.of(Ids.of("Unit", here.unit("transport"))),
        "opinionDays",
        3);

    assertThat(opens(coUnit, paper)).isTrue();
    assertThat(seen(coUnit, file).get("viewerCanAttach").asBoolean()).isTrue();
  }

  @Test
  void theDepartmentThatSupervisesAfterwardsReadsThePapersOnceTheResultIsSent() {
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
    JsonNode file = signed();
    String paper = attach(clerk, id(file), "现场照片说明.pdf", pdf(1000, "一"));
    assertThat(coUnit.errorCode(OPEN, "input", opening(paper))).isEqualTo("FORBIDDEN");

    act(lead, "caseDecide", file, "outcome", "PASSED");

    assertThat(opens(coUnit, paper)).isTrue();
  }

  @Test
  void supervisionAndTheLeadersReadAndAddNothingAndANeighbourFindsNothing() {
    JsonNode file = signed();
    String paper = attach(clerk, id(file), "申请书.pdf", pdf(1000, "一"));

    for (String person : List.of("supervisor", "leader")) {
      Client overseer = signedIn(here, person);
      assertThat(opens(overseer, paper)).isTrue();
      assertThat(seen(overseer, file).get("viewerCanAttach").asBoolean()).isFalse();
      assertThat(overseer.errorCode(REMOVE, "input", taking(paper))).isEqualTo("FORBIDDEN");
    }
    assertThat(signedIn(here, "admin").errorCode(OPEN, "input", opening(paper)))
        .isEqualTo("FORBIDDEN");
    assertThat(
            signedIn(districts.fresh(), "supervisor")
                .data(OPEN, "input", opening(paper))
                .at("/attachmentOpen/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_FOUND");
  }

  private static long id(JsonNode file) {
    return Ids.parse("Case", file.get("id").asString());
  }

  private static JsonNode seen(Client who, JsonNode file) {
    return who.data(SEEN, "id", file.get("id").asString()).get("case");
  }

  private static boolean opens(Client who, String paper) {
    String url = who.data(OPEN, "input", opening(paper)).at("/attachmentOpen/url").asString();
    return who.download(url).statusCode() == 200;
  }

  private static Map<String, Object> opening(String paper) {
    return Map.of("idempotencyKey", Client.key(), "id", paper);
  }

  private static Map<String, Object> taking(String paper) {
    return Map.of("idempotencyKey", Client.key(), "id", paper, "reason", "传错了");
  }
}
