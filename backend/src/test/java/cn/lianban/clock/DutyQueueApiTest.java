package cn.lianban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class DutyQueueApiTest extends ApiTestBase {
  private static final String QUEUE =
      """
      query queue($filter: DutyFilter, $first: Int, $after: String, $by: DutyOrder) { duties(filter: $filter, first: $first, after: $after, orderBy: $by) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id label light dueOn consumed ownerUnit { name } } } }
      """;
  private static final String DUTY =
      """
      query duty($id: ID!) { duty(id: $id) { kind light budget budgetUnit statutoryBudget extendedBy consumed
        startedOn dueOn closedLight
        segments { holder { name } fromAt toAt consumed }
        suspensions { reason basis fromAt expectedUntil toAt }
        events { at kind cause generation oldDueOn newDueOn }
        trace { day number reason name } } }
      """;
  @Autowired Clocks clocks;
  @Autowired TenantScope scope;
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-10T02:00:00Z"));
  }

  /** One of each light, in the order in which the queue shows them. */
  private List<Long> oneOfEachLight() {
    long dark = started("civil", 1, "2026-10-26T02:00:00Z");
    long red = started("civil", 5, "2026-11-02T02:00:00Z");
    long yellow = started("civil", 5, "2026-11-04T02:00:00Z");
    long green = started("civil", 10, "2026-11-04T02:00:00Z");
    long paused = started("civil", 2, "2026-11-04T02:00:00Z");
    long closed = started("civil", 2, "2026-11-04T02:00:00Z");
    change(
        () -> {
          pause(paused);
          clocks.close(closed);
          return 0;
        });
    return List.of(dark, red, yellow, green, paused);
  }

  @Test
  void theQueueOfAUnitIsOrderedByDueDateWithThePausedOnesLast() {
    List<Long> ids = oneOfEachLight();
    JsonNode queue = queue(signedIn(here, "officer@civil"), Map.of());
    assertThat(ids(queue)).isEqualTo(ids);
    assertThat(values(queue, "light")).containsExactly("DARK", "RED", "YELLOW", "GREEN", "PAUSED");
    assertThat(queue.get("totalCount").asInt()).isEqualTo(5);
    assertThat(queue.at("/nodes/0/ownerUnit/name").asString()).isEqualTo("区民政局");
    assertThat(queue.at("/nodes/1/consumed").asInt()).isEqualTo(6);
  }

  @Test
  void everyLightIsFoundByItsFilter() {
    List<Long> ids = oneOfEachLight();
    Client officer = signedIn(here, "officer@civil");
    List<String> lights = List.of("DARK", "RED", "YELLOW", "GREEN", "PAUSED");
    for (int i = 0; i < lights.size(); i++) {
      JsonNode queue = queue(officer, Map.of("filter", Map.of("light", lights.get(i))));
      assertThat(ids(queue)).as(lights.get(i)).containsExactly(ids.get(i));
      assertThat(queue.get("totalCount").asInt()).isEqualTo(1);
    }
    assertThat(ids(queue(officer, Map.of("filter", Map.of("light", "CLOSED"))))).isEmpty();
  }

  @Test
  void pageByPageNothingIsLostAndNothingComesTwice() {
    List<Long> expected = new ArrayList<>(oneOfEachLight());
    long alsoPaused = started("civil", 2, "2026-11-04T02:00:00Z");
    change(
        () -> {
          pause(alsoPaused);
          return 0;
        });
    expected.add(alsoPaused);
    Client officer = signedIn(here, "officer@civil");
    List<Long> seen = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("first", 1));
    boolean more = true;
    while (more) {
      JsonNode page = queue(officer, variables);
      seen.addAll(ids(page));
      more = page.at("/pageInfo/hasNextPage").asBoolean();
      variables.put("after", page.at("/pageInfo/endCursor").asString());
    }
    assertThat(seen).isEqualTo(expected);
    assertThat(officer.errorCode(QUEUE, "after", "nonsense", "first", 1)).isEqualTo("BAD_INPUT");
    assertThat(officer.errorCode(QUEUE, "first", 201)).isEqualTo("BAD_INPUT");
  }

  @Test
  void theQueueGoesTheOtherWayRoundWithThePausedOnesStillLast() {
    List<Long> ids = oneOfEachLight();
    long alsoPaused = started("civil", 2, "2026-11-04T02:00:00Z");
    change(
        () -> {
          pause(alsoPaused);
          return 0;
        });
    Client officer = signedIn(here, "officer@civil");
    assertThat(pageByPage(officer, "DUE_DESC"))
        .containsExactly(ids.get(3), ids.get(2), ids.get(1), ids.get(0), ids.get(4), alsoPaused);
    assertThat(pageByPage(officer, "DUE"))
        .containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(4), alsoPaused);
    assertThat(officer.errorCode(QUEUE, "after", "paused:!", "by", "DUE_DESC"))
        .isEqualTo("BAD_INPUT");
  }

  @Test
  void theQueueIsPutInOrderByItsStartAndByWhatItIsAbout() {
    List<Long> ids = oneOfEachLight();
    Client officer = signedIn(here, "officer@civil");
    List<Long> started = pageByPage(officer, "STARTED");
    assertThat(started.subList(0, 2)).containsExactly(ids.get(0), ids.get(1));
    assertThat(started).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(pageByPage(officer, "STARTED_DESC")).isEqualTo(started.reversed());
    List<Long> labels = pageByPage(officer, "LABEL");
    assertThat(labels).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(pageByPage(officer, "LABEL_DESC")).isEqualTo(labels.reversed());
    Client neighbour = signedIn(districts.fresh(), "officer@civil");
    assertThat(pageByPage(neighbour, "STARTED")).isEmpty();
    assertThat(pageByPage(neighbour, "DUE_DESC")).isEmpty();
  }

  private static List<Long> pageByPage(Client client, String order) {
    List<Long> seen = new ArrayList<>();
    Map<String, Object> variables = new HashMap<>(Map.of("first", 1, "by", order));
    boolean more = true;
    while (more) {
      JsonNode page = queue(client, variables);
      seen.addAll(ids(page));
      more = page.at("/pageInfo/hasNextPage").asBoolean();
      variables.put("after", page.at("/pageInfo/endCursor").asString());
    }
    return seen;
  }

  @Test
  void aDutyExplainsItselfWithItsHoldersPausesEventsAndDays() {
    long id = started("east", 5, "2026-11-02T02:00:00Z");
    change(
        () -> {
          clocks.raiseToDistrict(id);
          clocks.holdBy(id, here.unit("civil"), Instant.parse("2026-11-04T02:00:00Z"));
          clocks.suspend(
              id,
              SuspensionReason.HEARING,
              "听证通知〔2026〕3号",
              LocalDate.of(2026, 11, 9),
              null,
              Instant.parse("2026-11-05T02:00:00Z"));
          clocks.resume(id, Instant.parse("2026-11-09T02:00:00Z"));
          return 0;
        });
    JsonNode duty =
        signedIn(here, "officer@civil").data(DUTY, "id", Ids.of(Duty.KIND, id)).get("duty");
    assertThat(duty.get("consumed").asInt()).isEqualTo(4);
    assertThat(duty.get("dueOn").asString()).isEqualTo("2026-11-11");
    assertThat(duty.at("/segments/0/consumed").asInt()).isEqualTo(2);
    assertThat(duty.at("/segments/1/consumed").asInt()).isEqualTo(2);
    assertThat(duty.at("/segments/1/holder/name").asString()).isEqualTo("区民政局");
    assertThat(duty.at("/suspensions/0/reason").asString()).isEqualTo("HEARING");
    assertThat(duty.at("/suspensions/0/expectedUntil").asString())
        .startsWith("2026-11-09T15:59:59");
    assertThat(values(duty.get("events"), "kind"))
        .containsExactly("STARTED", "HELD_BY", "SUSPENDED", "RESUMED");
    assertThat(values(duty.get("trace"), "reason"))
        .containsExactly(
            "START",
            "WORKING_DAY",
            "WORKING_DAY",
            "WORKING_DAY",
            "SUSPENDED",
            "WEEKEND",
            "WEEKEND",
            "SUSPENDED",
            "WORKING_DAY",
            "WORKING_DAY");
    assertThat(duty.at("/trace/4/name").asString()).isEqualTo("听证通知〔2026〕3号");
  }

  @Test
  void theDistrictLevelSeesAStreetsClockOnceItTakesPart() {
    long id = started("east", 5, "2026-11-09T02:00:00Z");
    Client officer = signedIn(here, "officer@civil");
    Map<String, Object> all = Map.of("filter", Map.of("allUnits", true));
    assertThat(ids(queue(officer, all))).isEmpty();
    assertThat(ids(queue(signedIn(here, "clerk@west"), all))).isEmpty();
    change(
        () -> {
          clocks.raiseToDistrict(id);
          return 0;
        });
    assertThat(ids(queue(officer, all))).containsExactly(id);
    assertThat(ids(queue(signedIn(here, "clerk@east"), Map.of()))).containsExactly(id);
    assertThat(ids(queue(signedIn(here, "supervisor"), Map.of()))).containsExactly(id);
  }

  @Test
  void theNeighbourAndTheStreetNextDoorSeeNothing() {
    long id = started("east", 5, "2026-11-09T02:00:00Z");
    String named = Ids.of(Duty.KIND, id);
    TestDistrict neighbour = districts.fresh();
    assertThat(signedIn(neighbour, "supervisor").data(DUTY, "id", named).get("duty").isNull())
        .isTrue();
    assertThat(signedIn(here, "clerk@west").data(DUTY, "id", named).get("duty").isNull()).isTrue();
    assertThat(signedIn(here, "clerk@east").data(DUTY, "id", named).get("duty").isNull()).isFalse();
    assertThat(signedIn(neighbour, "supervisor").data(DUTY, "id", "nonsense").get("duty").isNull())
        .isTrue();
    Map<String, Object> theirs =
        Map.of("filter", Map.of("unitId", Ids.of("Unit", here.unit("east"))));
    assertThat(ids(queue(signedIn(neighbour, "supervisor"), theirs))).isEmpty();
    assertThat(anonymous().errorCode(QUEUE)).isEqualTo("UNAUTHENTICATED");
    assertThat(citizenOf(here).errorCode(DUTY, "id", named)).isEqualTo("UNAUTHENTICATED");
  }

  private static JsonNode queue(Client client, Map<String, Object> variables) {
    Object[] flat =
        variables.entrySet().stream()
            .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
            .toArray();
    return client.data(QUEUE, flat).get("duties");
  }

  private static List<Long> ids(JsonNode queue) {
    return values(queue.get("nodes"), "id").stream().map(id -> Ids.parse(Duty.KIND, id)).toList();
  }

  private static List<String> values(JsonNode list, String field) {
    JsonNode nodes = list.has("nodes") ? list.get("nodes") : list;
    List<String> values = new ArrayList<>();
    nodes.forEach(n -> values.add(n.get(field).asString()));
    return values;
  }

  private void pause(long id) {
    clocks.suspend(id, SuspensionReason.PUBLICITY, "依据", LocalDate.of(2026, 11, 20), null);
  }

  private long started(String unit, int n, String at) {
    StartDuty duty =
        Stories.duty(here, unit, new Budget(n, BudgetUnit.WORKING_DAYS), Instant.parse(at));
    return change(() -> clocks.start(duty));
  }

  private <T> T change(Supplier<T> change) {
    return districts.in(here.id(), () -> scope.write(change));
  }
}
