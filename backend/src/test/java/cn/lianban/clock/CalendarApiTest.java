package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class CalendarApiTest extends ApiTestBase {
  private static final String YEAR =
      """
      query year($year: Int!) { calendar(year: $year) { year published notice workingDays viewerCanEdit
        days { day off name byLaw local paper version } } }
      """;
  private static final String SET =
      """
      mutation set($input: LocalDaySetInput!) { localDaySet(input: $input) {
        movedDuties calendar { workingDays days { day off local version } } userErrors { code field } } }
      """;
  private static final String REMOVE =
      """
      mutation remove($input: LocalDayRemoveInput!) { localDayRemove(input: $input) {
        movedDuties calendar { workingDays } userErrors { code field } } }
      """;
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired DutyQueries queries;
  @Autowired TenantScope scope;
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-10T02:00:00Z"));
  }

  @Test
  void theYearsOfTheMigrationAreTheOnesTypedInTheTests() {
    for (int year = 2024; year <= 2027; year++) {
      JsonNode calendar = anonymous().data(YEAR, "year", year).get("calendar");
      Map<String, String> days = new TreeMap<>();
      calendar
          .get("days")
          .forEach(
              d ->
                  days.put(
                      d.get("day").asString(),
                      d.get("off").asBoolean()
                          + d.get("name").asString()
                          + d.get("byLaw").asBoolean()));
      Map<String, String> typed = new TreeMap<>();
      Fixture.NATIONAL
          .specials(year)
          .forEach(d -> typed.put(d.day().toString(), d.off() + d.name() + d.byLaw()));
      assertThat(days).isEqualTo(typed);
      assertThat(calendar.get("workingDays").asInt()).isEqualTo(Fixture.CALENDAR.workingDays(year));
      assertThat(calendar.get("published").asBoolean()).isEqualTo(year < 2027);
      assertThat(calendar.get("notice").asString(null)).isEqualTo(Fixture.NOTICES.get(year));
      assertThat(calendar.get("viewerCanEdit").asBoolean()).isFalse();
    }
  }

  @Test
  void aYearOutsideTheCalendarIsABadInput() {
    assertThat(anonymous().errorCode(YEAR, "year", 12)).isEqualTo("BAD_INPUT");
  }

  @Test
  void aLocalDayOffMovesExactlyTheOpenClocksThatCrossIt() {
    long crossing = started("civil", 5, "2026-11-09T02:00:00Z");
    long before = started("civil", 1, "2026-11-09T02:00:00Z");
    long after = started("civil", 5, "2026-11-12T02:00:00Z");
    long paused = started("civil", 5, "2026-11-09T02:00:00Z");
    long closed = started("civil", 5, "2026-11-09T02:00:00Z");
    change(() -> clocks.close(closed));
    change(
        () ->
            clocks.suspend(paused, SuspensionReason.HOLD, "依据", LocalDate.of(2026, 11, 12), null));

    JsonNode answer = set(admin(), "2026-11-12", true, null);

    assertThat(answer.get("movedDuties").asInt()).isEqualTo(1);
    assertThat(due(crossing)).isEqualTo("2026-11-17");
    assertThat(due(before)).isEqualTo("2026-11-10");
    assertThat(due(after)).isEqualTo("2026-11-19");
    assertThat(due(closed)).isEqualTo("2026-11-16");
    ClockEvent moved = events(crossing).getLast();
    assertThat(moved.kind()).isEqualTo(ClockEventKind.RECOMPUTED);
    assertThat(moved.oldDueOn()).isEqualTo("2026-11-16");
    assertThat(moved.newDueOn()).isEqualTo("2026-11-17");
    assertThat(moved.cause()).contains("2026-11-12").contains("防汛");
    assertThat(moved.generation()).isEqualTo(2);
    change(() -> clocks.resume(paused, Instant.parse("2026-11-11T02:00:00Z")));
    assertThat(due(paused)).isEqualTo("2026-11-18");
  }

  @Test
  void aDayTakenBackMovesTheClocksBackAgain() {
    long duty = started("civil", 5, "2026-11-09T02:00:00Z");
    set(admin(), "2026-11-12", true, null);
    JsonNode answer =
        admin()
            .data(
                REMOVE,
                "input",
                Map.of("idempotencyKey", Client.key(), "day", "2026-11-12", "expectedVersion", 0))
            .get("localDayRemove");
    assertThat(answer.get("movedDuties").asInt()).isEqualTo(1);
    assertThat(due(duty)).isEqualTo("2026-11-16");
  }

  @Test
  void aDayThatMovesOnlyTheStatutoryLimitMovesNoDueDate() {
    long duty = started("civil", 5, "2026-11-02T02:00:00Z");
    JsonNode answer = set(admin(), "2026-11-12", true, null);
    assertThat(answer.get("movedDuties").asInt()).isZero();
    assertThat(due(duty)).isEqualTo("2026-11-09");
    now.freeze(Instant.parse("2026-11-16T16:00:00Z"));
    assertThat(read(duty).light()).isEqualTo(Light.RED);
    now.freeze(Instant.parse("2026-11-17T16:00:00Z"));
    assertThat(read(duty).light()).isEqualTo(Light.DARK);
  }

  @Test
  void theSameRequestTwiceMovesOnce() {
    started("civil", 5, "2026-11-09T02:00:00Z");
    Client admin = admin();
    Map<String, Object> input = input("2026-11-12", true, null, Client.key());
    assertThat(admin.data(SET, "input", input).at("/localDaySet/movedDuties").asInt()).isEqualTo(1);
    JsonNode again = admin.data(SET, "input", input).get("localDaySet");
    assertThat(again.get("movedDuties").isNull()).isTrue();
    assertThat(again.get("userErrors")).isEmpty();
  }

  @Test
  void whatAnotherHasChangedMeanwhileIsRefused() {
    Client admin = admin();
    set(admin, "2026-11-12", true, null);
    assertThat(set(admin, "2026-11-12", false, null).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
    assertThat(set(admin, "2026-11-12", false, 7).at("/userErrors/0/code").asString())
        .isEqualTo("VERSION_CONFLICT");
    assertThat(set(admin, "2026-11-12", false, 0).get("userErrors")).isEmpty();
    JsonNode gone =
        admin
            .data(
                REMOVE,
                "input",
                Map.of("idempotencyKey", Client.key(), "day", "2026-11-30", "expectedVersion", 0))
            .get("localDayRemove");
    assertThat(gone.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void aDayWithoutANameIsRefused() {
    Map<String, Object> input = input("2026-11-12", true, null, Client.key());
    input.put("name", "  ");
    JsonNode answer = admin().data(SET, "input", input).get("localDaySet");
    assertThat(answer.at("/userErrors/0/code").asString()).isEqualTo("REQUIRED");
    assertThat(answer.at("/userErrors/0/field").asString()).isEqualTo("name");
  }

  @Test
  void theForecastIsWhatSavingThenMoves() {
    long crossing = started("civil", 5, "2026-11-09T02:00:00Z");
    started("civil", 5, "2026-11-12T02:00:00Z");
    String forecast =
        "query($d: Date!, $o: Boolean) { localDayForecast(day: $d, off: $o) { movedDuties duties { duty { id label } oldDueOn newDueOn } } }";

    JsonNode before = admin().data(forecast, "d", "2026-11-12", "o", true).get("localDayForecast");

    assertThat(before.get("movedDuties").asInt()).isEqualTo(1);
    assertThat(before.at("/duties/0/oldDueOn").asString()).isEqualTo("2026-11-16");
    assertThat(before.at("/duties/0/newDueOn").asString()).isEqualTo("2026-11-17");
    assertThat(due(crossing)).isEqualTo("2026-11-16"); // nothing is written
    assertThat(set(admin(), "2026-11-12", true, null).get("movedDuties"))
        .isEqualTo(before.get("movedDuties"));
    JsonNode back = admin().data(forecast, "d", "2026-11-12").get("localDayForecast");
    assertThat(back.at("/duties/0/newDueOn").asString()).isEqualTo("2026-11-16");
    assertThat(signedIn(here, "officer@civil").errorCode(forecast, "d", "2026-11-12"))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void onlyTheDistrictsAdministratorDeclaresDays() {
    Map<String, Object> input = input("2026-11-12", true, null, Client.key());
    assertThat(signedIn(here, "officer@civil").errorCode(SET, "input", input))
        .isEqualTo("FORBIDDEN");
    assertThat(anonymous().errorCode(SET, "input", input)).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void theNeighboursCalendarAndClocksStayAsTheyAre() {
    TestDistrict neighbour = districts.fresh();
    long theirs =
        districts.in(
            neighbour.id(),
            () ->
                scope.write(
                    () ->
                        clocks.start(
                            Stories.duty(
                                neighbour,
                                "civil",
                                new Budget(5, BudgetUnit.WORKING_DAYS),
                                Instant.parse("2026-11-09T02:00:00Z")))));
    set(admin(), "2026-11-12", true, null);
    String due =
        districts.in(neighbour.id(), () -> duties.find(theirs).orElseThrow().dueOn().toString());
    assertThat(due).isEqualTo("2026-11-16");
    JsonNode days = signedIn(neighbour, "admin").data(YEAR, "year", 2026).at("/calendar/days");
    days.forEach(d -> assertThat(d.get("local").asBoolean()).isFalse());
    JsonNode ours = citizenOf(here).data(YEAR, "year", 2026).at("/calendar");
    assertThat(ours.get("workingDays").asInt()).isEqualTo(247);
  }

  private Client admin() {
    return signedIn(here, "admin");
  }

  private static Map<String, Object> input(String day, boolean off, Integer version, String key) {
    Map<String, Object> input =
        new HashMap<>(Map.of("idempotencyKey", key, "day", day, "off", off, "name", "防汛"));
    input.put("paper", "区政办发〔2026〕1号");
    input.put("expectedVersion", version);
    return input;
  }

  private static JsonNode set(Client admin, String day, boolean off, Integer version) {
    return admin.data(SET, "input", input(day, off, version, Client.key())).get("localDaySet");
  }

  private long started(String unit, int n, String at) {
    StartDuty duty =
        Stories.duty(here, unit, new Budget(n, BudgetUnit.WORKING_DAYS), Instant.parse(at));
    return districts.in(here.id(), () -> scope.write(() -> clocks.start(duty)));
  }

  private void change(Runnable change) {
    districts.in(
        here.id(),
        () -> {
          scope.write(change);
          return 0;
        });
  }

  private Duty read(long id) {
    return districts.in(here.id(), () -> duties.find(id).orElseThrow());
  }

  private String due(long id) {
    return String.valueOf(read(id).dueOn());
  }

  private List<ClockEvent> events(long id) {
    return districts.in(here.id(), () -> queries.events(List.of(id)).get(id));
  }
}
