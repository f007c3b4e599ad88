package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.LOOK;
import static cn.lianban.db.supervision.Tables.SWEEP;
import static cn.lianban.supervision.AlertStory.alerts;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.CaseOutcome;
import cn.lianban.cases.PastCases;
import cn.lianban.clock.TestRungs;
import cn.lianban.graphql.Ids;
import cn.lianban.outbox.TestSpreading;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district with an accepted case, and the people who raise, answer and judge alerts. */
abstract class AlertDistrict extends ApiTestBase {
  static final String SAVE =
      "mutation($input: AlertRuleSaveInput!) { alertRuleSave(input: $input) { rule { no enabled limits { name value } } userErrors { code field } } }";
  @Autowired protected Looks looks;
  @Autowired protected TestRungs rungs;
  @Autowired protected TestSpreading spreading;
  @Autowired protected PastCases past;
  @Autowired protected TenantScope scope;
  protected TestDistrict here;
  protected Client clerk;
  protected Client officer;
  protected Client supervisor;
  protected JsonNode file;

  @BeforeEach
  void aDistrictWithACase() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-20T02:00:00Z")); // Friday
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
    supervisor = signedIn(here, "supervisor");
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    file = accept(item);
  }

  /** All that waits by now has been looked at afterwards, by the job if it was there before. */
  void look() {
    Instant patience = Instant.now().plusSeconds(20);
    do {
      looks.inDistrict(here.id());
    } while (heldByTheJob() && Instant.now().isBefore(patience));
  }

  /** What the job has in hand is passed by, and seen until its transaction has ended. */
  private boolean heldByTheJob() {
    return districts.in(
        here.id(),
        () ->
            sql.fetchExists(SWEEP, SWEEP.DISTRICT_ID.eq(here.id()))
                || sql.fetchExists(
                    LOOK, LOOK.DISTRICT_ID.eq(here.id()), LOOK.LOOK_AT.le(now.instant())));
  }

  static long caseId(JsonNode file) {
    return Ids.parse("Case", file.get("id").asString());
  }

  JsonNode raised() {
    assertThat(save(0, "seconds", 60).get("userErrors")).isEmpty();
    decideWithinAMinute();
    look();
    return alerts(supervisor).at("/nodes/0");
  }

  JsonNode save(int expected, String limit, int value) {
    return supervisor.data(SAVE, "input", rule(expected, limit, value)).get("alertRuleSave");
  }

  static Map<String, Object> rule(int expected, String limit, int value) {
    return Map.of(
        "idempotencyKey",
        Client.key(),
        "code",
        "ACCEPT_AND_CLOSE",
        "expectedNo",
        expected,
        "enabled",
        true,
        "answerDays",
        3,
        "limits",
        List.of(Map.of("name", limit, "value", value)));
  }

  void decideWithinAMinute() {
    long id = Ids.parse("Case", file.get("id").asString());
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  past.handUp(id, now.instant());
                  past.sign(id, now.instant());
                  past.decide(id, CaseOutcome.PASSED, null, null, now.instant().plusSeconds(30));
                  return id;
                }));
  }

  JsonNode accept(long item) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("itemId", Ids.of("Item", item));
    input.put(
        "applicant",
        Map.of(
            "kind", "PERSON",
            "name", "王小明",
            "idKind", "IDENTITY_CARD",
            "idNumber", "11010519491231002X"));
    input.put(
        "materials",
        List.of(Map.of("seq", 1, "state", "ORIGINAL_SEEN"), Map.of("seq", 2, "state", "COPY")));
    return clerk
        .data(
            "mutation($input: CaseAcceptInput!) { caseAccept(input: $input) { case { id version } userErrors { code } } }",
            "input",
            input)
        .at("/caseAccept/case");
  }
}
