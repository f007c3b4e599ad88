package cn.lianban.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.clock.BudgetUnit;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.Unit;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ItemsApiTest extends ApiTestBase {
  private static final String LIST =
      """
      query($search: String, $filter: ItemFilter, $first: Int, $after: String) {
        items(search: $search, filter: $filter, first: $first, after: $after) {
          nodes { id name } pageInfo { hasNextPage endCursor } } }""";
  private static final String ONE =
      """
      query($id: ID!) { item(id: $id) { code name mainItem taskType approvalType department { name }
        statutoryLimit promisedLimit limitUnit demo cancelledOn
        materials { id seq name required demo } acceptancePoints { name } } }""";

  private static final String FULL =
      """
      { items { nodes { id department { name } materials { name } acceptancePoints { name } } } }""";

  @Autowired Items catalog;

  @ParameterizedTest
  @ValueSource(strings = {"高龄", "津贴发", "gaoling", "gl", "jtff", "LIC-", "GAO LING"})
  void anItemIsFoundByPartOfItsNameByPinyinInitialsAndCode(String search) {
    TestDistrict d = districts.fresh();
    items.licence(d, "高龄津贴发放", d.unit("civil"));

    assertThat(names(signedIn(d, "clerk@east"), "search", search)).containsExactly("高龄津贴发放");
  }

  @Test
  void aSearchThatFitsNothingIsEmpty() {
    TestDistrict d = districts.fresh();
    items.licence(d, "高龄津贴发放", d.unit("civil"));

    assertThat(names(citizenOf(d), "search", "残疾")).isEmpty();
    assertThat(names(citizenOf(d), "search", "%")).isEmpty();
  }

  @Test
  void theNeighbourSeesNothing() {
    TestDistrict here = districts.fresh();
    TestDistrict neighbour = districts.fresh();
    String id = Ids.of(Item.KIND, items.licence(here, "高龄津贴发放", here.unit("civil")));

    for (Client client : List.of(signedIn(neighbour, "admin"), citizenOf(neighbour), anonymous())) {
      assertThat(names(client, "search", "gl")).isEmpty();
      assertThat(client.data(ONE, "id", id).get("item").isNull()).isTrue();
    }
  }

  @Test
  void aCitizenReadsTheGuideWithMaterialsAndAcceptancePoints() {
    TestDistrict d = districts.fresh();
    long id = items.licence(d, "高龄津贴发放", d.unit("civil"), d.unit("east"), d.unit("west"));

    JsonNode item = citizenOf(d).data(ONE, "id", Ids.of(Item.KIND, id)).get("item");

    assertThat(item.at("/department/name").asString()).isEqualTo("区民政局");
    assertThat(item.get("promisedLimit").asInt()).isEqualTo(5);
    assertThat(item.get("materials")).hasSize(2);
    assertThat(item.at("/materials/0/seq").asInt()).isEqualTo(1);
    assertThat(item.get("acceptancePoints")).hasSize(2);
  }

  @Test
  void anItemOfThePublishedListPromisesNothing() {
    TestDistrict d = districts.fresh();
    NewItem published =
        NewItem.published("X1", "失业登记", "就业", TaskType.PUBLIC_SERVICE, d.unit("civil"));
    long id = items.publish(d, published, d.unit("east"));

    JsonNode item = citizenOf(d).data(ONE, "id", Ids.of(Item.KIND, id)).get("item");

    assertThat(item.get("promisedLimit").isNull()).isTrue();
    assertThat(item.get("statutoryLimit").isNull()).isTrue();
    assertThat(names(signedIn(d, "clerk@east"), "filter", Map.of("acceptableHere", true)))
        .isEmpty();
    assertThat(accepts(d, id, "east")).isFalse();
  }

  @Test
  void acceptableHereMeansTheViewersOwnUnit() {
    TestDistrict d = districts.fresh();
    long id = items.licence(d, "高龄津贴发放", d.unit("civil"), d.unit("east"));

    Object[] here = {"filter", Map.of("acceptableHere", true)};
    assertThat(names(signedIn(d, "clerk@east"), here)).containsExactly("高龄津贴发放");
    assertThat(names(signedIn(d, "clerk@west"), here)).isEmpty();
    assertThat(names(signedIn(d, "leader"), here)).isEmpty();
    assertThat(names(citizenOf(d), here)).isEmpty();
    assertThat(accepts(d, id, "east")).isTrue();
    assertThat(accepts(d, id, "west")).isFalse();
  }

  @Test
  void theListIsNarrowedToADepartment() {
    TestDistrict d = districts.fresh();
    items.licence(d, "高龄津贴发放", d.unit("civil"));
    items.licence(d, "道路运输经营许可", d.unit("transport"));

    String transport = Ids.of(Unit.KIND, d.unit("transport"));
    assertThat(names(citizenOf(d), "filter", Map.of("unitId", transport)))
        .containsExactly("道路运输经营许可");
    assertThat(names(citizenOf(d), "filter", Map.of("unitId", "nonsense"))).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrDouble() {
    TestDistrict d = districts.fresh();
    for (int i = 0; i < 7; i++) {
      items.licence(d, i < 4 ? "同名事项" : "事项" + i, d.unit("civil"));
    }
    List<String> ids = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = citizenOf(d).data(LIST, "first", 2, "after", after).get("items");
      page.get("nodes").forEach(node -> ids.add(node.get("id").asString()));
      JsonNode info = page.get("pageInfo");
      after = info.get("hasNextPage").asBoolean() ? info.get("endCursor").asString() : null;
    } while (after != null);

    assertThat(ids).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aBadPageIsRefusedAtItsField() {
    TestDistrict d = districts.fresh();

    assertThat(citizenOf(d).errorCode(LIST, "first", 201)).isEqualTo("BAD_INPUT");
    assertThat(citizenOf(d).errorCode(LIST, "after", "???")).isEqualTo("BAD_INPUT");
  }

  @Test
  void theStatutoryLimitBoundsThePromise() {
    TestDistrict d = districts.fresh();
    NewItem tooLong =
        new NewItem(
            "X2",
            "许可",
            "",
            TaskType.LICENCE,
            ApprovalType.PROMISED,
            d.unit("civil"),
            5,
            6,
            BudgetUnit.WORKING_DAYS,
            false);

    assertThatThrownBy(() -> items.publish(d, tooLong)).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aPageOfItemsTakesTheSameNumberOfStatementsHoweverLongItIs() {
    TestDistrict d = districts.fresh();
    items.licence(d, "事项", d.unit("civil"), d.unit("east"));
    int one = Statements.during(sql, "catalog", () -> citizenOf(d).data(FULL));
    for (int i = 0; i < 9; i++) {
      items.licence(d, "事项" + i, d.unit("transport"), d.unit("east"), d.unit("west"));
    }

    assertThat(one).isEqualTo(3);
    assertThat(Statements.during(sql, "catalog", () -> citizenOf(d).data(FULL))).isEqualTo(one);
  }

  private boolean accepts(TestDistrict d, long item, String unit) {
    return districts.in(d.id(), () -> catalog.acceptableAt(item, d.unit(unit)));
  }

  private static List<String> names(Client client, Object... variables) {
    List<String> names = new ArrayList<>();
    client
        .data(LIST, variables)
        .at("/items/nodes")
        .forEach(node -> names.add(node.get("name").asString()));
    return names;
  }
}
