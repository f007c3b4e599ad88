package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.outbox.TestSpreading;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** One duty goes into a colleague's hands, and its clock does not notice. */
class DutyTransferApiTest extends PeopleStory {
  private static final String DUTY =
      "id version label dueOn consumed light viewerCanTransfer ownerUnit { name } assignee { name } events { kind cause by { name } from { name } to { name } }";
  private static final String TRANSFER =
      "mutation($input: DutyTransferInput!) { dutyTransfer(input: $input) { duty { "
          + DUTY
          + " } userErrors { code field } } }";
  private static final String READ = "query($id: ID!) { duty(id: $id) { " + DUTY + " } }";
  @Autowired private TestSpreading spreading;
  private TestDistrict here;
  private Client officer;
  private String duty;

  @BeforeEach
  void aCaseInTheOfficersHands() {
    here = districts.fresh();
    JsonNode file = handedUp(here);
    officer = signedIn(here, "officer@civil");
    CaseStory.act(officer, "caseSign", CaseStory.read(officer, file));
    person(here, "colleague@civil", Role.DEPARTMENT_OFFICER, "civil");
    duty = officer.data("{ duties { nodes { id } } }").at("/duties/nodes/0/id").asString();
  }

  private JsonNode read(Client who) {
    return who.data(READ, "id", duty).get("duty");
  }

  private Map<String, Object> to(String person) {
    return to(Ids.of("Account", account(here, person)), read(officer).get("version").asInt());
  }

