package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Long lists of screens as files: the rows, order and words of the screen, and nobody else's. */
class ScreenListsApiTest extends ApiTestBase {
  private static final String START =
      "mutation($input: DataExportStartInput!) { dataExportStart(input: $input) { dataExport { id } userErrors { code field } } }";
  private static final String STATE = "query($id: ID!) { dataExport(id: $id) { status rows } }";
  private static final String LINK =
      "mutation($input: DataExportLinkInput!) { dataExportLink(input: $input) { link } }";
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  private TestDistrict here;
  private TestCases cases;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    cases = new TestCases(districts, scope, past);
    now.freeze(Instant.parse("2026-11-20T02:00:00Z"));
  }

  private void twoCases() {
    long first = items.licence(here, "=甲许可", here.unit("east"), here.unit("east"));
    long second = items.licence(here, "乙许可", here.unit("east"), here.unit("east"));
    cases.open(here, first, here.unit("east"), Instant.parse("2026-11-18T02:00:00Z"), false);
    cases.open(here, second, here.unit("east"), Instant.parse("2026-11-19T02:00:00Z"), false);
  }

  @Test
  void theQueueLeavesWithItsFiltersAndOrderAndTheApplicantMasked() {
    twoCases();
    Client clerk = signedIn(here, "clerk@east");
    String all = csv(clerk, "queue?format=CSV&columns=item,applicant,due");
    assertThat(all.lines()).hasSize(3);
    assertThat(all).contains("'=甲许可,王*明,2026-11-25").doesNotContain("王小明");
    assertThat(csv(clerk, "queue?format=CSV&columns=item&order=DUE_DESC").lines().skip(1))
        .containsExactly("乙许可", "'=甲许可");
    assertThat(csv(clerk, "queue?format=CSV&columns=item&filter.light=RED").lines()).hasSize(1);
    assertThat(clerk.download("/export/lists/queue?format=CSV&order=SIDEWAYS").statusCode())
        .isEqualTo(400);
    assertThat(csv(signedIn(here, "clerk@west"), "queue?format=CSV&filter.allUnits=true").lines())
        .hasSize(1);
    String theirs = "queue?format=CSV&filter.unitId=" + Ids.of("Unit", here.unit("east"));
    assertThat(csv(signedIn(districts.fresh(), "supervisor"), theirs).lines()).hasSize(1);
    assertThat(anonymous().download("/export/lists/queue?format=CSV").statusCode()).isEqualTo(401);
  }

  @Test
  void theJobWritesHeadingsAndWordsAsTheScreenHasThem() {
    twoCases();
    Client clerk = signedIn(here, "clerk@east");
    Map<String, Object> light = label("light", "Light", word("GREEN", "On time"));
    Map<String, Object> due = label("due", "=Due", word("3", "Wed"));
    String id =
        clerk
            .data(START, "input", wanted(List.of("light", "due"), List.of(light, due)))
            .at("/dataExportStart/dataExport/id")
            .asString();
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (clerk.data(STATE, "id", id).at("/dataExport/status").asString().equals("WAITING")
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(clerk.data(STATE, "id", id).at("/dataExport/rows").asInt()).isEqualTo(2);
    JsonNode link = clerk.data(LINK, "input", Map.of("idempotencyKey", Client.key(), "id", id));
    String file = text(clerk.download(link.at("/dataExportLink/link").asString()));
    assertThat(file.lines().toList())
        .containsExactly("\ufeffLight,'=Due", "On time,2026-11-25 Wed", "On time,2026-11-26");
  }

  @Test
  void aWordTooLongOrForAnotherColumnIsRefused() {
    Client clerk = signedIn(here, "clerk@east");
    for (Map<String, Object> label :
        List.of(
            label("secret", "Secret", word("a", "b")),
            label("light", " ", word("a", "b")),
            label("light", "Light", word("RED", "r".repeat(101))))) {
      assertThat(clerk.errorCode(START, "input", wanted(List.of("light"), List.of(label))))
          .isEqualTo("BAD_INPUT");
    }
  }

  @Test
  void accountsTrailAndDeliveriesLeaveOnlyForWhoMayReadThem() {
    Client admin = signedIn(here, "admin");
    assertThat(csv(admin, "account-list?format=CSV&columns=login,posts").lines())
        .hasSizeGreaterThan(5)
        .anyMatch(line -> line.contains("clerk@east") && line.contains("WINDOW_CLERK · "));
    assertThat(csv(admin, "account-list?format=CSV&columns=login&filter.role=LEADER").lines())
        .hasSize(2);
    String trail = csv(signedIn(here, "auditor"), "audit-trail?format=CSV&order=AT");
    assertThat(trail.lines().count()).isGreaterThan(2);
    assertThat(csv(admin, "delivery-log?format=CSV").lines()).hasSize(1);
    assertThat(csv(signedIn(here, "supervisor"), "alert-list?format=CSV").lines()).hasSize(1);
    Client clerk = signedIn(here, "clerk@east");
    for (String list : List.of("account-list", "audit-trail", "delivery-log")) {
      assertThat(clerk.download("/export/lists/" + list + "?format=CSV").statusCode())
          .as(list)
          .isEqualTo(403);
    }
    assertThat(csv(signedIn(districts.fresh(), "admin"), "account-list?format=CSV"))
        .doesNotContain(here.loginOf("clerk@east"));
  }

  @Test
  void listsOfScreensAreNotOfferedAmongTheKindsOfData() {
    String kinds = signedIn(here, "admin").data("{ exchangeKinds { name } }").toString();
    assertThat(kinds).contains("units").doesNotContain("audit-trail", "queue");
  }

  private static Map<String, Object> wanted(
      List<String> columns, List<Map<String, Object>> labels) {
    return Map.of(
        "idempotencyKey",
        Client.key(),
        "listing",
        "queue",
        "format",
        "CSV",
        "columns",
        columns,
        "labels",
        labels);
  }

  private static Map<String, Object> label(String column, String title, Map<String, String> word) {
    return Map.of("column", column, "title", title, "words", List.of(word));
  }

  private static Map<String, String> word(String code, String word) {
    return Map.of("code", code, "word", word);
  }

  private static String csv(Client who, String list) {
    return text(who.download("/export/lists/" + list));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
