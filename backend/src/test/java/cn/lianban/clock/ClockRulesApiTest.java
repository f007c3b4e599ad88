package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an administrator may set about his district's clocks. */
class ClockRulesApiTest extends ApiTestBase {
  private static final String RULES =
      "{ clockRules { yellowPerMille moveOffDays version viewerCanEdit shares { effectiveFrom perMille } } }";
  private static final String SET =
      """
      mutation($input: ClockRulesSetInput!) { clockRulesSet(input: $input) { movedDuties
        rules { yellowPerMille moveOffDays version } userErrors { code field } } }
      """;
  private static final Instant NOW = Instant.parse("2026-11-10T02:00:00Z"); // Tuesday
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired DutyQueries queries;
  @Autowired TenantScope scope;
  private TestDistrict here;
  private Client admin;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(NOW);
    admin = signedIn(here, "admin");
  }

  private JsonNode set(Client who, int version, boolean moveOffDays, Object... more) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("expectedVersion", version);
    input.put("moveOffDays", moveOffDays);
    for (int i = 0; i < more.length; i += 2) {
      input.put((String) more[i], more[i + 1]);
    }
    return who.data(SET, "input", input).get("clockRulesSet");
  }

  private long started(TestDistrict district, int n, BudgetUnit unit, Instant at) {
    StartDuty duty = Stories.duty(district, "civil", new Budget(n, unit), at);
    return districts.in(district.id(), () -> scope.write(() -> clocks.start(duty)));
  }

  private Duty read(TestDistrict district, long id) {
    return districts.in(district.id(), () -> duties.find(id).orElseThrow());
  }

  @Test
  void theSwitchMovesTheRunningClocksOfThisDistrictAndSaysWhy() {
    TestDistrict there = districts.fresh();
    long saturday = started(here, 4, BudgetUnit.CALENDAR_DAYS, NOW);
    long working = started(here, 4, BudgetUnit.WORKING_DAYS, NOW);
    long theirs = started(there, 4, BudgetUnit.CALENDAR_DAYS, NOW);
    assertThat(read(here, saturday).dueOn()).isEqualTo(LocalDate.of(2026, 11, 16));

    JsonNode done = set(admin, 0, false);

    assertThat(done.get("movedDuties").asInt()).isEqualTo(1);
    assertThat(done.at("/rules/moveOffDays").asBoolean()).isFalse();
    assertThat(read(here, saturday).dueOn()).isEqualTo(LocalDate.of(2026, 11, 14));
    assertThat(read(here, working).dueOn()).isEqualTo(LocalDate.of(2026, 11, 16));
    assertThat(read(there, theirs).dueOn()).isEqualTo(LocalDate.of(2026, 11, 16));
    ClockEvent moved =
        districts.in(
            here.id(), () -> queries.events(java.util.List.of(saturday)).get(saturday).getLast());
    assertThat(moved.kind()).isEqualTo(ClockEventKind.RECOMPUTED);
    assertThat(moved.cause()).contains("顺延");
    assertThat(set(admin, 1, true).get("movedDuties").asInt()).isEqualTo(1);
  }

  @Test
  void aShareHoldsForClocksThatStartOnItsDayAndLeavesTheOthersAlone() {
    long before = started(here, 10, BudgetUnit.WORKING_DAYS, NOW);
    Instant yellow = read(here, before).yellowAt();

    JsonNode done = set(admin, 0, true, "yellowPerMille", 500, "effectiveFrom", "2026-11-12");

    assertThat(done.get("movedDuties").asInt()).isZero();
    assertThat(done.at("/rules/yellowPerMille").asInt()).isEqualTo(900);
    assertThat(read(here, before).yellowAt()).isEqualTo(yellow);
    now.freeze(Instant.parse("2026-11-12T02:00:00Z"));
    JsonNode rules = signedIn(here, "clerk@east").data(RULES).get("clockRules");
    assertThat(rules.get("yellowPerMille").asInt()).isEqualTo(500);
    assertThat(rules.at("/shares/0/effectiveFrom").asString()).isEqualTo("2026-11-12");
    assertThat(rules.get("viewerCanEdit").asBoolean()).isFalse();
    long after = started(here, 10, BudgetUnit.WORKING_DAYS, now.instant());
    assertThat(read(here, after).yellowAt())
        .isEqualTo(LocalDate.of(2026, 11, 19).atStartOfDay(Fixture.SHANGHAI).toInstant());
  }

  @Test
  void whatIsOutOfRangeTooEarlyOrOfAnOldVersionIsRefused() {
    assertThat(set(admin, 0, true, "yellowPerMille", 1000).at("/userErrors/0/field").asString())
        .isEqualTo("yellowPerMille");
    JsonNode early = set(admin, 0, true, "yellowPerMille", 500, "effectiveFrom", "2026-11-10");
    assertThat(early.at("/userErrors/0/code").asString()).isEqualTo("TOO_EARLY");
    assertThat(early.at("/userErrors/0/field").asString()).isEqualTo("effectiveFrom");
    assertThat(set(admin, 0, false).at("/rules/version").asInt()).isEqualTo(1);
    assertThat(set(admin, 0, true).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void onlyTheDistrictsAdministratorSetsThemAndTheNeighbourKeepsHis() {
    Map<String, Object> input =
        Map.of("idempotencyKey", Client.key(), "expectedVersion", 0, "moveOffDays", false);
    for (String person : new String[] {"supervisor", "leader", "clerk@east", "admin@east"}) {
      assertThat(signedIn(here, person).errorCode(SET, "input", input)).isEqualTo("FORBIDDEN");
    }
    set(admin, 0, false);
    JsonNode theirs = signedIn(districts.fresh(), "admin").data(RULES).get("clockRules");
    assertThat(theirs.get("moveOffDays").asBoolean()).isTrue();
    assertThat(theirs.get("version").asInt()).isZero();
    assertThat(theirs.get("viewerCanEdit").asBoolean()).isTrue();
    assertThat(anonymous().errorCode(RULES)).isEqualTo("UNAUTHENTICATED");
  }
}
