package cn.lianban.catalog;

import static cn.lianban.testing.TestVersions.content;
import static cn.lianban.testing.TestVersions.done;
import static cn.lianban.testing.TestVersions.open;
import static cn.lianban.testing.TestVersions.save;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who drafts when people hold several posts, or stand in. */
class DraftersApiTest extends ApiTestBase {
  private static final String OPEN =
      "mutation($input: ItemDraftOpenInput!) { itemDraftOpen(input: $input) { version { id } } }";
  @Autowired Accounts accounts;
  @Autowired Posts posts;
  @Autowired TenantScope scope;
  private TestDistrict here;
  private long item;

  @BeforeEach
  void anItemOfTheCivilAffairs() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
  }

  private Client person(String name, Role first, String firstUnit, Role second, String unit) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(
                              here.loginOf(name), name, TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, first, here.unit(firstUnit), null);
                  posts.assign(id, second, here.unit(unit), null);
                  return id;
                }));
    return signedIn(here, name);
  }

  private String refused(Client who) {
    return who.errorCode(
        OPEN, "input", Map.of("idempotencyKey", Client.key(), "itemId", Ids.of("Item", item)));
  }

  @Test
  void thePostInThatUnitCountsWhateverCameFirst() {
    Client both =
        person("two", Role.DEPARTMENT_OFFICER, "transport", Role.DEPARTMENT_OFFICER, "civil");
    Client window =
        person("window", Role.DEPARTMENT_OFFICER, "transport", Role.WINDOW_CLERK, "civil");

    assertThat(refused(window))
        .as("a window clerk there, an officer elsewhere")
        .isEqualTo("FORBIDDEN");
    JsonNode draft = done(open(both, item));
    assertThat(draft.get("viewerCanEdit").asBoolean()).isTrue();
    assertThat(done(save(both, draft, content("高龄津贴申领", 3))).at("/content/name").asString())
        .isEqualTo("高龄津贴申领");
  }

  @Test
  void aDeputyDraftsForTheAbsentOfficerAndTheAuditTellsForWhom() {
    Client deputy = signedIn(here, "officer@transport");
    assertThat(refused(deputy)).isEqualTo("FORBIDDEN");
    Client admin = signedIn(here, "admin");
    String absent = account(admin, "officer@civil");
    JsonNode away =
        admin
            .data(
                "mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { userErrors { code } } }",
                "input",
                Map.of(
                    "idempotencyKey", Client.key(),
                    "accountId", absent,
                    "deputyId", account(admin, "officer@transport"),
                    "kind", "LEAVE",
                    "from", now.today().toString(),
                    "to", now.today().plusDays(1).toString()))
            .get("absenceRecord");
    assertThat(away.get("userErrors")).isEmpty();

    done(open(deputy, item));

    assertThat(
            signedIn(here, "auditor")
                .data("{ auditEntries(filter: {action: \"item.draft\"}) { nodes { facts } } }")
                .toString())
        .contains("account:" + Ids.parse("Account", absent));
  }

  private String account(Client admin, String person) {
    return admin
        .data(
            "query($s: String) { accounts(search: $s) { nodes { id } } }",
            "s",
            here.loginOf(person))
        .at("/accounts/nodes/0/id")
        .asString();
  }
}
