package cn.lianban.supervision;

import static cn.lianban.db.outbox.Tables.MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A queue that nobody works on is told, not only shown. */
class UnattendedApiTest extends ApiTestBase {
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private UnattendedWatch watch;

  private List<String> told(TestDistrict district) {
    return districts.in(
        district.id(),
        () ->
            sql.select(MESSAGE.BODY)
                .from(MESSAGE)
                .where(MESSAGE.DISTRICT_ID.eq(district.id()))
                .and(MESSAGE.KIND.eq(UnattendedWatch.KIND))
                .orderBy(MESSAGE.ID)
                .fetch(MESSAGE.BODY));
  }

  private static JsonNode away(Client admin, String person, String from, String to) {
    String id =
        admin
            .data("query($s: String) { accounts(search: $s) { nodes { id } } }", "s", person)
            .at("/accounts/nodes/0/id")
            .asString();
    return admin
        .data(
            "mutation($input: AbsenceRecordInput!) { absenceRecord(input: $input) { absence { id } userErrors { code } } }",
            "input",
            Map.of(
                "idempotencyKey", Client.key(),
                "accountId", id,
                "kind", "LEAVE",
                "from", from,
                "to", to))
        .get("absenceRecord");
  }

  @Test
  void administratorAndSupervisorAreToldOnceUntilSomebodyIsThereAgain() {
    TestDistrict here = districts.fresh();
    TestDistrict neighbour = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("west"));
    new TestCases(districts, scope, past).open(here, item, here.unit("west"), now.instant(), false);
    Client admin = signedIn(here, "admin");
    watch.round(here.id());
    assertThat(told(here)).isEmpty();
    String today = now.today().toString();
    JsonNode away = away(admin, here.loginOf("clerk@west"), today, today);

    watch.round(here.id());
    watch.round(here.id());
    watch.round(neighbour.id());

    assertThat(told(here)).singleElement().asString().contains("城西街道便民服务中心", "1 件在办");
    assertThat(told(neighbour)).isEmpty();
    admin.data(
        "mutation($input: AbsenceEndInput!) { absenceEnd(input: $input) { userErrors { code } } }",
        "input",
        Map.of(
            "idempotencyKey", Client.key(),
            "id", away.at("/absence/id").asString(),
            "expectedVersion", 0));
    watch.round(here.id());
    assertThat(told(here)).hasSize(1);
    away(admin, here.loginOf("clerk@west"), today, today);
    watch.round(here.id());
    assertThat(told(here)).as("another time").hasSize(2);
  }
}
