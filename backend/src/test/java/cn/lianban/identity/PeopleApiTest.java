package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Opening accounts, giving posts and ending them. */
class PeopleApiTest extends ApiTestBase {
  private static final String CREATE =
      """
      mutation($input: AccountCreateInput!) {
        accountCreate(input: $input) {
          account { id loginName name mobile version mustChangePassword subDistrict { name } posts { id role unit { name } startedOn } }
          firstPassword userErrors { code field }
        }
      }""";
  private static final String POST =
      """
      mutation($input: AccountPost%1$sInput!) {
        accountPost%1$s(input: $input) { account { id version posts { id role unit { name } } } userErrors { code field } }
      }""";
  private static final String LIST =
      """
      query($filter: AccountFilter, $first: Int, $after: String) {
        accounts(filter: $filter, first: $first, after: $after) { nodes { loginName } pageInfo { hasNextPage endCursor } }
      }""";

  @Test
  void anAccountIsOpenedWithItsFirstPostAndItsFirstPasswordOpensOnlyTheChange() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");

    JsonNode made = create(admin, person(here, "Wang.Fang"), "civil", "DEPARTMENT_OFFICER", here);

    assertThat(made.get("userErrors")).isEmpty();
    assertThat(made.at("/account/loginName").asString()).isEqualTo("wang.fang." + here.code());
    assertThat(made.at("/account/mobile").asString()).isEqualTo("13800138000");
    assertThat(made.at("/account/mustChangePassword").asBoolean()).isTrue();
    assertThat(made.at("/account/posts/0/role").asString()).isEqualTo("DEPARTMENT_OFFICER");
    assertThat(made.at("/account/posts/0/unit/name").asString()).isEqualTo("区民政局");
    Client fang = anonymous();
    fang.signIn("wang.fang." + here.code(), made.get("firstPassword").asString());
    assertThat(fang.errorCode("{ units { name } }")).isEqualTo("MUST_CHANGE_PASSWORD");
  }

  @Test
  void theSameRequestAgainMakesNoSecondAccountAndVoidsTheFirstPassword() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    Map<String, Object> input = input(person(here, "twice"), "WINDOW_CLERK", here.unit("east"));

    JsonNode first = admin.data(CREATE, "input", input).get("accountCreate");
    JsonNode again = admin.data(CREATE, "input", input).get("accountCreate");

    assertThat(again.at("/account/id")).isEqualTo(first.at("/account/id"));
    assertThat(stranger().trySignIn("twice." + here.code(), password(first)).statusCode())
        .isEqualTo(401);
    anonymous().signIn("twice." + here.code(), password(again));
    JsonNode other = create(admin, person(here, "twice"), "east", "WINDOW_CLERK", here);
    assertThat(code(other)).isEqualTo("LOGIN_TAKEN");
  }

  @Test
  void aPersonInTwoDistrictsHasTwoAccountsAndTheTakenNameTellsNothingElse() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    create(signedIn(here, "admin"), person(here, "both"), "civil", "DEPARTMENT_OFFICER", here);

    Client neighbour = signedIn(there, "admin");
    JsonNode same = create(neighbour, person(here, "both"), "civil", "DEPARTMENT_OFFICER", there);
    assertThat(same.get("account").isNull()).isTrue();
    assertThat(code(same)).isEqualTo("LOGIN_TAKEN");
    JsonNode own = create(neighbour, person(there, "both"), "civil", "DEPARTMENT_OFFICER", there);
    assertThat(own.get("userErrors")).isEmpty();
  }

  @Test
  void aSubDistrictsAdministratorOpensAccountsInHisOwnOnly() {
    TestDistrict here = districts.fresh();
    Client east = signedIn(here, "admin@east");

    assertThat(create(east, person(here, "neu"), "east", "WINDOW_CLERK", here).get("userErrors"))
        .isEmpty();
    assertThat(code(create(east, person(here, "a1"), "west", "WINDOW_CLERK", here)))
        .isEqualTo("OUTSIDE_CHARGE");
    assertThat(code(create(east, person(here, "a2"), "civil", "DEPARTMENT_HEAD", here)))
        .isEqualTo("OUTSIDE_CHARGE");
    Map<String, Object> leader = input(person(here, "a3"), "LEADER", null);
    assertThat(code(east.data(CREATE, "input", leader).get("accountCreate")))
        .isEqualTo("OUTSIDE_CHARGE");
    assertThat(signedIn(here, "head@civil").errorCode(CREATE, "input", leader))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void unitsOfANeighbourAreAnsweredAsNone() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    Client admin = signedIn(here, "admin");

    Map<String, Object> foreign =
        input(person(here, "x1"), "DEPARTMENT_OFFICER", there.unit("civil"));
    Map<String, Object> invented = input(person(here, "x1"), "DEPARTMENT_OFFICER", 999_999_937);
    assertThat(admin.data(CREATE, "input", foreign))
        .isEqualTo(admin.data(CREATE, "input", invented));
    assertThat(code(admin.data(CREATE, "input", foreign).get("accountCreate")))
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void severalPostsAreGivenAndEndedEachOnce() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    JsonNode account = AccountsApiTest.find(admin, here.loginOf("officer@civil"));
    String id = account.get("id").asString();

    JsonNode two = add(admin, id, 0, "DEPARTMENT_OFFICER", here.unit("transport"));
    assertThat(two.at("/account/posts")).hasSize(2);
    assertThat(code(add(admin, id, 1, "DEPARTMENT_OFFICER", here.unit("transport"))))
        .isEqualTo("ALREADY_HELD");
    assertThat(code(add(admin, id, 0, "DEPARTMENT_HEAD", here.unit("transport"))))
        .isEqualTo("VERSION_CONFLICT");
    assertThat(code(add(admin, id, 1, "WINDOW_CLERK", here.unit("east"))))
        .isEqualTo("POST_ELSEWHERE");
    String post = two.at("/account/posts/1/id").asString();
    assertThat(end(admin, id, 1, post).at("/account/posts")).hasSize(1);
    assertThat(code(end(admin, id, 2, post))).isEqualTo("NOT_FOUND");
  }

  @Test
  void theLastAdministratorKeepsHisPostAndNobodyEndsHisOwn() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String id = AccountsApiTest.find(admin, here.loginOf("admin")).get("id").asString();
    String post = postsOf(admin, id).at("/0/id").asString();

    assertThat(code(end(admin, id, 0, post))).isEqualTo("LAST_ADMIN");
    districts.person(here, "second", Role.DISTRICT_ADMIN);
    assertThat(code(end(admin, id, 0, post))).isEqualTo("SELF");
    assertThat(end(signedIn(here, "second"), id, 0, post).get("userErrors")).isEmpty();
    assertThat(admin.errorCode(LIST)).isEqualTo("FORBIDDEN");
  }

  @Test
  void whoAuditsDoesNotKeepAccounts() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String auditor = AccountsApiTest.find(admin, here.loginOf("auditor")).get("id").asString();

    assertThat(code(add(admin, auditor, 0, "DISTRICT_ADMIN", null))).isEqualTo("ROLES_APART");
  }

  @Test
  void theListIsFilteredByUnitRoleAndState() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    create(admin, person(here, "fresh"), "civil", "DEPARTMENT_OFFICER", here);

    assertThat(logins(admin, Map.of("unitId", unit(here, "civil"))))
        .containsExactly(
            "fresh." + here.code(), here.loginOf("head@civil"), here.loginOf("officer@civil"));
    assertThat(logins(admin, Map.of("unitId", unit(here, "civil"), "role", "DEPARTMENT_HEAD")))
        .containsExactly(here.loginOf("head@civil"));
    assertThat(logins(admin, Map.of("role", "WINDOW_CLERK"))).hasSize(2);
    assertThat(logins(admin, Map.of("state", "FIRST_PASSWORD")))
        .containsExactly("fresh." + here.code());
    assertThat(logins(admin, Map.of("state", "DISABLED"))).isEmpty();
  }

  @Test
  void aRefusedSignInIsInTheAuditTrailOfTheDistrict() {
    TestDistrict here = districts.fresh();
    stranger().trySignIn(here.loginOf("leader"), "Not-the-right-one-1");
    Client auditor = signedIn(here, "auditor");

    JsonNode entries =
        auditor.data(
            "{ auditEntries(filter: {action: \"account.sign-in-refused\"}, first: 5) { nodes { actor subject facts } } }");
    assertThat(entries.at("/auditEntries/nodes")).hasSize(1);
    assertThat(entries.toString()).contains("password").doesNotContain("Not-the-right");
  }

  private static List<String> logins(Client admin, Map<String, Object> filter) {
    JsonNode nodes = admin.data(LIST, "filter", filter).at("/accounts/nodes");
    return nodes.valueStream().map(n -> n.get("loginName").asString()).toList();
  }

  private static JsonNode postsOf(Client admin, String id) {
    return admin
        .data("query($id: ID!) { account(id: $id) { posts { id } } }", "id", id)
        .at("/account/posts");
  }

  private static JsonNode add(Client admin, String id, int version, String role, Integer unit) {
    Map<String, Object> input = new HashMap<>(AccountsApiTest.input(id, version));
    input.put("role", role);
    input.put("unitId", unit == null ? null : Ids.of("Unit", unit));
    return admin.data(POST.formatted("Add"), "input", input).get("accountPostAdd");
  }

  private static JsonNode end(Client admin, String id, int version, String post) {
    Map<String, Object> input = new HashMap<>(AccountsApiTest.input(id, version));
    input.put("postId", post);
    return admin.data(POST.formatted("End"), "input", input).get("accountPostEnd");
  }

  private static String unit(TestDistrict here, String name) {
    return Ids.of("Unit", here.unit(name));
  }

  private static String person(TestDistrict here, String name) {
    return name + "." + here.code();
  }

  private static JsonNode create(
      Client admin, String login, String unit, String role, TestDistrict here) {
    return admin.data(CREATE, "input", input(login, role, here.unit(unit))).get("accountCreate");
  }

  private static Map<String, Object> input(String login, String role, Integer unit) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("loginName", login);
    input.put("name", "王芳");
    input.put("mobile", "13800138000");
    input.put("role", role);
    input.put("unitId", unit == null ? null : Ids.of("Unit", unit));
    return input;
  }

  private static String password(JsonNode made) {
    return made.get("firstPassword").asString();
  }

  private static String code(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }
}
