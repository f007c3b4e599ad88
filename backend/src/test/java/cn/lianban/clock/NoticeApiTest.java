package cn.lianban.clock;

import static cn.lianban.db.audit.Tables.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.identity.Accounts;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A notice is published for all districts; the clocks that cross its year follow. */
class NoticeApiTest extends ApiTestBase {
  private static final String PUBLISH =
      """
      mutation($input: NationalNoticePublishInput!) { nationalNoticePublish(input: $input) {
        changedDays calendar { year published notice workingDays } userErrors { code field } } }
      """;
  private static final String FORECAST =
      "query($n: NationalNoticeInput!) { nationalNoticeForecast(notice: $n) { alreadyPublished changed { day off offNow dropped } movedDuties complete districts { code movedDuties } } }";
  private static final String YEAR =
      "query($y: Int!) { calendar(year: $y) { published viewerCanPublishNotice recomputations { cause movedDuties doneAt } } }";
  @Autowired Clocks clocks;
  @Autowired Duties duties;
  @Autowired DutyQueries queries;
  @Autowired NationalRecomputation recomputation;
  @Autowired TenantScope scope;
  @Autowired Accounts accounts;
  @Autowired Posts posts;
  private TestDistrict here;
  private Client operator;
  private int year;
  private LocalDate monday;

  /** Years stay published for all tests and runs, so each story takes one of its own. */
  @BeforeEach
  void aYearWithoutNotice() {
    here = districts.fresh();
    operator = operator();
    year = 2040;
    while (operator.data(YEAR, "y", year).at("/calendar/published").asBoolean()) {
      year++;
    }
    monday = LocalDate.of(year, 3, 1);
    while (monday.getDayOfWeek().getValue() != 1) {
      monday = monday.plusDays(1);
    }
    now.freeze(at(monday.minusDays(1)));
  }

  @Test
  void publishingMovesExactlyTheClocksThatCrossTheYearInEveryDistrict() {
    TestDistrict there = districts.fresh();
    long crossing = started(here, monday, 5);
    long theirs = started(there, monday, 5);
    long earlier = started(here, monday.minusYears(1).minusMonths(6), 5);
    assertThat(due(here, crossing)).isEqualTo(monday.plusDays(7));
    assertThat(read(here, crossing).provisional()).isTrue();

    JsonNode done = publish(notice(Map.of(monday.plusDays(2), true)));

    assertThat(done.get("changedDays").asInt()).isEqualTo(1);
    recomputation.inDistrict(here.id());
    recomputation.inDistrict(there.id());
    assertThat(due(here, crossing)).isEqualTo(monday.plusDays(8));
    assertThat(due(there, theirs)).isEqualTo(monday.plusDays(8));
    assertThat(read(here, crossing).provisional()).isFalse();
    assertThat(events(here, earlier)).noneMatch(e -> e.kind() == ClockEventKind.RECOMPUTED);
    ClockEvent moved = events(here, crossing).getLast();
    assertThat(moved.oldDueOn()).isEqualTo(monday.plusDays(7));
    assertThat(moved.newDueOn()).isEqualTo(monday.plusDays(8));
    JsonNode told =
        signedIn(here, "clerk@east").data(YEAR, "y", year).at("/calendar/recomputations");
    assertThat(told.findValuesAsString("cause")).anyMatch(cause -> cause.contains("" + year));
    assertThat(told.valueStream().mapToInt(r -> r.get("movedDuties").asInt()).sum()).isEqualTo(1);
  }

  @Test
  void aClockThatStartsAfterThePublicationCountsByTheNewCalendarAtOnce() {
    started(here, monday, 5); // the old calendar has been read
    publish(notice(Map.of(monday.plusDays(2), true)));

    assertThat(due(here, started(here, monday, 5))).isEqualTo(monday.plusDays(8));
  }

  @Test
  void aSecondRoundMovesNothing() {
    long id = started(here, monday, 5);
    publish(notice(Map.of(monday.plusDays(2), true)));
    recomputation.inDistrict(here.id());
    int before = events(here, id).size();

    recomputation.inDistrict(here.id());

    assertThat(events(here, id)).hasSize(before);
  }

  @Test
  void theForecastSaysWhatTheNoticeChangesAndWritesNothing() {
    LocalDate saturday = monday.plusDays(5);
    Map<String, Object> notice = notice(Map.of(monday, true, saturday, false));

    JsonNode forecast = operator.data(FORECAST, "n", notice).get("nationalNoticeForecast");

    assertThat(forecast.get("alreadyPublished").asBoolean()).isFalse();
    assertThat(forecast.get("changed")).hasSize(2);
    assertThat(operator.data(YEAR, "y", year).at("/calendar/published").asBoolean()).isFalse();
  }

  @Test
  void theForecastCountsTheClocksOfEveryDistrictThatWouldMoveAndMovesNone() {
    TestDistrict there = districts.fresh();
    long id = started(here, monday, 5);
    started(here, monday, 4);
    started(here, monday, 1); // due before the day
    started(there, monday, 5);

    JsonNode forecast =
        operator
            .data(FORECAST, "n", notice(Map.of(monday.plusDays(2), true)))
            .get("nationalNoticeForecast");

    assertThat(forecast.get("complete").asBoolean()).isTrue();
    assertThat(moved(forecast, here)).isEqualTo(2);
    assertThat(moved(forecast, there)).isEqualTo(1);
    assertThat(forecast.get("movedDuties").asInt())
        .isEqualTo(
            forecast
                .get("districts")
                .valueStream()
                .mapToInt(d -> d.get("movedDuties").asInt())
                .sum())
        .isGreaterThanOrEqualTo(3);
    assertThat(due(here, id)).isEqualTo(monday.plusDays(7));
  }

