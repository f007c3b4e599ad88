package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountsApiTest extends ApiTestBase {
  static final String LIST =
      """
      query($first: Int, $after: String, $search: String) {
        accounts(first: $first, after: $after, search: $search) {
          nodes { id loginName name version disabledAt mustChangePassword lastSignInAt }
          pageInfo { hasNextPage endCursor }
        }
      }""";
  static final String CHANGE =
      """
      mutation($input: Account%1$sInput!) {
        account%1$s(input: $input) { account { id version disabledAt } userErrors { code field } }
      }""";

  @Test
  void theDistrictsAdministratorSeesAllAccountsPageByPage() {
    TestDistrict here = districts.fresh();
    districts.fresh();
    Client admin = signedIn(here, "admin");
    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = admin.data(LIST, "first", 3, "after", after).get("accounts");
      page.get("nodes").forEach(node -> seen.add(node.get("loginName").asString()));
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").asString()
              : null;
    } while (after != null);

    assertThat(seen).hasSize(11).isSorted().allMatch(name -> name.endsWith(here.code()));
  }

  @Test
  void aSubDistrictsAdministratorSeesHisOwnPeopleOnly() {
    TestDistrict here = districts.fresh();

    JsonNode nodes = signedIn(here, "admin@east").data(LIST).at("/accounts/nodes");

    assertThat(nodes)
        .extracting(node -> node.get("loginName").asString())
        .containsExactly(here.loginOf("admin@east"), here.loginOf("clerk@east"));
  }

  @Test
  void everybodyElseIsRefused() {
    TestDistrict here = districts.fresh();

    for (String person : List.of("clerk@east", "head@civil", "supervisor", "leader", "auditor")) {
      assertThat(signedIn(here, person).errorCode(LIST)).as(person).isEqualTo("FORBIDDEN");
      assertThat(
              signedIn(here, person)
                  .errorCode(change("Disable"), "input", input("QWNjb3VudDox", 0)))
          .as(person)
          .isEqualTo("FORBIDDEN");
    }
    assertThat(anonymous().errorCode(LIST)).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void searchTakesTheBeginningOfALoginNameOrAWholePersonName() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");

    assertThat(admin.data(LIST, "search", "clerk@").at("/accounts/nodes")).hasSize(2);
    assertThat(admin.data(LIST, "search", "测试员leader").at("/accounts/nodes")).hasSize(1);
    assertThat(admin.data(LIST, "search", "测试员").at("/accounts/nodes")).isEmpty();
    assertThat(admin.data(LIST, "search", "%").at("/accounts/nodes")).isEmpty();
  }

  @Test
  void aPageOutsideTheLimitsIsBadInput() {
    Client admin = signedIn(districts.fresh(), "admin");

    assertThat(admin.errorCode(LIST, "first", 201)).isEqualTo("BAD_INPUT");
    assertThat(admin.errorCode(LIST, "after", "!")).isEqualTo("BAD_INPUT");
  }

  @Test
  void aDisabledAccountIsOutAtOnceAndComesBackWhenEnabled() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    Client clerk = signedIn(here, "clerk@east");
    JsonNode account = find(admin, here.loginOf("clerk@east"));
    String id = account.get("id").asString();

    JsonNode disabled = change(admin, "Disable", id, 0);
    assertThat(disabled.at("/account/disabledAt").isNull()).isFalse();
    assertThat(disabled.at("/account/version").asInt()).isEqualTo(1);
    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
    assertThat(
            stranger().trySignIn(here.loginOf("clerk@east"), TestDistricts.PASSWORD).statusCode())
        .isEqualTo(401);

    assertThat(change(admin, "Enable", id, 1).at("/account/disabledAt").isNull()).isTrue();
    assertThat(clerk.errorCode("{ units { name } }")).isEqualTo("UNAUTHENTICATED");
    signedIn(here, "clerk@east").data("{ units { name } }");
  }

  @Test
  void theSameRequestTwiceDisablesOnceAndAStaleVersionIsTold() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String id = find(admin, here.loginOf("leader")).get("id").asString();
    var input = input(id, 0);

    JsonNode first = admin.data(change("Disable"), "input", input).get("accountDisable");
    JsonNode again = admin.data(change("Disable"), "input", input).get("accountDisable");

    assertThat(again).isEqualTo(first);
    assertThat(code(change(admin, "Disable", id, 1))).isEqualTo("ALREADY_DISABLED");
    assertThat(code(change(admin, "Enable", id, 0))).isEqualTo("VERSION_CONFLICT");
    change(admin, "Enable", id, 1);
    assertThat(code(change(admin, "Enable", id, 2))).isEqualTo("NOT_DISABLED");
  }

  @Test
  void aNeighboursAccountIsAnsweredAsOneThatDoesNotExist() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    Client admin = signedIn(here, "admin");
    Client neighbour = signedIn(there, "admin");
    String id = find(admin, here.loginOf("clerk@east")).get("id").asString();

    for (String action : List.of("Disable", "Enable", "PasswordReset")) {
      JsonNode foreign = change(neighbour, action, id, 0);
      JsonNode invented =
          change(neighbour, action, cn.lianban.graphql.Ids.of("Account", 1L << 40), 0);
      assertThat(code(foreign)).as(action).isEqualTo("NOT_FOUND");
      assertThat(foreign).isEqualTo(invented);
      assertThat(change(neighbour, action, "no id", 0)).isEqualTo(invented);
    }
    assertThat(neighbour.data(LIST, "search", here.loginOf("clerk@east")).at("/accounts/nodes"))
        .isEmpty();
    assertThat(find(admin, here.loginOf("clerk@east")).get("version").asInt()).isZero();
  }

  @Test
  void aSubDistrictsAdministratorCannotTouchTheDistrictsAccounts() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    Client east = signedIn(here, "admin@east");

    for (String person : List.of("admin", "leader", "clerk@west", "officer@civil")) {
      String id = find(admin, here.loginOf(person)).get("id").asString();
      for (String action : List.of("Disable", "Enable", "PasswordReset")) {
        assertThat(code(change(east, action, id, 0))).as(person).isEqualTo("NOT_FOUND");
      }
    }
    String own = find(admin, here.loginOf("clerk@east")).get("id").asString();
    assertThat(change(east, "Disable", own, 0).get("userErrors")).isEmpty();
  }

  @Test
  void nobodyDisablesHimselfAndTheLastAdministratorStays() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String id = find(admin, here.loginOf("admin")).get("id").asString();

    assertThat(code(change(admin, "Disable", id, 0))).isEqualTo("LAST_ADMIN");
    secondAdministrator(here);
    assertThat(code(change(admin, "Disable", id, 0))).isEqualTo("SELF");
    assertThat(code(change(admin, "PasswordReset", id, 0))).isEqualTo("SELF");
  }

  @Test
  void twoAdministratorsWhoDisableEachOtherLeaveOne() {
    for (int round = 0; round < 5; round++) {
      TestDistrict here = districts.fresh();
      secondAdministrator(here);
      Client one = signedIn(here, "admin");
      Client two = signedIn(here, "second");
      String idOfOne = find(one, here.loginOf("admin")).get("id").asString();
      String idOfTwo = find(one, here.loginOf("second")).get("id").asString();
      List<JsonNode> answers =
          AtOneMoment.all(
              List.of(
                  () -> one.raw(change("Disable"), "input", input(idOfTwo, 0)),
                  () -> two.raw(change("Disable"), "input", input(idOfOne, 0))));

      assertThat(answers)
          .filteredOn(answer -> answer.at("/data/accountDisable/account/id").isString())
          .hasSize(1);
    }
  }

  private void secondAdministrator(TestDistrict here) {
    districts.person(here, "second", Role.DISTRICT_ADMIN);
  }

  static JsonNode find(Client admin, String login) {
    return admin.data(LIST, "search", login).at("/accounts/nodes/0");
  }

  static String change(String action) {
    return CHANGE.formatted(action);
  }

  static JsonNode change(Client who, String action, String id, int version) {
    return who.data(change(action), "input", input(id, version)).get("account" + action);
  }

  static java.util.Map<String, Object> input(String id, int version) {
    return java.util.Map.of("idempotencyKey", Client.key(), "id", id, "expectedVersion", version);
  }

  static String code(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }
}
