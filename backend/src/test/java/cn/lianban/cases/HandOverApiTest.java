package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Role;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Work goes into other hands; one window serves several units. */
class HandOverApiTest extends PeopleStory {
  @Test
  void aClerkWithEightyOpenCasesIsDismissedOnlyWhenSomebodyTakesThem() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east"));
    person(here, "colleague@east", Role.WINDOW_CLERK, "east");
    Client clerk = signedIn(here, "clerk@east");
    for (int i = 0; i < 80; i++) {
      CaseStory.accept(clerk, CaseStory.input(item));
    }
    Client admin = signedIn(here, "admin");
    String id = Ids.of("Account", account(here, "clerk@east"));

    assertThat(held(admin, id)).isEqualTo(80);
    assertThat(code(dismiss(admin, id, null))).isEqualTo("OPEN_WORK");
    assertThat(code(dismiss(admin, id, Ids.of("Account", account(here, "clerk@west")))))
        .isEqualTo("NOT_IN_UNIT");
    long colleague = account(here, "colleague@east");
    JsonNode gone = dismiss(admin, id, Ids.of("Account", colleague));
    assertThat(gone.get("userErrors")).isEmpty();
    assertThat(gone.at("/account/posts")).isEmpty();
    assertThat(gone.at("/account/disabledAt").isNull()).isFalse();
    assertThat(clerk.errorCode(QUEUE)).isEqualTo("UNAUTHENTICATED");
    JsonNode taken =
        signedIn(here, "colleague@east")
            .data(QUEUE, "filter", Map.of("assigneeId", Ids.of("Account", colleague)));
    assertThat(taken.at("/duties/totalCount").asInt()).isEqualTo(80);
  }

  @Test
  void whoWorksInTwoUnitsLeavesEachUnitsWorkToSomebodyOfThatUnit() {
    TestDistrict here = districts.fresh();
    long civil = items.licence(here, "社会团体登记", here.unit("civil"), here.unit("civil"));
    long transport = items.licence(here, "道路运输许可", here.unit("transport"), here.unit("transport"));
    person(here, "window", Role.WINDOW_CLERK, "civil");
    person(here, "next@civil", Role.WINDOW_CLERK, "civil");
    person(here, "next@transport", Role.WINDOW_CLERK, "transport");
    long leaving = account(here, "window");
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  posts.assign(leaving, Role.WINDOW_CLERK, here.unit("transport"), null);
                  return true;
                }));
    Client window = signedIn(here, "window");
    CaseStory.accept(window, CaseStory.input(civil));
    CaseStory.accept(window, CaseStory.input(transport));
    Client admin = signedIn(here, "admin");
    String atCivil = Ids.of("Account", account(here, "next@civil"));
    String atTransport = Ids.of("Account", account(here, "next@transport"));

    assertThat(code(dismiss(admin, Ids.of("Account", leaving), atCivil))).isEqualTo("NOT_IN_UNIT");
    JsonNode crossed = leave(admin, leaving, here, atTransport, atCivil);
    assertThat(code(crossed)).isEqualTo("NOT_IN_UNIT");
    assertThat(crossed.at("/userErrors/0/field").asString()).isEqualTo("handOvers[0].toAccountId");
    assertThat(leave(admin, leaving, here, atCivil, atTransport).get("userErrors")).isEmpty();

    assertThat(held(admin, atCivil)).isEqualTo(1);
    assertThat(held(admin, atTransport)).isEqualTo(1);
  }

  private static JsonNode leave(
      Client admin, long who, TestDistrict here, String civil, String transport) {
    return admin
        .data(
            "mutation($input: AccountDismissInput!) { accountDismiss(input: $input) { userErrors { code field } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "id", Ids.of("Account", who),
                "expectedVersion", 0,
                "handOvers",
                    List.of(
                        Map.of("unitId", Ids.of("Unit", here.unit("civil")), "toAccountId", civil),
                        Map.of(
                            "unitId",
                            Ids.of("Unit", here.unit("transport")),
                            "toAccountId",
                            transport))))
        .get("accountDismiss");
  }

  @Test
  void aWholeUnitsQueueGoesToAnotherUnitWithItsCasesAndTheCountMustBeTheOneShown() {
    TestDistrict here = districts.fresh();
    JsonNode file = handedUp(here);
    Client officer = signedIn(here, "officer@civil");
    CaseStory.act(officer, "caseSign", CaseStory.read(officer, file));
    Client admin = signedIn(here, "admin");

    assertThat(code(move(admin, here, "civil", "transport", 7))).isEqualTo("COUNT_CHANGED");
    assertThat(code(move(admin, here, "civil", "east", 1))).isEqualTo("UNIT_ELSEWHERE");
    assertThat(code(move(signedIn(here, "head@civil"), here, "civil", "transport", 1)))
        .isEqualTo("UNIT_ELSEWHERE");
    JsonNode moved = move(admin, here, "civil", "transport", 1);
    assertThat(moved.at("/moved").asInt()).isEqualTo(1);
    Client other = signedIn(here, "officer@transport");
    JsonNode now = CaseStory.read(other, file);
    assertThat(now.at("/holderUnit/name").asString()).isEqualTo("区交通运输局");
    assertThat(now.get("viewerCanDecide").asBoolean()).isTrue();
    assertThat(CaseStory.read(officer, file).get("viewerCanDecide").asBoolean()).isFalse();
    assertThat(CaseStory.act(other, "caseDecide", now, "outcome", "PASSED").get("userErrors"))
        .isEmpty();
  }

  @Test
  void oneClerkAcceptsTheItemsOfSeveralUnitsEachUnderItsOwn() {
    TestDistrict here = districts.fresh();
    long civil = items.licence(here, "社会团体登记", here.unit("civil"), here.unit("civil"));
    long transport = items.licence(here, "道路运输许可", here.unit("transport"), here.unit("transport"));
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(
                              here.loginOf("window"), "综合窗口", TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, Role.WINDOW_CLERK, here.unit("civil"), null);
                  posts.assign(id, Role.WINDOW_CLERK, here.unit("transport"), null);
                  return id;
                }));
    Client window = signedIn(here, "window");

    assertThat(
            window
                .data("{ items(filter: {acceptableHere: true}) { nodes { name } } }")
                .at("/items/nodes"))
        .hasSize(2);
    JsonNode first = CaseStory.accept(window, CaseStory.input(civil));
    JsonNode second = CaseStory.accept(window, CaseStory.input(transport));
    assertThat(first.at("/case/acceptUnit/name").asString()).isEqualTo("区民政局");
    assertThat(second.at("/case/acceptUnit/name").asString()).isEqualTo("区交通运输局");
    assertThat(first.at("/case/viewerCanDecide").asBoolean()).isFalse();
    Map<String, Object> elsewhere = CaseStory.input(civil);
    elsewhere.put("unitId", Ids.of("Unit", here.unit("east")));
    assertThat(code(CaseStory.accept(window, elsewhere))).isEqualTo("NOT_FOUND");
    assertThat(window.data(QUEUE).at("/duties/totalCount").asInt()).isEqualTo(2);
  }
}
