package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Role;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People go away and are stood in for. */
class DeputyApiTest extends PeopleStory {
  @Test
  void theDeputySeesTheQueueAndDecidesAndTheAuditTellsForWhom() {
    TestDistrict here = districts.fresh();
    Client deputy = signedIn(here, "officer@transport");
    JsonNode file = handedUp(here);
    assertThat(deputy.data(QUEUE).at("/duties/totalCount").asInt()).isZero();
    assertThat(signs(deputy, file)).isFalse();

    JsonNode away =
        absent(signedIn(here, "admin"), here, "officer@civil", "officer@transport", 0, 2);

    assertThat(away.get("userErrors")).isEmpty();
    assertThat(signs(deputy, file)).isTrue();
    JsonNode signed = CaseStory.act(deputy, "caseSign", CaseStory.read(deputy, file));
    assertThat(signed.get("userErrors")).isEmpty();
    JsonNode queue = deputy.data(QUEUE).get("duties");
    assertThat(queue.at("/totalCount").asInt()).isEqualTo(1);
    assertThat(queue.at("/nodes/0/assignee/name").asString()).isEqualTo("测试员officer@civil");
    JsonNode facts =
        signedIn(here, "auditor")
            .data("{ auditEntries(filter: {action: \"case.sign\"}) { nodes { actor facts } } }");
    assertThat(facts.toString())
        .contains("for", "account:" + account(here, "officer@civil"))
        .contains("account:" + account(here, "officer@transport"));
  }

  @Test
  void aDeputysPowersEndWithTheAbsence() {
    TestDistrict here = districts.fresh();
    Client deputy = signedIn(here, "officer@transport");
    Client admin = signedIn(here, "admin");
    JsonNode file = handedUp(here);
    now.freeze(now.instant());
    Instant today = now.instant();
    JsonNode away = absent(admin, here, "officer@civil", "officer@transport", 0, 1);
    assertThat(signs(deputy, file)).isTrue();

    now.freeze(today.plusSeconds(2 * 86_400));
    assertThat(signs(deputy, file)).isFalse();
    now.freeze(today);
    JsonNode ended = end(admin, away.at("/absence/id").asString(), 0);
    assertThat(ended.at("/absence/endedEarly").asBoolean()).isTrue();
    assertThat(signs(deputy, file)).isFalse();
    assertThat(end(admin, away.at("/absence/id").asString(), 0).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void onesOwnLeaveIsWrittenDownWithADeputyOfTheSameUnitOnly() {
    TestDistrict here = districts.fresh();
    Client officer = signedIn(here, "officer@civil");

    assertThat(code(absent(officer, here, null, "officer@transport", 0, 3)))
        .isEqualTo("DEPUTY_ELSEWHERE");
    assertThat(absent(officer, here, null, "head@civil", 0, 3).get("userErrors")).isEmpty();
    assertThat(code(absent(officer, here, null, "head@civil", 2, 5))).isEqualTo("OVERLAP");
    assertThat(code(absent(signedIn(here, "head@civil"), here, null, null, 1, 1)))
        .isEqualTo("STANDS_IN");
    assertThat(code(absent(officer, here, "officer@transport", null, 0, 1))).isEqualTo("NOT_FOUND");
    assertThat(code(absent(signedIn(here, "admin@east"), here, "officer@civil", null, 10, 11)))
        .isEqualTo("NOT_FOUND");
    assertThat(code(absent(signedIn(here, "admin"), here, "clerk@east", "clerk@west", 0, 1)))
        .isEqualTo("DEPUTY_ELSEWHERE");
  }

  @Test
  void aNeighboursPeopleAreAnsweredAsNone() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    Client admin = signedIn(here, "admin");
    Map<String, Object> foreign = absence(there, "officer@civil", null, 0, 1);
    Map<String, Object> invented = absence(there, "officer@civil", null, 0, 1);
    invented.put("accountId", Ids.of("Account", 999_999_937));

    assertThat(record(admin, foreign)).isEqualTo(record(admin, invented));
    assertThat(code(record(admin, foreign))).isEqualTo("NOT_FOUND");
  }

  @Test
  void aPartnersSystemIsNobodyWhoCouldWork() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("west"));
    new TestCases(districts, scope, past).open(here, item, here.unit("west"), now.instant(), false);
    long system =
        districts.in(
            here.id(),
            () ->
                scope.write(
                    () -> {
                      Integer west = here.subDistricts().get("west");
                      long id = accounts.createForPartner("p-system", "市平台", west);
                      posts.assign(id, Role.WINDOW_CLERK, here.unit("west"), west);
                      return id;
                    }));
    Client admin = signedIn(here, "admin");
    Map<String, Object> byTheSystem = absence(here, "clerk@west", null, 0, 1);
    byTheSystem.put("deputyId", Ids.of("Account", system));

    assertThat(code(record(admin, byTheSystem))).isEqualTo("NOT_FOUND");
    assertThat(admin.data("{ people { name } }").toString())
        .contains("测试员clerk@west")
        .doesNotContain("市平台");
    absent(admin, here, "clerk@west", null, 0, 3);
    assertThat(admin.data(UNATTENDED).at("/unattendedUnits/0/unit/name").asString())
        .isEqualTo("城西街道便民服务中心");
  }

  @Test
  void aColleagueIsFoundByLettersOfTheNameOrTheBeginningOfTheLoginName() {
    TestDistrict here = districts.fresh();
    person(here, "ouyang.na", Role.DEPARTMENT_OFFICER, "civil");
    Client admin = signedIn(here, "admin");
    String people = "query($s: String, $u: ID) { people(search: $s, unitId: $u) { name } }";

    assertThat(admin.data(people, "s", "officer@").get("people")).hasSize(2);
    assertThat(admin.data(people, "s", "OUYANG").at("/people/0/name").asString())
        .isEqualTo("ouyang.na");
    assertThat(
            admin
                .data(people, "s", "ouyang", "u", Ids.of("Unit", here.unit("transport")))
                .get("people"))
        .isEmpty();
    assertThat(signedIn(districts.fresh(), "admin").data(people, "s", "ouyang").get("people"))
        .isEmpty();
  }

  @Test
  void aQueueThatNobodyWorksOnRaisesAnAlarm() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("west"));
    new TestCases(districts, scope, past).open(here, item, here.unit("west"), now.instant(), false);
    Client admin = signedIn(here, "admin");
    assertThat(admin.data(UNATTENDED).get("unattendedUnits")).isEmpty();

    JsonNode away = absent(admin, here, "clerk@west", null, 0, 3);
    JsonNode alarm = admin.data(UNATTENDED).get("unattendedUnits");
    assertThat(alarm).hasSize(1);
    assertThat(alarm.at("/0/reason").asString()).isEqualTo("ABSENT");
    assertThat(alarm.at("/0/openDuties").asInt()).isEqualTo(1);
    assertThat(
            signedIn(here, "supervisor")
                .data("{ board { unattendedUnits } }")
                .at("/board/unattendedUnits")
                .asInt())
        .isEqualTo(1);
    end(admin, away.at("/absence/id").asString(), 0);
    person(here, "second@west", Role.WINDOW_CLERK, "west");
    absent(admin, here, "clerk@west", "second@west", 0, 3);
    assertThat(admin.data(UNATTENDED).get("unattendedUnits")).isEmpty();
    assertThat(signedIn(here, "clerk@east").errorCode(UNATTENDED)).isEqualTo("FORBIDDEN");
  }
}
