package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static cn.lianban.cases.CaseStory.read;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.outbox.TestSpreading;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who hears of what happens to a case: once, whoever has to do something now, and nobody else. */
class StaffNoticesApiTest extends LegalClockStory {
  private static final String QUEUE =
      "query($filter: DutyFilter) { duties(filter: $filter) { nodes { mark kind case { number } } } }";
  @Autowired private TestSpreading spreading;

  /** How often the person was told of the kind; waits until at least so often. */
  private int told(String person, String kind, int atLeast) {
    int found = 0;
    for (int i = 0; i < 200; i++) {
      spreading.inDistrict(here.id());
      found = count(here, person, kind);
      if (found >= atLeast) {
        return found;
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    return found;
  }

  private int count(TestDistrict where, String person, String kind) {
    return signedIn(where, person)
        .data("{ inbox(first: 50) { nodes { kind count link title } } }")
        .at("/inbox/nodes")
        .valueStream()
        .filter(line -> line.get("kind").asString().equals(kind))
        .mapToInt(line -> line.get("count").asInt())
        .sum();
  }

  @Test
  void aUnitThatIsAskedToTakeAQuestionOverIsToldAndNobodyElse() {
    JsonNode one =
        ConsultationStory.call(
                clerk,
                "consultationOpen",
                Map.of("itemId", Ids.of("Item", item), "question", "外地户口能办吗"))
            .get("consultation");
    assertThat(count(here, "officer@civil", "consultation.toTake")).isZero();
    ConsultationStory.act(
        clerk,
        "consultationHandOver",
        one,
        "unitId",
        Ids.of("Unit", here.unit("civil")),
        "reason",
        "政策由部门解释");

    assertThat(told("officer@civil", "consultation.toTake", 1)).isEqualTo(1);
    assertThat(
            signedIn(here, "officer@civil")
                .data("{ inbox(first: 50) { nodes { link title } } }")
                .toString())
        .contains("/consultations/" + one.get("id").asString())
        .doesNotContain("外地户口");
    assertThat(count(here, "officer@transport", "consultation.toTake")).isZero();
    assertThat(count(here, "clerk@east", "consultation.toTake")).isZero();
  }

  private void later() {
    now.freeze(now.instant().plus(Duration.ofMinutes(1)));
  }

  @Test
  void aHandOverItsReturnTheDisputeAndTheRulingAreToldToWhomTheyConcern() {
    TestDistrict neighbour = districts.fresh();
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    JsonNode sent = act(clerk, "caseHandUp", file).get("case");
    assertThat(told("officer@civil", "case.toSign", 1)).isEqualTo(1);
    JsonNode back = act(officer, "caseReturn", sent, "reason", "缺户口簿").get("case");
    assertThat(told("clerk@east", "case.returned", 1)).isEqualTo(1);
    later();
    JsonNode again = act(clerk, "caseHandUp", read(clerk, back)).get("case");
    assertThat(told("officer@civil", "case.toSign", 2)).isEqualTo(2);
    JsonNode disputed = act(officer, "caseReturn", again, "reason", "照片不清").get("case");
    assertThat(told("supervisor", "case.disputed", 1)).isEqualTo(1);
    act(
        signedIn(here, "supervisor"),
        "caseRule",
        disputed,
        "ruling",
        "DEPARTMENT_HANDLES",
        "reason",
        "属民政职权");
    assertThat(told("clerk@east", "case.ruled", 1)).isEqualTo(1);
    assertThat(told("officer@civil", "case.ruled", 1)).isEqualTo(1);

    assertThat(count(here, "clerk@east", "case.returned")).isEqualTo(1);
    assertThat(count(here, "clerk@east", "case.toSign")).isZero();
    for (String kind : List.of("case.toSign", "case.returned", "case.disputed", "case.ruled")) {
      assertThat(count(here, "officer@transport", kind)).isZero();
      assertThat(count(here, "clerk@west", kind)).isZero();
      assertThat(count(neighbour, "officer@civil", kind)).isZero();
    }
    JsonNode line =
        officer.data("{ inbox(first: 50) { nodes { kind link } } }").at("/inbox/nodes/0");
    assertThat(line.get("link").asString()).isEqualTo("/cases/" + file.get("id").asString());
  }

  @Test
  void whoIsToldOfAHandOverIsNamedBeforehandAndAStrangerLearnsNothing() {
    String id = CaseStory.accept(clerk, input(item)).at("/case/id").asString();
    String preview =
        "query($id: ID!) { noticePreview(kind: \"case.toSign\", subjectId: $id) { readers { name } } }";
    assertThat(clerk.data(preview, "id", id).at("/noticePreview/readers")).isNotEmpty();
    Client stranger = signedIn(districts.fresh(), "clerk@east");
    assertThat(stranger.data(preview, "id", id).at("/noticePreview/readers")).isEmpty();
  }

  @Test
  void theDepartmentThatACaseIsPassedToHearsOfIt() {
    String transport = Ids.of("Unit", here.unit("transport"));
    act(officer, "casePassOn", signed(), "unitId", transport, "reason", "职权已划转");
    assertThat(told("officer@transport", "case.passedOn", 1)).isEqualTo(1);
    assertThat(count(here, "officer@civil", "case.passedOn")).isZero();
  }

  @Test
  void papersThatHaveComeAreToldToTheWindowAndMarkedInItsQueueUntilItLooks() {
    JsonNode received =
        clerk
            .data(
                "mutation($input: CaseReceiveInput!) { caseReceive(input: $input) { case { ...All } queryPassword } } "
                    + CaseStory.FIELDS,
                "input",
                input(item))
            .get("caseReceive");
    JsonNode asked = supplement(clerk, received.get("case"), null).get("case");
    citizenOf(here)
        .data(
            "mutation($input: CaseProgressSupplementInput!) { caseProgressSupplement(input: $input) { userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "number", received.at("/case/number").asString(),
                "password", received.get("queryPassword").asString(),
                "note", "照片已寄出"));

    assertThat(told("clerk@east", "case.supplementSent", 1)).isEqualTo(1);
    assertThat(count(here, "clerk@west", "case.supplementSent")).isZero();
    assertThat(marked(clerk, "ARRIVED")).containsExactly(received.at("/case/number").asString());
    assertThat(marked(clerk, "GREEN_CHANNEL")).isEmpty();
    act(clerk, "caseSupplementIn", read(clerk, asked));
    assertThat(marked(clerk, "ARRIVED")).isEmpty();
  }

  private List<String> marked(Client who, String mark) {
    return who.data(QUEUE, "filter", Map.of("mark", mark))
        .at("/duties/nodes")
        .findValuesAsString("number");
  }

  @Test
  void aRequestForTheGreenChannelWaitsForTheHeadAndIsMarkedOnceGranted() {
    allow("greenPercent", 50);
    JsonNode file = signed();
    JsonNode asked = act(officer, "caseGreenAsk", file, "reason", "重点项目").get("case");
    assertThat(told("head@civil", "case.greenAsked", 1)).isEqualTo(1);
    assertThat(count(here, "officer@civil", "case.greenAsked")).isZero();

    String list = "{ greenRequests(first: 10) { nodes { number } } }";
    Client head = signedIn(here, "head@civil");
    String number = file.get("number").asString();
    assertThat(head.data(list).findValuesAsString("number")).containsExactly(number);
    assertThat(officer.errorCode(list)).isEqualTo("FORBIDDEN");
    Client neighbour = signedIn(districts.fresh(), "leader");
    assertThat(neighbour.data(list).findValuesAsString("number")).isEmpty();

    act(head, "caseGreenAnswer", asked, "granted", true);
    assertThat(head.data(list).findValuesAsString("number")).isEmpty();
    assertThat(marked(officer, "GREEN_CHANNEL")).containsExactly(number);
  }

  @Test
  void belowTheDistrictAHeadOfTheAcceptingUnitOrALeaderIsAsked() {
    allow("greenPercent", 50);
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    act(clerk, "caseGreenAsk", file, "reason", "重点项目");
    assertThat(told("leader", "case.greenAsked", 1)).isEqualTo(1);
    assertThat(count(here, "head@civil", "case.greenAsked")).isZero();
  }

  @Test
  void aBrokenPromiseAndAResultAreToldToTheDepartmentThatSupervises() {
    assertThat(
            signedIn(here, "admin")
                .data(
                    "mutation($input: ItemHandlingSaveInput!) { itemHandlingSave(input: $input) { userErrors { code } } }",
                    "input",
                    Map.of(
                        "idempotencyKey", Client.key(),
                        "itemId", Ids.of("Item", item),
                        "expectedVersion", 0,
                        "checkDays", 30,
                        "overseerUnitId", Ids.of("Unit", here.unit("transport"))))
                .at("/itemHandlingSave/userErrors"))
        .isEmpty();
    Map<String, Object> promising = input(item);
    promising.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "PROMISED")));
    JsonNode file = CaseStory.accept(clerk, promising).get("case");
    JsonNode signed =
        act(officer, "caseSign", act(clerk, "caseHandUp", file).get("case")).get("case");
    JsonNode decided = act(officer, "caseDecide", signed, "outcome", "PASSED").get("case");
    assertThat(told("officer@transport", "case.toTakeOver", 1)).isEqualTo(1);
    act(officer, "caseCheck", decided, "kept", false, "findings", "现场无消防设施");
    assertThat(told("officer@transport", "case.promiseBroken", 1)).isEqualTo(1);
    assertThat(count(here, "officer@civil", "case.promiseBroken")).isZero();
  }

  @Test
  void theButtonsShownAreThoseThatMaySucceed() {
    JsonNode file = signed();
    String query = "query($id: ID!) { case(id: $id) { viewerActs viewerMayExtendBy } }";
    JsonNode seen = officer.data(query, "id", file.get("id").asString()).get("case");
    assertThat(words(seen.get("viewerActs")))
        .contains("SUPPLEMENT", "END", "PASS_ON")
        .doesNotContain("SUPPLEMENT_IN", "OWED_IN", "CHECK", "GREEN_ASK", "GREEN_ANSWER");
    assertThat(seen.get("viewerMayExtendBy").asInt()).isZero();
    Client head = signedIn(here, "head@civil");
    assertThat(
            head.data(query, "id", file.get("id").asString()).at("/case/viewerMayExtendBy").asInt())
        .isEqualTo(10);

    allow("greenPercent", 50);
    JsonNode later = officer.data(query, "id", file.get("id").asString()).get("case");
    assertThat(words(later.get("viewerActs"))).contains("GREEN_ASK");
    JsonNode asked = act(officer, "caseGreenAsk", file, "reason", "重点项目").get("case");
    assertThat(words(officer.data(query, "id", asked.get("id").asString()).at("/case/viewerActs")))
        .doesNotContain("GREEN_ASK", "GREEN_ANSWER");
    assertThat(words(head.data(query, "id", asked.get("id").asString()).at("/case/viewerActs")))
        .contains("GREEN_ANSWER");
    act(head, "caseExtend", asked, "by", 10, "reason", "须现场核实");
    assertThat(
            head.data(query, "id", file.get("id").asString()).at("/case/viewerMayExtendBy").asInt())
        .isZero();
  }

  private static List<String> words(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void whyAnApplicantWasLookedAtStaysOutOfTheSealAndIsToldToAuditorsOnly() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    String id = file.get("id").asString();
    clerk.data(
        "mutation($input: CaseApplicantRevealInput!) { caseApplicantReveal(input: $input) { applicant { name } userErrors { code } } }",
        "input",
        Map.of("idempotencyKey", Client.key(), "id", id, "reason", "李四来电核对王小明的地址"));
    assertThat(Audited.facts(districts, sql, here, "case.reveal_reason"))
        .singleElement()
        .asString()
        .contains("whyDigest")
        .doesNotContain("李四");
    String query = "query($id: ID!) { case(id: $id) { reveals { name reason } } }";
    JsonNode seen = signedIn(here, "auditor").data(query, "id", id).at("/case/reveals/0");
    assertThat(seen.get("reason").asString()).isEqualTo("李四来电核对王小明的地址");
    assertThat(seen.get("name").asString()).isNotEmpty();
    assertThat(clerk.data(query, "id", id).at("/case/reveals")).isEmpty();
    assertThat(signedIn(districts.fresh(), "auditor").data(query, "id", id).get("case").isNull())
        .isTrue();
  }
}