  @Test
  void aCorrectionTakesBackTheDayItNoLongerNamesAndItsNumberStandsInWhatItMoved() {
    LocalDate saturday = monday.plusDays(5);
    Map<String, Object> first = notice(Map.of(monday.plusDays(2), true, saturday, false));
    publish(first);
    recomputation.inDistrict(here.id());
    long id = started(here, monday, 5); // a day off and a Saturday worked: as without
    assertThat(due(here, id)).isEqualTo(monday.plusDays(7));
    Map<String, Object> correction =
        new java.util.HashMap<>(notice(Map.of(monday.plusDays(2), true)));
    correction.put("paper", "国办发明电〔" + year + "〕9号");

    JsonNode forecast = operator.data(FORECAST, "n", correction).get("nationalNoticeForecast");
    assertThat(forecast.get("alreadyPublished").asBoolean()).isTrue();
    assertThat(forecast.at("/changed/0/day").asString()).isEqualTo(saturday.toString());
    assertThat(forecast.at("/changed/0/dropped").asBoolean()).isTrue();
    assertThat(forecast.at("/changed/0/off").asBoolean()).isTrue();
    assertThat(forecast.at("/changed/0/offNow").asBoolean()).isFalse();
    assertThat(moved(forecast, here)).isEqualTo(1);

    assertThat(publish(correction).get("changedDays").asInt()).isEqualTo(1);
    recomputation.inDistrict(here.id());
    ClockEvent moved = events(here, id).getLast();
    assertThat(moved.kind()).isEqualTo(ClockEventKind.RECOMPUTED);
    assertThat(moved.cause()).contains("国办发明电〔" + year + "〕9号");
    assertThat(due(here, id)).isEqualTo(monday.plusDays(8));
    assertThat(audited("calendar.correct")).singleElement().asString().contains("〕9号");
    assertThat(publish(correction).get("changedDays").asInt()).isZero();
    assertThat(audited("calendar.correct")).hasSize(1);
  }

  /** Other districts may have clocks of other stories in the same year. */
  private static int moved(JsonNode forecast, TestDistrict district) {
    return forecast
        .get("districts")
        .valueStream()
        .filter(one -> one.get("code").asString().equals(district.code()))
        .mapToInt(one -> one.get("movedDuties").asInt())
        .sum();
  }

  /** What the operators' trail says about this year. */
  private List<String> audited(String action) {
    return districts.in(
        0,
        () ->
            sql.select(ENTRY.FACTS)
                .from(ENTRY)
                .where(ENTRY.DISTRICT_ID.eq(0), ENTRY.ACTION.eq(action))
                .and(ENTRY.SUBJECT.eq("year:" + year))
                .fetch(ENTRY.FACTS));
  }

  @Test
  void anEmptyADoubledOrAForeignDayIsRefused() {
    assertThat(publish(notice(Map.of())).at("/userErrors/0/code").asString())
        .isEqualTo("OUT_OF_RANGE");
    assertThat(
            publish(notice(Map.of(monday.plusYears(1), true))).at("/userErrors/0/code").asString())
        .isEqualTo("OTHER_YEAR");
    Map<String, Object> doubled = notice(Map.of(monday, true));
    doubled = new java.util.HashMap<>(doubled);
    Object day = ((List<?>) doubled.get("days")).getFirst();
    doubled.put("days", List.of(day, day));
    assertThat(publish(doubled).at("/userErrors/0/code").asString()).isEqualTo("DAY_TWICE");
  }

  @Test
  void onlyAnOperatorPublishes() {
    Map<String, Object> input =
        Map.of("idempotencyKey", Client.key(), "notice", notice(Map.of(monday, true)));
    for (String person : new String[] {"admin", "leader", "clerk@east"}) {
      assertThat(signedIn(here, person).errorCode(PUBLISH, "input", input)).isEqualTo("FORBIDDEN");
    }
    assertThat(anonymous().errorCode(PUBLISH, "input", input)).isEqualTo("UNAUTHENTICATED");
  }

  private Client operator() {
    String login = "notice." + here.code();
    districts.in(
        0,
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(login, "运维员", TestDistricts.PASSWORD, null),
                          false);
                  posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
                  return id;
                }));
    Client client = anonymous();
    client.signIn(login, TestDistricts.PASSWORD);
    return client;
  }

  private JsonNode publish(Map<String, Object> notice) {
    return operator
        .data(PUBLISH, "input", Map.of("idempotencyKey", Client.key(), "notice", notice))
        .get("nationalNoticePublish");
  }

  private Map<String, Object> notice(Map<LocalDate, Boolean> days) {
    List<Map<String, Object>> typed = new ArrayList<>();
    days.forEach((day, off) -> typed.add(Map.of("day", day.toString(), "off", off, "name", "试验节")));
    return Map.of("year", year, "paper", "国办发明电〔" + (year - 1) + "〕1号", "days", typed);
  }

  private static Instant at(LocalDate day) {
    return day.atTime(10, 0).atZone(Fixture.SHANGHAI).toInstant();
  }

  private long started(TestDistrict district, LocalDate day, int n) {
    StartDuty duty =
        Stories.duty(district, "civil", new Budget(n, BudgetUnit.WORKING_DAYS), at(day));
    return districts.in(district.id(), () -> scope.write(() -> clocks.start(duty)));
  }

  private Duty read(TestDistrict district, long id) {
    return districts.in(district.id(), () -> duties.find(id).orElseThrow());
  }

  private LocalDate due(TestDistrict district, long id) {
    return read(district, id).dueOn();
  }

  private List<ClockEvent> events(TestDistrict district, long id) {
    return districts.in(district.id(), () -> queries.events(List.of(id)).get(id));
  }
}
