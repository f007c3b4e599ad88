package cn.lianban.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Long lists in the order asked for, page by page: the one way is the other way reversed. */
class RowOrderApiTest extends ApiTestBase {
  private TestDistrict here;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
  }

  @Test
  void accountsGoByNameAndByTheirLastSignInWithWhoNeverCameFirst() {
    Client admin = signedIn(here, "admin");
    signedIn(here, "clerk@east");
    signedIn(here, "leader");
    List<JsonNode> byName = bothWays(admin, "accounts", "AccountOrder", "NAME", "id name");
    assertThat(texts(byName, "name")).isSorted();
    List<JsonNode> bySignIn =
        bothWays(admin, "accounts", "AccountOrder", "LAST_SIGN_IN", "id lastSignInAt");
    assertThat(bySignIn.getFirst().get("lastSignInAt").isNull()).isTrue();
    List<String> moments =
        texts(bySignIn, "lastSignInAt").stream().filter(at -> !at.equals("null")).toList();
    assertThat(moments).hasSize(3).isSorted();
    assertThat(bySignIn.subList(bySignIn.size() - 3, bySignIn.size()))
        .noneMatch(row -> row.get("lastSignInAt").isNull());
    assertThat(texts(bothWays(admin, "accounts", "AccountOrder", "LOGIN", "id loginName"), "id"))
        .hasSameElementsAs(texts(byName, "id"));
    assertThat(
            admin.errorCode("{ accounts(orderBy: LAST_SIGN_IN, after: \"PXg\") { nodes { id } } }"))
        .isEqualTo("BAD_INPUT");
  }

  @Test
  void itemsGoByCodeDepartmentAndPromiseForAnybody() {
    items.licence(here, "丙许可", here.unit("civil"), here.unit("east"));
    items.licence(here, "甲许可", here.unit("transport"), here.unit("east"));
    items.licence(here, "乙许可", here.unit("civil"), here.unit("east"));
    Client citizen = citizenOf(here);
    assertThat(texts(bothWays(citizen, "items", "ItemOrder", "CODE", "id code"), "code"))
        .hasSize(3)
        .isSorted();
    bothWays(citizen, "items", "ItemOrder", "PROMISED", "id");
    bothWays(citizen, "items", "ItemOrder", "NAME", "id");
    List<String> departments =
        bothWays(citizen, "items", "ItemOrder", "DEPARTMENT", "id department { name }").stream()
            .map(item -> item.at("/department/name").asString())
            .toList();
    assertThat(departments).hasSize(3);
    assertThat(departments.getFirst()).isNotEqualTo(departments.getLast());
    assertThat(departments.get(1)).isEqualTo("区民政局");
    assertThat(paged(citizenOf(districts.fresh()), "items", "ItemOrder", "CODE", "id")).isEmpty();
  }

  @Test
  void theAuditTrailGoesFromItsFirstEntryOnAsWell() {
    Client auditor = signedIn(here, "auditor");
    for (int i = 0; i < 3; i++) {
      auditor.download("/export/lists/units?format=CSV");
    }
    List<JsonNode> entries = bothWays(auditor, "auditEntries", "AuditOrder", "AT", "id at");
    assertThat(entries).hasSizeGreaterThan(2);
    assertThat(texts(entries, "at").getFirst()).isLessThanOrEqualTo(texts(entries, "at").getLast());
  }

  /** Read upwards; that downwards is the reverse is seen to. */
  private static List<JsonNode> bothWays(
      Client who, String list, String type, String order, String fields) {
    List<JsonNode> up = paged(who, list, type, order, fields);
    List<JsonNode> down = paged(who, list, type, order + "_DESC", fields);
    assertThat(texts(down, "id")).isEqualTo(texts(up, "id").reversed());
    assertThat(texts(up, "id")).doesNotHaveDuplicates();
    return up;
  }

  private static List<JsonNode> paged(
      Client who, String list, String type, String order, String fields) {
    String document =
        "query($after: String, $by: %s) { %s(first: 2, after: $after, orderBy: $by) { nodes { %s } pageInfo { hasNextPage endCursor } } }"
            .formatted(type, list, fields);
    List<JsonNode> rows = new ArrayList<>();
    String after = null;
    do {
      JsonNode page = who.data(document, "after", after, "by", order).get(list);
      page.get("nodes").forEach(rows::add);
      after =
          page.at("/pageInfo/hasNextPage").asBoolean()
              ? page.at("/pageInfo/endCursor").asString()
              : null;
    } while (after != null);
    return rows;
  }

  private static List<String> texts(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.get(field).asString("null")).toList();
  }
}
