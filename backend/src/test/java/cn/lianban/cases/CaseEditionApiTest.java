package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.accept;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A case stays on the version of the item it was accepted under. */
class CaseEditionApiTest extends ApiTestBase {
  private TestDistrict here;
  private long item;
  private Client clerk;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
  }

  @Test
  void anAcceptedCaseKeepsItsVersionItsLimitAndItsMaterials() {
    JsonNode before = accept(clerk, input(item)).get("case");
    String due = before.at("/duty/dueOn").asString();
    publish(20, now.today());

    JsonNode file = read(before);
    assertThat(file.get("itemEdition").asInt()).isEqualTo(1);
    assertThat(file.at("/duty/dueOn").asString()).isEqualTo(due);
    JsonNode after = accept(clerk, input(item)).get("case");
    assertThat(read(after).get("itemEdition").asInt()).isEqualTo(2);
    assertThat(after.at("/duty/dueOn").asString()).isGreaterThan(due);
  }

  @Test
  void theWindowKnowsAVersionOnItsDayBeforeTheListsAreTold() {
    LocalDate day = now.today().plusDays(10);
    publish(20, day);
    now.freeze(day.atTime(9, 0).atZone(cn.lianban.tenancy.Now.CHINA).toInstant());

    JsonNode file = accept(clerk, input(item)).get("case");

    assertThat(read(file).get("itemEdition").asInt()).isEqualTo(2);
  }

  @Test
  void theVersionInForceCostsTheWindowNoStatement() {
    accept(clerk, input(item));
    int first = Statements.during(sql, "catalog", () -> accept(clerk, input(item)));
    publish(20, now.today());

    assertThat(Statements.during(sql, "catalog", () -> accept(clerk, input(item))))
        .isEqualTo(first);
  }

  @Test
  void aCancelledItemIsRefusedAndTheRefusalNamesTheDocument() {
    Client admin = signedIn(here, "admin");
    cancel(admin, now.today().plusDays(1));
    assertThat(accept(clerk, input(item)).get("userErrors")).isEmpty();
    JsonNode cancelled = cancel(admin, now.today());
    assertThat(cancelled.get("userErrors")).isEmpty();

    JsonNode refused = refusedAccept();

    assertThat(refused.get("code").asString()).isEqualTo("ITEM_CANCELLED");
    assertThat(refused.get("message").asString()).contains("川府发〔2026〕1号", now.today().toString());
  }

  @Test
  void onlyTheAdministratorCancelsAndTheNeighbourFindsNothing() {
    assertThat(
            signedIn(here, "officer@civil")
                .errorCode(
                    "mutation($input: ItemCancelInput!) { itemCancel(input: $input) { userErrors { code } } }",
                    "input",
                    cancelInput(now.today(), 0)))
        .isEqualTo("FORBIDDEN");
    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(
            neighbour
                .data(
                    "mutation($input: ItemCancelInput!) { itemCancel(input: $input) { userErrors { code } } }",
                    "input",
                    cancelInput(now.today(), 0))
                .at("/itemCancel/userErrors/0/code")
                .asString())
        .isEqualTo("NOT_FOUND");
  }

  private JsonNode refusedAccept() {
    return clerk
        .data(
            "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { userErrors { code message } } }",
            "input",
            input(item))
        .at("/caseAccept/userErrors/0");
  }

  private JsonNode cancel(Client admin, LocalDate on) {
    int version =
        admin
            .data("query($id: ID!) { item(id: $id) { version } }", "id", Ids.of("Item", item))
            .at("/item/version")
            .asInt();
    return admin
        .data(
            "mutation($input: ItemCancelInput!) { itemCancel(input: $input) { item { cancelledOn } userErrors { code } } }",
            "input",
            cancelInput(on, version))
        .get("itemCancel");
  }

  private Map<String, Object> cancelInput(LocalDate on, int version) {
    return Map.of(
        "idempotencyKey", Client.key(),
        "id", Ids.of("Item", item),
        "expectedVersion", version,
        "on", on.toString(),
        "documentNo", "川府发〔2026〕1号");
  }

  private void publish(int promised, LocalDate on) {
    TestVersions.publish(
        signedIn(here, "officer@civil"),
        signedIn(here, "legal"),
        signedIn(here, "admin"),
        item,
        promised,
        on,
        List.of("申请书", "身份证明"));
  }

  private JsonNode read(JsonNode file) {
    return clerk
        .data(
            "query($id: ID!) { case(id: $id) { itemEdition duty { dueOn } } }",
            "id",
            file.get("id").asString())
        .get("case");
  }
}
