package cn.lianban.organisation;

import static cn.lianban.organisation.OrganisationStory.call;
import static cn.lianban.organisation.OrganisationStory.code;
import static cn.lianban.organisation.OrganisationStory.id;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Halls, windows and village stations. */
class ServicePointsApiTest extends ApiTestBase {
  private static final String ANSWER =
      """
      servicePoint { id name kind enterprise phone closedOn version viewerCanChange unit { name } parent { name }
        subDistrict { name } openingHours { weekday opens closes } }
      userErrors { code field }
      """;
  private static final String LIST =
      "query($f: ServicePointFilter, $n: Int, $a: String) { servicePoints(filter: $f, first: $n, after: $a)"
          + " { totalCount nodes { id name } pageInfo { hasNextPage endCursor } } }";
  private TestDistrict here;
  private Client admin;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    admin = signedIn(here, "admin");
  }

  @Test
  void aHallHasAnEnterpriseWindowWithHoursOfItsOwn() {
    JsonNode hall = made(admin, "HALL", "区政务服务大厅", "civil");
    Map<String, Object> wanted = input("WINDOW", "企业服务专窗", "civil");
    wanted.put("parentId", hall.get("id").asString());
    wanted.put("enterprise", true);
    wanted.put("phone", "0826-2222222");
    wanted.put("openingHours", List.of(hours(1, "14:00", "17:00"), hours(1, "09:00", "12:00")));

    JsonNode window = call(admin, "servicePointCreate", wanted, ANSWER).get("servicePoint");

    assertThat(window.get("enterprise").asBoolean()).isTrue();
    assertThat(window.at("/parent/name").asString()).isEqualTo("区政务服务大厅");
    assertThat(window.at("/openingHours/0/opens").asString()).isEqualTo("09:00");
    assertThat(names(Map.of("enterprise", true))).containsExactly("企业服务专窗");
    assertThat(names(Map.of("parentId", hall.get("id").asString()))).containsExactly("企业服务专窗");
  }

  @Test
  void aSubDistrictsAdministratorKeepsItsOwnStationsOnly() {
    Client east = signedIn(here, "admin@east");

    JsonNode station = made(east, "STATION", "桂花村便民服务站", "east");

    assertThat(station.at("/subDistrict/name").asString()).isEqualTo("城东街道");
    assertThat(station.get("viewerCanChange").asBoolean()).isTrue();
    String document = OrganisationStory.document("servicePointCreate", ANSWER);
    assertThat(east.errorCode(document, "input", input("STATION", "柳树村便民服务站", "west")))
        .isEqualTo("FORBIDDEN");
    assertThat(east.errorCode(document, "input", input("HALL", "区大厅", "civil")))
        .isEqualTo("FORBIDDEN");
    assertThat(
            signedIn(here, "clerk@east")
                .errorCode(document, "input", input("STATION", "甲", "east")))
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void changingNeedsTheNewestVersionAndClosingAHallClosesItsWindows() {
    JsonNode hall = made(admin, "HALL", "区政务服务大厅", "civil");
    Map<String, Object> window = input("WINDOW", "一号窗口", "civil");
    window.put("parentId", hall.get("id").asString());
    call(admin, "servicePointCreate", window, ANSWER);
    Map<String, Object> change = of(hall, "name", "区政务服务中心大厅", "address", "思源大道 1 号");

    assertThat(
            call(admin, "servicePointChange", change, ANSWER).at("/servicePoint/name").asString())
        .isEqualTo("区政务服务中心大厅");
    change.put("idempotencyKey", Client.key());
    assertThat(code(call(admin, "servicePointChange", change, ANSWER)))
        .isEqualTo("VERSION_CONFLICT");

    Map<String, Object> close = of(hall, "closedOn", now.today().toString());
    close.put("expectedVersion", 1);
    assertThat(
            call(admin, "servicePointClose", close, ANSWER).at("/servicePoint/closedOn").isNull())
        .isFalse();
    assertThat(names(Map.of())).isEmpty();
    assertThat(names(Map.of("withClosed", true))).hasSize(2);
    close.put("idempotencyKey", Client.key());
    assertThat(code(call(admin, "servicePointClose", close, ANSWER))).isEqualTo("POINT_CLOSED");
  }

  @Test
  void whatCannotBeIsRefusedAtItsField() {
    JsonNode station = made(admin, "STATION", "桂花村便民服务站", "east");
    assertThat(
            code(call(admin, "servicePointCreate", input("STATION", "桂花村便民服务站", "east"), ANSWER)))
        .isEqualTo("NAME_TAKEN");
    Map<String, Object> inStation = input("WINDOW", "一号窗口", "east");
    inStation.put("parentId", station.get("id").asString());
    assertThat(code(call(admin, "servicePointCreate", inStation, ANSWER))).isEqualTo("INVALID");
    Map<String, Object> late = input("HALL", "大厅", "civil");
    late.put("openingHours", List.of(hours(1, "17:00", "09:00")));
    JsonNode refused = call(admin, "servicePointCreate", late, ANSWER);
    assertThat(refused.at("/userErrors/0/field").asString()).isEqualTo("openingHours[0]");
  }

  @Test
  void theListIsPagedByNameAndTheNeighbourSeesNothing() {
    for (String name : List.of("丙村", "甲村", "乙村")) {
      made(admin, "STATION", name, "west");
    }
    JsonNode first = admin.data(LIST, "f", Map.of(), "n", 2).get("servicePoints");
    assertThat(first.get("totalCount").asInt()).isEqualTo(3);
    JsonNode rest =
        admin
            .data(LIST, "f", Map.of(), "n", 2, "a", first.at("/pageInfo/endCursor").asString())
            .get("servicePoints");
    assertThat(first.get("nodes")).hasSize(2);
    assertThat(rest.get("nodes")).hasSize(1);

    Client neighbour = signedIn(districts.fresh(), "admin");
    assertThat(neighbour.data(LIST, "f", Map.of(), "n", 9).at("/servicePoints/nodes")).isEmpty();
    Map<String, Object> foreign =
        Map.of(
            "idempotencyKey",
            Client.key(),
            "id",
            first.at("/nodes/0/id").asString(),
            "expectedVersion",
            0,
            "name",
            "夺");
    assertThat(code(call(neighbour, "servicePointChange", foreign, ANSWER))).isEqualTo("NOT_FOUND");
  }

  private List<String> names(Map<String, ?> filter) {
    return admin
        .data(LIST, "f", filter, "n", 50)
        .at("/servicePoints/nodes")
        .findValuesAsString("name");
  }

  private JsonNode made(Client who, String kind, String name, String unit) {
    JsonNode answer = call(who, "servicePointCreate", input(kind, name, unit), ANSWER);
    assertThat(code(answer)).isEmpty();
    return answer.get("servicePoint");
  }

  private Map<String, Object> input(String kind, String name, String unit) {
    return new HashMap<>(
        Map.of(
            "idempotencyKey",
            Client.key(),
            "kind",
            kind,
            "name",
            name,
            "unitId",
            id(here.unit(unit))));
  }

  private static Map<String, Object> of(JsonNode point, Object... more) {
    return OrganisationStory.with(
        Map.of(
            "idempotencyKey", Client.key(),
            "id", point.get("id").asString(),
            "expectedVersion", point.get("version").asInt()),
        more);
  }

  private static Map<String, Object> hours(int weekday, String opens, String closes) {
    return Map.of("weekday", weekday, "opens", opens, "closes", closes);
  }
}
