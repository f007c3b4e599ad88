package cn.lianban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Names beside the trail's kinds and numbers: whose, and what can be opened. */
class TrailNamesApiTest extends ApiTestBase {
  private static final String ENTRIES =
      "{ auditEntries(filter: {action: \"test.named\"}, first: 50, orderBy: AT) { nodes { actor subject"
          + " by { kind name unit role absent } about { name id } } } }";
  @Autowired private AuditTrail trail;
  @Autowired private TenantScope scope;
  @Autowired private PastCases past;
  private TestDistrict here;
  private long item;
  private long caseId;

  @BeforeEach
  void aDistrictWithACase() {
    here = districts.fresh();
    item = items.licence(here, "测试许可", here.unit("east"), here.unit("east"));
    caseId =
        new TestCases(districts, scope, past)
            .open(here, item, here.unit("east"), Instant.parse("2026-11-18T02:00:00Z"), false);
  }

  private void write(String actor, String subject, Map<String, ?> facts) {
    scope.inDistrict(
        here.id(),
        Reach.ALL,
        actor,
        () -> {
          scope.write(() -> trail.record("test.named", subject, facts));
          return true;
        });
  }

  private long account(String person) {
    String id =
        signedIn(here, "admin")
            .data(
                "query($s: String) { accounts(search: $s) { nodes { id } } }",
                "s",
                here.loginOf(person))
            .at("/accounts/nodes/0/id")
            .asString();
    return Ids.parse("Account", id);
  }

  private JsonNode entries(String reader) {
    return signedIn(here, reader).data(ENTRIES).at("/auditEntries/nodes");
  }

  @Test
  void aPersonIsReadByNameAndUnitAndARecordByItsNumber() {
    long clerk = account("clerk@east");
    write("account:" + clerk, "case:" + caseId, Map.of("for", "account:" + account("head@civil")));
    write("account:" + account("leader"), "item:" + item, Map.of());
    write("account:" + clerk, "unit:" + here.unit("civil"), Map.of());

    JsonNode rows = entries("auditor");

    JsonNode first = rows.get(0);
    assertThat(first.at("/by/kind").asString()).isEqualTo("PERSON");
    assertThat(first.at("/by/name").asString()).isEqualTo("测试员clerk@east");
    assertThat(first.at("/by/unit").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(first.at("/by/absent").asString()).isEqualTo("测试员head@civil");
    assertThat(first.at("/about/id").asString()).isEqualTo(TestCases.id(caseId));
    assertThat(first.at("/about/name").asString()).hasSize(19);
    assertThat(rows.at("/1/by/unit").isNull()).isTrue();
    assertThat(rows.at("/1/by/role").asString()).isEqualTo("LEADER");
    assertThat(rows.at("/1/about/name").asString()).isEqualTo("测试许可");
    assertThat(rows.at("/2/about/name").asString()).isEqualTo("区民政局");
  }

  @Test
  void whoHasNoAccountIsReadByWhatHeCameWith() {
    write("token:case-" + caseId, "case:" + caseId, Map.of());
    write("token:0123456789abcdef", "rating:1", Map.of());
    write("job:exchange", "import:7", Map.of());
    write("operator:7", "district:" + here.id(), Map.of());
    write("nobody", "filing:3", Map.of());
    write("account:999999999", "thing", Map.of("for", "nothing"));

    JsonNode rows = entries("auditor");

    assertThat(rows.valueStream().map(row -> row.at("/by/kind").asString()).toList())
        .containsExactly("APPLICANT", "LINK", "SYSTEM", "OPERATOR", "VISITOR", "PERSON");
    assertThat(rows.at("/5/by/name").isNull()).isTrue();
    assertThat(rows.at("/5/by/absent").isNull()).isTrue();
    assertThat(rows.at("/5/about").isNull()).isTrue();
  }

  @Test
  void onlyAnAdministratorIsGivenTheWayToAPersonsPage() {
    long clerk = account("clerk@east");
    write("job:test", "account:" + clerk, Map.of());

    assertThat(entries("admin").at("/0/about/id").asString()).isEqualTo(Ids.of("Account", clerk));
    assertThat(entries("auditor").at("/0/about/name").asString()).isEqualTo("测试员clerk@east");
    assertThat(entries("auditor").at("/0/about/id").isNull()).isTrue();
  }

  @Test
  void aNeighboursPeopleAndRecordsHaveNoNameHere() {
    TestDistrict there = districts.fresh();
    long clerk = account("clerk@east");
    scope.inDistrict(
        there.id(),
        Reach.ALL,
        "account:" + clerk,
        () -> {
          scope.write(() -> trail.record("test.named", "case:" + caseId, Map.of()));
          return true;
        });

    JsonNode row = signedIn(there, "auditor").data(ENTRIES).at("/auditEntries/nodes/0");

    assertThat(row.get("actor").asString()).isEqualTo("account:" + clerk);
    assertThat(row.at("/by/name").isNull()).isTrue();
    assertThat(row.get("about").isNull()).isTrue();
  }

  @Test
  void aPageTakesTheSameNumberOfStatementsHoweverManyItNames() {
    List<String> people = List.of("clerk@east", "officer@civil", "admin");
    write("account:" + account(people.get(0)), "case:" + caseId, Map.of());
    Client auditor = signedIn(here, "auditor");
    auditor.data(ENTRIES);
    int one = Statements.during(sql, () -> auditor.data(ENTRIES));
    people.forEach(person -> write("account:" + account(person), "case:" + caseId, Map.of()));

    assertThat(Statements.during(sql, () -> auditor.data(ENTRIES))).isEqualTo(one);
  }

  @Test
  void theFileSaysTheSameWithoutTheScreensWordsItsCodes() {
    write("account:" + account("clerk@east"), "case:" + caseId, Map.of());

    String file =
        new String(
            signedIn(here, "auditor")
                .download(
                    "/export/lists/audit-trail?format=CSV&columns=actor,action,subject&filter.action=test.named")
                .body(),
            StandardCharsets.UTF_8);

    assertThat(file)
        .contains("测试员clerk@east · 城东街道便民服务中心 · account:")
        .contains(",test.named,")
        .containsPattern("\\d{19} · case:" + caseId);
  }
}