  private Map<String, Object> to(String account, int version) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", duty);
    input.put("expectedVersion", version);
    input.put("toAccountId", account);
    return input;
  }

  private JsonNode transfer(Client who, Map<String, Object> input) {
    return who.data(TRANSFER, "input", input).get("dutyTransfer");
  }

  /** Titles of what the person was told of transfers, once there are so many. */
  private List<String> told(String person, int atLeast) {
    Client who = signedIn(here, person);
    List<String> titles = List.of();
    for (int i = 0; i < 200 && titles.size() < atLeast; i++) {
      spreading.inDistrict(here.id());
      titles =
          who.data("{ inbox(first: 50) { nodes { kind title link } } }")
              .at("/inbox/nodes")
              .valueStream()
              .filter(line -> line.get("kind").asString().equals("clock.transferred"))
              .map(line -> line.get("title").asString() + " " + line.get("link").asString())
              .toList();
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
    return titles;
  }

  @Test
  void theColleagueHasItInHandAndIsToldAndTheHistorySaysFromWhomAndByWhom() {
    JsonNode before = read(officer);
    assertThat(before.at("/assignee/name").asString()).isEqualTo("测试员officer@civil");
    assertThat(before.get("viewerCanTransfer").asBoolean()).isTrue();
    Map<String, Object> input = to("colleague@civil");
    input.put("note", " 我去参加培训 ");

    JsonNode after = transfer(officer, input).get("duty");

    assertThat(after.at("/assignee/name").asString()).isEqualTo("colleague@civil");
    for (String kept : new String[] {"dueOn", "consumed", "light", "ownerUnit"}) {
      assertThat(after.get(kept)).as(kept).isEqualTo(before.get(kept));
    }
    assertThat(after.get("version").asInt()).isEqualTo(before.get("version").asInt() + 1);
    assertThat(after.get("viewerCanTransfer").asBoolean()).isFalse();
    JsonNode event = after.get("events").get(after.get("events").size() - 1);
    assertThat(event.get("kind").asString()).isEqualTo("TRANSFERRED");
    assertThat(event.get("cause").asString()).isEqualTo("我去参加培训");
    assertThat(event.at("/by/name").asString()).isEqualTo("测试员officer@civil");
    assertThat(event.at("/from/name").asString()).isEqualTo("测试员officer@civil");
    assertThat(event.at("/to/name").asString()).isEqualTo("colleague@civil");
    assertThat(transfer(officer, input).get("duty")).as("the same request again").isEqualTo(after);
    assertThat(told("colleague@civil", 1))
        .singleElement()
        .asString()
        .startsWith("转给您承办：食品经营许可 /cases/");
    assertThat(told("head@civil", 0)).isEmpty();
    assertThat(
            signedIn(here, "auditor")
                .data("{ auditEntries(filter: {action: \"duty.transfer\"}) { nodes { facts } } }")
                .at("/auditEntries/nodes"))
        .hasSize(1);
  }

  @Test
  void whoHasItNoMoreGivesItToNobodyAndTheHeadTakesItAndHeIsToldWhoHadIt() {
    transfer(officer, to("colleague@civil"));
    assertThat(officer.errorCode(TRANSFER, "input", to("head@civil"))).isEqualTo("FORBIDDEN");
    Client head = signedIn(here, "head@civil");
    assertThat(read(head).get("viewerCanTransfer").asBoolean()).isTrue();

    JsonNode taken = transfer(head, to("head@civil")).get("duty");

    assertThat(taken.at("/assignee/name").asString()).isEqualTo("测试员head@civil");
    assertThat(told("colleague@civil", 2)).anyMatch(line -> line.startsWith("已转由他人承办"));
    assertThat(told("head@civil", 0)).isEmpty();
    move(signedIn(here, "admin"), here, "civil", "civil", 1); // back to the unit's pool
    assertThat(read(officer).get("assignee").isNull()).isTrue();
    assertThat(transfer(officer, to("officer@civil")).at("/duty/assignee/name").asString())
        .isEqualTo("测试员officer@civil");
  }

  @Test
  void itGoesToNobodyElsewhereDismissedOrAwayAndByNoStaleVersion() {
    person(here, "gone@civil", Role.DEPARTMENT_OFFICER, "civil");
    person(here, "away@civil", Role.DEPARTMENT_OFFICER, "civil");
    Client admin = signedIn(here, "admin");
    Map<String, Object> gone = to("gone@civil");
    dismiss(admin, gone.get("toAccountId").toString(), null);
    absent(admin, here, "away@civil", null, 0, 2);
    Map<String, Object> stale = to("colleague@civil");
    stale.put("expectedVersion", 999);
    Map<String, Object> long_ = to("colleague@civil");
    long_.put("note", "x".repeat(501));

    Map<String, Map<String, Object>> refused = new HashMap<>();
    refused.put("NOT_IN_UNIT toAccountId", to("officer@transport"));
    refused.put("NOT_FOUND toAccountId", gone);
    refused.put("AWAY toAccountId", to("away@civil"));
    refused.put("SAME_PERSON toAccountId", to("officer@civil"));
    refused.put("VERSION_CONFLICT null", stale);
    refused.put("TOO_LONG note", long_);
    refused.forEach(
        (words, input) -> {
          JsonNode error = transfer(officer, input).at("/userErrors/0");
          assertThat(error.get("code").asString() + " " + error.get("field").asString("null"))
              .isEqualTo(words);
        });
    assertThat(signedIn(here, "officer@transport").errorCode(TRANSFER, "input", to("head@civil")))
        .isEqualTo("FORBIDDEN");
    assertThat(signedIn(here, "supervisor").errorCode(TRANSFER, "input", to("head@civil")))
        .isEqualTo("FORBIDDEN");
    assertThat(read(officer).at("/assignee/name").asString()).isEqualTo("测试员officer@civil");
  }

  private static final String STORY =
      "query($id: ID!) { case(id: $id) { transfers { kind cause by { name } from { name } to { name } } } }";

  private JsonNode story(Client who) {
    String id = Ids.of("Case", caseId());
    return who.data(STORY, "id", id).get("case");
  }

  private long caseId() {
    return Ids.parse("Case", officer.data(CASE, "id", duty).at("/duty/case/id").asString());
  }

  private static final String CASE = "query($id: ID!) { duty(id: $id) { case { id } } }";

  @Test
  void theCaseTellsWhoGaveItToWhomAndWhyAlsoWithAWholeQueue() {
    Map<String, Object> input = to("colleague@civil");
    input.put("note", "我去参加培训");
    transfer(officer, input);
    move(signedIn(here, "admin"), here, "civil", "transport", 1);

    JsonNode told = story(signedIn(here, "officer@transport")).get("transfers");

    assertThat(told).hasSize(2);
    assertThat(told.at("/0/kind").asString()).isEqualTo("TRANSFERRED");
    assertThat(told.at("/0/from/name").asString()).isEqualTo("测试员officer@civil");
    assertThat(told.at("/0/to/name").asString()).isEqualTo("colleague@civil");
    assertThat(told.at("/0/cause").asString()).isEqualTo("我去参加培训");
    assertThat(told.at("/1/kind").asString()).isEqualTo("HELD_BY");
    assertThat(told.at("/1/by/name").asString()).isEqualTo("测试员admin");
    assertThat(told.at("/1/cause").asString()).startsWith("区交通运输局：");
    assertThat(story(signedIn(districts.fresh(), "head@civil")).isNull()).isTrue();
  }

  @Test
  void whoLeavesHandsHisDutiesToTheNextAndEachCaseTells() {
    long id = caseId();
    String leaving = Ids.of("Account", account(here, "officer@civil"));
    String next = Ids.of("Account", account(here, "colleague@civil"));

    assertThat(dismiss(signedIn(here, "admin"), leaving, next).get("userErrors")).isEmpty();

    JsonNode told =
        signedIn(here, "colleague@civil")
            .data(STORY, "id", Ids.of("Case", id))
            .at("/case/transfers");
    assertThat(told).hasSize(1);
    assertThat(told.at("/0/by/name").asString()).isEqualTo("测试员admin");
    assertThat(told.at("/0/from/name").asString()).isEqualTo("测试员officer@civil");
    assertThat(told.at("/0/to/name").asString()).isEqualTo("colleague@civil");
    assertThat(told.at("/0/cause").asString()).isEqualTo("结束任职，移交在办");
  }

  @Test
  void whatIsDecidedIsGivenToNobodyAnyMore() {
    Map<String, Object> input = to("colleague@civil");
    JsonNode file = CaseStory.read(officer, officer.data(CASE, "id", duty).at("/duty/case"));
    CaseStory.act(officer, "caseDecide", file, "outcome", "PASSED");
    assertThat(read(officer).get("viewerCanTransfer").asBoolean()).isFalse();

    assertThat(code(transfer(officer, input))).isEqualTo("CLOCK_CLOSED");
    assertThat(story(officer).get("transfers")).isEmpty();
  }

  @Test
  void aNeighboursDutyAndANeighboursColleagueAreNobodys() {
    TestDistrict there = districts.fresh();
    Client neighbour = signedIn(there, "head@civil");
    String stranger = Ids.of("Account", account(there, "officer@civil"));

    assertThat(code(transfer(neighbour, to(stranger, 1)))).isEqualTo("NOT_FOUND");
    Map<String, Object> outside = to(stranger, read(officer).get("version").asInt());
    assertThat(transfer(officer, outside).at("/userErrors/0/field").asString())
        .isEqualTo("toAccountId");
    assertThat(code(transfer(officer, outside))).isEqualTo("NOT_FOUND");
    assertThat(read(neighbour).isNull()).isTrue();
  }
}
