package cn.lianban.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GuideApiTest extends ApiTestBase {
  private static final String GUIDE =
      """
      query($id: ID!) { guide(id: $id) { documentNo content { steps conditions fee }
        item { name promisedLimit materials { name issuer reuse } } } }""";
  private static final String OVERLAPS =
      """
      query($kind: OverlapKind!, $across: Boolean, $first: Int, $after: String) {
        overlaps(kind: $kind, acrossDepartments: $across, first: $first, after: $after) {
          nodes { text items departments reusable examples { name } } pageInfo { hasNextPage endCursor } } }""";
  private TestDistrict here;
  private long item;

  @BeforeEach
  void aDistrictWithAnItem() {
    here = districts.fresh();
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
  }

  private void publish() {
    Map<String, Object> content = TestVersions.content("高龄津贴发放", 3);
    TestVersions.publish(
        signedIn(here, "officer@civil"),
        signedIn(here, "legal"),
        signedIn(here, "admin"),
        item,
        content,
        now.today().toString());
  }

  @Test
  void aCitizenReadsWhatIsPublishedAndNoDraft() {
    JsonNode draft = TestVersions.done(TestVersions.open(signedIn(here, "officer@civil"), item));
    TestVersions.done(
        TestVersions.save(signedIn(here, "officer@civil"), draft, TestVersions.content("改名草稿", 3)));
    assertThat(guide(citizenOf(here)).toString()).doesNotContain("改名草稿");
    TestVersions.done(
        TestVersions.step(
            signedIn(here, "officer@civil"),
            "itemDraftWithdraw",
            TestVersions.versions(signedIn(here, "officer@civil"), item).get(0)));

    publish();

    JsonNode guide = guide(citizenOf(here));
    assertThat(guide.get("documentNo").asString()).isEqualTo("测政办〔2026〕1号");
    assertThat(guide.at("/content/steps")).hasSize(3);
    assertThat(guide.at("/item/materials/1/issuer").asString()).isEqualTo("公安机关");
  }

  @Test
  void aCitizenReadsWhereToGoWithAddressTelephoneAndHours() {
    Client admin = signedIn(here, "admin");
    String hall = point(admin, "HALL", "政务服务中心", "civil", null, "人民路 1 号", "0826-1234567");
    point(admin, "STATION", "东门社区服务站", "east", null, "东门街 3 号", "");
    JsonNode station = places().get(0);
    assertThat(station.get("name").asString())
        .as("where there is nothing else")
        .isEqualTo("东门社区服务站");
    String window = point(admin, "WINDOW", "3 号窗口", "east", hall, "", "");

    JsonNode place = places().get(0);

    assertThat(places()).as("the station is left to its own business").hasSize(1);
    assertThat(place.get("unit").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(place.get("name").asString()).isEqualTo("政务服务中心 · 3 号窗口");
    assertThat(place.get("address").asString()).isEqualTo("人民路 1 号");
    assertThat(place.get("phone").asString()).isEqualTo("0826-1234567");
    assertThat(place.at("/openingHours/0/opens").asString()).isEqualTo("09:00");
    admin.data(
        "mutation($input: ServicePointCloseInput!) { servicePointClose(input: $input) { userErrors { code } } }",
        "input",
        Map.of(
            "idempotencyKey",
            Client.key(),
            "id",
            window,
            "expectedVersion",
            0,
            "closedOn",
            now.today().toString()));
    assertThat(places().get(0).get("name").asString()).isEqualTo("东门社区服务站");
  }

  private JsonNode places() {
    return citizenOf(here)
        .data(
            "query($id: ID!) { guide(id: $id) { places { unit name address phone openingHours { weekday opens closes } } } }",
            "id",
            Ids.of("Item", item))
        .at("/guide/places");
  }

  private String point(
      Client admin,
      String kind,
      String name,
      String unit,
      String parent,
      String address,
      String phone) {
    Map<String, Object> input = new HashMap<>();
    input.put("idempotencyKey", Client.key());
    input.put("kind", kind);
    input.put("name", name);
    input.put("unitId", Ids.of("Unit", here.unit(unit)));
    input.put("parentId", parent);
    input.put("address", address);
    input.put("phone", phone);
    input.put(
        "openingHours",
        kind.equals("WINDOW")
            ? List.of()
            : List.of(Map.of("weekday", 1, "opens", "09:00", "closes", "17:00")));
    JsonNode made =
        admin
            .data(
                "mutation($input: ServicePointCreateInput!) { servicePointCreate(input: $input) { servicePoint { id } userErrors { code field message } } }",
                "input",
                input)
            .get("servicePointCreate");
    assertThat(made.get("userErrors")).isEmpty();
    return made.at("/servicePoint/id").asString();
  }

  @Test
  void theNeighbourReadsNothing() {
    assertThat(guide(citizenOf(districts.fresh())).isNull()).isTrue();
    assertThat(overlaps(signedIn(districts.fresh(), "admin"), "MATERIAL", false).get("nodes"))
        .isEmpty();
  }

  @Test
  void whatTwoItemsAskForIsReportedWithHowManyDepartmentsAsk() {
    publish();
    items.licence(here, "临时救助", here.unit("civil"));
    items.licence(here, "道路运输经营许可", here.unit("transport"));
    Client officer = signedIn(here, "officer@civil");

    JsonNode all = overlaps(officer, "MATERIAL", false);
    assertThat(all.at("/nodes").findValuesAsString("text")).containsExactly("申请书", "身份证明");
    assertThat(all.at("/nodes/1/items").asInt()).isEqualTo(3);
    assertThat(all.at("/nodes/1/departments").asInt()).isEqualTo(2);
    assertThat(all.at("/nodes/1/reusable").asInt()).isEqualTo(1);
    assertThat(all.at("/nodes/1/examples")).hasSize(3);
    assertThat(overlaps(officer, "CONDITION", false).get("nodes")).isEmpty();
    assertThat(overlaps(officer, "MATERIAL", true).get("nodes")).hasSize(2);
  }

  @Test
  void itsPagesFollowEachOtherAndTheReportIsForStaff() {
    items.licence(here, "临时救助", here.unit("civil"));
    Client officer = signedIn(here, "officer@civil");
    JsonNode first = officer.data(OVERLAPS, "kind", "MATERIAL", "first", 1).get("overlaps");
    JsonNode second =
        officer
            .data(
                OVERLAPS,
                "kind",
                "MATERIAL",
                "first",
                1,
                "after",
                first.at("/pageInfo/endCursor").asString())
            .get("overlaps");

    assertThat(List.of(first.at("/nodes/0/text").asString(), second.at("/nodes/0/text").asString()))
        .containsExactly("申请书", "身份证明");
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    assertThat(citizenOf(here).errorCode(OVERLAPS, "kind", "MATERIAL"))
        .isEqualTo("UNAUTHENTICATED");
  }

  private JsonNode guide(Client who) {
    return who.data(GUIDE, "id", Ids.of("Item", item)).get("guide");
  }

  private static JsonNode overlaps(Client who, String kind, boolean across) {
    return who.data(OVERLAPS, "kind", kind, "across", across).get("overlaps");
  }
}
