package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.ProcedureStory.call;
import static cn.lianban.cases.ProcedureStory.publish;
import static cn.lianban.cases.ProcedureStory.step;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.NewItem;
import cn.lianban.catalog.TaskType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.graphql.Ids;
import cn.lianban.testing.Client;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProcedureApiTest extends ParallelStory {
  @Test
  void runningCasesStayOnTheProcedureTheyBeganWith() {
    twoStages();
    JsonNode file = signed();
    publish(admin, item, false, List.of(step(1, "一审一核", here.unit("civil"), true, 3)));
    assertThat(ProcedureStory.steps(lead, file)).hasSize(3);
    assertThat(ProcedureStory.steps(lead, signed())).hasSize(1);
  }

  @Test
  void aProcedureIsGivenUpAndLaterCasesAreDecidedByOneUnitAlone() {
    JsonNode inForce =
        publish(admin, item, false, List.of(step(1, "一审", here.unit("civil"), true, 3)));
    JsonNode running = signed();
    JsonNode draft =
        call(admin, "procedureDraft", "procedure { id version }", "itemId", Ids.of("Item", item))
            .get("procedure");
    assertThat(retire(draft).at("/procedure/state").asString()).isEqualTo("RETIRED");

    assertThat(retire(inForce).at("/procedure/state").asString()).isEqualTo("RETIRED");

    assertThat(retire(inForce).at("/userErrors/0/code").asString()).isEqualTo("WRONG_STATE");
    assertThat(ProcedureStory.steps(lead, signed())).isEmpty();
    assertThat(ProcedureStory.steps(lead, running)).hasSize(1);
  }

  private JsonNode retire(JsonNode procedure) {
    return call(
        admin,
        "procedureRetire",
        "procedure { state }",
        "id",
        procedure.get("id").asString(),
        "expectedVersion",
        procedure.get("version").asInt());
  }

  @Test
  void aStageOfMoreThanFiftyStepsIsRefusedBeforeItReachesTheDatabase() {
    List<java.util.Map<String, Object>> many = new java.util.ArrayList<>();
    for (int i = 0; i < 50; i++) {
      many.add(step(1, "意见" + i, 2, false, 3));
    }
    many.add(step(1, "牵头", 1, true, 3));
    assertThat(refusal(many)).isEqualTo("TOO_LONG");
  }

  @Test
  void everyStageHasExactlyOneLeadAndNoLeadIsSilent() {
    int civil = 1; // what a stage has to be is checked before the units are
    int transport = 2;
    assertThat(refusal(List.of(step(1, "甲", civil, false, 3)))).isEqualTo("ONE_LEAD");
    assertThat(refusal(List.of(step(1, "甲", civil, true, 3), step(1, "乙", transport, true, 3))))
        .isEqualTo("ONE_LEAD");
    assertThat(refusal(List.of(step(2, "甲", civil, true, 3)))).isEqualTo("STAGE_GAP");
    assertThat(refusal(List.of(step(1, "甲", civil, true, 3, "silenceConsents", true))))
        .isEqualTo("LEAD_SILENT");
  }

  @Test
  void aChildThatCannotBeAcceptedIsNamedWhenPublishedAndWhenItsStageBegins() {
    long child = items.licence(here, "占道许可", here.unit("transport"));
    List<Map<String, Object>> steps =
        List.of(
            step(1, "牵头审查", here.unit("civil"), true, 5),
            step(1, "占道", here.unit("transport"), false, 5, "childItemId", Ids.of("Item", child)));
    publish(admin, item, false, steps);
    cancel(child);

    JsonNode sent =
        act(clerk, "caseHandUp", CaseStory.accept(clerk, CaseStory.input(item)).get("case"))
            .get("case");
    JsonNode refused =
        lead.data(
                "mutation($input: CaseSignInput!) { caseSign(input: $input) { userErrors { code message } } }",
                "input",
                Map.of(
                    "idempotencyKey", Client.key(),
                    "id", sent.get("id").asString(),
                    "expectedVersion", sent.get("version").asInt()))
            .at("/caseSign/userErrors/0");
    assertThat(refused.get("code").asString()).isEqualTo("ITEM_CANCELLED");
    assertThat(refused.get("message").asString()).contains("占道许可", "环节“占道”");

    JsonNode draft = ProcedureStory.draft(admin, item, false, steps).get("procedure");
    assertThat(
            ProcedureStory.call(
                    admin,
                    "procedurePublish",
                    "procedure { id }",
                    "id",
                    draft.get("id").asString(),
                    "expectedVersion",
                    draft.get("version").asInt())
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("CHILD_NOT_ACCEPTABLE");
  }

  private void cancel(long which) {
    int version =
        admin
            .data("query($id: ID!) { item(id: $id) { version } }", "id", Ids.of("Item", which))
            .at("/item/version")
            .asInt();
    assertThat(
            admin
                .data(
                    "mutation($input: ItemCancelInput!) { itemCancel(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of(
                        "idempotencyKey", Client.key(),
                        "id", Ids.of("Item", which),
                        "expectedVersion", version,
                        "on", now.today().toString(),
                        "documentNo", "川府发〔2026〕1号"))
                .at("/itemCancel/userErrors"))
        .isEmpty();
  }

  @Test
  void jointHandlingHasFortyFiveDaysByLawAndTheLeaderExtendsByFifteen() {
    publish(admin, item, true, List.of(step(1, "牵头审查", here.unit("civil"), true, 5)));
    JsonNode file = signed();
    assertThat(
            lead.data(
                    "query($id: ID!) { case(id: $id) { duty { statutoryBudget } } }",
                    "id",
                    file.get("id").asString())
                .at("/case/duty/statutoryBudget")
                .asInt())
        .isEqualTo(45);
    Client head = signedIn(here, "head@civil");
    assertThat(
            act(head, "caseExtend", file, "by", 10, "reason", "复杂")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("LEADER_ONLY");
    Client leader = signedIn(here, "leader");
    JsonNode extended = act(leader, "caseExtend", file, "by", 15, "reason", "案情复杂").get("case");
    assertThat(extended.at("/duty/dueOn").asString()).isEqualTo("2026-12-07");
    assertThat(
            act(leader, "caseExtend", extended, "by", 1, "reason", "再延")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("EXTENDED_BEFORE");
  }

  @Test
  void anExtensionIsGrantedOnTheLastDayAndNotOnTheNext() {
    JsonNode file = signed();
    Client head = signedIn(here, "head@civil");
    now.freeze(Instant.parse("2026-12-08T02:00:00Z")); // the day after the 20 days of the law
    assertThat(
            act(head, "caseExtend", file, "by", 10, "reason", "复杂")
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("EXTENSION_LATE");
    now.freeze(Instant.parse("2026-12-07T15:59:00Z")); // 23:59 of the last day
    assertThat(act(head, "caseExtend", file, "by", 10, "reason", "复杂").get("case").isNull())
        .isFalse();
  }

  @Test
  void aLimitInHoursOrCalendarDaysIsNotExtendedByWorkingDays() {
    for (BudgetUnit unit : List.of(BudgetUnit.HOURS, BudgetUnit.CALENDAR_DAYS)) {
      item = items.publish(here, counted(unit), here.unit("east"));
      JsonNode file = signed();
      String due = file.at("/duty/dueOn").asString();

      JsonNode refused =
          act(signedIn(here, "head@civil"), "caseExtend", file, "by", 5, "reason", "复杂");
      assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("NOT_EXTENDABLE");
      assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("by");
      assertThat(CaseStory.read(clerk, file).at("/duty/dueOn").asString()).isEqualTo(due);
    }
  }

  private NewItem counted(BudgetUnit unit) {
    return new NewItem(
        "LIC-" + unit + here.code(),
        "临时占道 " + unit,
        "行政许可",
        TaskType.LICENCE,
        ApprovalType.PROMISED,
        here.unit("civil"),
        96,
        72,
        unit,
        false);
  }

  @Test
  void aMeetingAsksUnitsForOpinionsNotesWhoCameAndItsMinutes() {
    JsonNode file = signed();
    String transport = Ids.of("Unit", here.unit("transport"));
    JsonNode meeting =
        call(
                lead,
                "meetingCall",
                "meeting { id version units { duty { dueOn } attended opinion } }",
                "caseId",
                file.get("id").asString(),
                "heldAt",
                "2026-11-12T09:00:00+08:00",
                "place",
                "三楼会议室",
                "subject",
                "管线与交通组织会审",
                "unitIds",
                List.of(transport),
                "opinionDays",
                3)
            .get("meeting");
    assertThat(meeting.at("/units/0/duty/dueOn").asString()).isEqualTo("2026-11-12");
    call(
        coUnit,
        "meetingOpinion",
        "meeting { id }",
        "id",
        meeting.get("id").asString(),
        "unitId",
        transport,
        "opinion",
        "同意，夜间施工");
    JsonNode closed =
        call(
                lead,
                "meetingClose",
                "meeting { closedAt minutes units { attended opinion duty { light } } }",
                "id",
                meeting.get("id").asString(),
                "expectedVersion",
                0,
                "attendedUnitIds",
                List.of(),
                "minutes",
                "原则同意")
            .get("meeting");
    assertThat(closed.at("/units/0/attended").asBoolean()).isFalse();
    assertThat(closed.at("/units/0/opinion").asString()).isEqualTo("同意，夜间施工");
    assertThat(closed.at("/units/0/duty/light").asString()).isEqualTo("CLOSED");
  }
}
