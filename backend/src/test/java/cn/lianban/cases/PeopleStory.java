package cn.lianban.cases;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the stories about people at work have in common. */
abstract class PeopleStory extends ApiTestBase {
  static final String QUEUE =
      "query($filter: DutyFilter) { duties(filter: $filter) { totalCount nodes { label ownerUnit { name } assignee { name } } } }";
  static final String UNATTENDED = "{ unattendedUnits { unit { name } openDuties reason } }";

  @Autowired Accounts accounts;
  @Autowired Posts posts;
  @Autowired TenantScope scope;
  @Autowired PastCases past;

  JsonNode handedUp(TestDistrict here) {
    long item = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east"));
    Client clerk = signedIn(here, "clerk@east");
    JsonNode file = CaseStory.accept(clerk, CaseStory.input(item)).get("case");
    return CaseStory.act(clerk, "caseHandUp", file).get("case");
  }

  static boolean signs(Client who, JsonNode file) {
    return CaseStory.read(who, file).get("viewerCanSign").asBoolean();
  }

  void person(TestDistrict here, String name, Role role, String unit) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  Integer place = here.subDistricts().get(unit);
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(
                              here.loginOf(name), name, TestDistricts.PASSWORD, place),
                          false);
                  posts.assign(id, role, here.unit(unit), place);
                  return id;
                }));
  }

  long account(TestDistrict here, String person) {
    JsonNode found =
        signedIn(here, "admin")
            .data(
                "query($s: String) { accounts(search: $s) { nodes { id } } }",
                "s",
                here.loginOf(person));
    return Ids.parse("Account", found.at("/accounts/nodes/0/id").asString());
  }

  Map<String, Object> absence(
      TestDistrict here, String person, String deputy, int fromDay, int toDay) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("accountId", person == null ? null : Ids.of("Account", account(here, person)));
    input.put("deputyId", deputy == null ? null : Ids.of("Account", account(here, deputy)));
    input.put("kind", "LEAVE");
    input.put("from", now.today().plusDays(fromDay).toString());
    input.put("to", now.today().plusDays(toDay).toString());
    return input;
  }

  JsonNode absent(
      Client who, TestDistrict here, String person, String deputy, int fromDay, int toDay) {
    return record(who, absence(here, person, deputy, fromDay, toDay));
  }

  static JsonNode record(Client who, Map<String, Object> input) {
    return who.data(
            "mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { absence { id from to deputy { name } } userErrors { code field } } }",
            "input",
            input)
        .get("absenceRecord");
  }

  static JsonNode end(Client who, String id, int version) {
    return who.data(
            "mutation($input: AbsenceEndInput!) { absenceEnd(input: $input) { absence { endedEarly } userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "id", id, "expectedVersion", version))
        .get("absenceEnd");
  }

  static JsonNode dismiss(Client who, String id, String successor) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("id", id);
    input.put("expectedVersion", 0);
    input.put("handOverToId", successor);
    return who.data(
            "mutation($input: AccountDismissInput!) { accountDismiss(input: $input) { account { disabledAt posts { role } } userErrors { code } } }",
            "input",
            input)
        .get("accountDismiss");
  }

  static JsonNode move(Client who, TestDistrict here, String from, String to, int count) {
    return who.data(
            "mutation($input: WorkHandOverInput!) { workHandOver(input: $input) { moved userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "fromUnitId", Ids.of("Unit", here.unit(from)),
                "toUnitId", Ids.of("Unit", here.unit(to)),
                "expectedCount", count,
                "reason", "职能划转"))
        .get("workHandOver");
  }

  static int held(Client who, String account) {
    return who.data("query($id: ID) { heldWork(accountId: $id) }", "id", account)
        .get("heldWork")
        .asInt();
  }

  static String code(JsonNode payload) {
    return payload.at("/userErrors/0/code").asString();
  }
}
