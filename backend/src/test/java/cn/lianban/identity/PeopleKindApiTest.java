package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.exchange.Change;
import cn.lianban.exchange.Findings;
import cn.lianban.exchange.Incoming;
import cn.lianban.exchange.Row;
import cn.lianban.exchange.Selection;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Units;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The staff list as a file brings it. */
class PeopleKindApiTest extends ApiTestBase {
  @Autowired PeopleKind kind;
  @Autowired StaffList list;
  @Autowired TenantScope scope;
  @Autowired Units units;

  @Test
  void aPersonWithTwoPostsIsOneAccountAndTheSameListAgainIsUnchanged() {
    TestDistrict here = districts.fresh();
    List<Row> rows =
        List.of(
            row(here, "li.si", "李四", "DEPARTMENT_OFFICER", "区民政局"),
            row(here, "li.si", "李四", "DEPARTMENT_OFFICER", "07"));

    asAdministrator(
        here,
        () -> {
          units.addAlias(here.unit("transport"), "07");
          assertThat(findings(rows)).isEmpty();
          kind.apply(rows.stream().map(row -> new Change(row, null)).toList(), new Silent());
          assertThat(list.current(rows)).hasSize(2);
          return true;
        });

    Client admin = signedIn(here, "admin");
    JsonNode found =
        admin.data(
            "query($s: String) { accounts(search: $s) { nodes { id name mobile mustChangePassword posts { unit { name } } } } }",
            "s",
            "li.si." + here.code());
    assertThat(found.at("/accounts/nodes")).hasSize(1);
    assertThat(found.at("/accounts/nodes/0/posts")).hasSize(2);
    String id = found.at("/accounts/nodes/0/id").asString();
    JsonNode sheet = issue(admin, id);
    assertThat(sheet.get("userErrors")).isEmpty();
    Client lisi = anonymous();
    lisi.signIn("li.si." + here.code(), sheet.at("/slips/0/firstPassword").asString());
    assertThat(lisi.errorCode("{ units { name } }")).isEqualTo("MUST_CHANGE_PASSWORD");
  }

  @Test
  void firstPasswordsAreIssuedToThoseAloneWhoHaveOneToChange() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String leader = AccountsApiTest.find(admin, here.loginOf("leader")).get("id").asString();

    assertThat(issue(admin, leader).at("/userErrors/0/code").asString()).isEqualTo("NOT_PENDING");
  }

  @Test
  void rowsThatCannotBeAreRefusedAtTheirCells() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    List<Row> rows =
        List.of(
            row(here, "a1", "张三", "DEPARTMENT_OFFICER", "无名局"),
            row(here, "a2", "张三", "WINDOW_CLERK", null),
            row(there, "clerk@east", "张三", "DEPARTMENT_OFFICER", "区民政局"),
            row(here, "a 4", "张三", "DEPARTMENT_OFFICER", "区民政局"),
            row(here, "clerk@east", "张三", "DEPARTMENT_OFFICER", "区民政局"));

    List<String> told = asAdministrator(here, () -> findings(rows));

    assertThat(told)
        .containsExactly(
            "unit 本区没有单位“无名局”",
            "unit 请选择单位",
            "loginName 登录名已被使用，请换一个",
            "loginName 登录名为 3 至 60 个小写字母、数字、汉字或 . _ @ -",
            "unit 单位与账号不在同一层级或街道");
  }

  @Test
  void whoStandsBesideTheUnitsComesInUnderAWordAndGoesOutUnderIt() {
    TestDistrict here = districts.fresh();
    List<Row> rows =
        List.of(
            row(here, "du.cha", "督查", "SUPERVISOR", "区级"),
            row(here, "shen.he", "审核", "LEGAL_REVIEWER", "区级"),
            row(here, "shen.ji", "审计", "AUDITOR", "区级"));

    asAdministrator(
        here,
        () -> {
          assertThat(findings(rows)).isEmpty();
          kind.apply(rows.stream().map(row -> new Change(row, null)).toList(), new Silent());
          return true;
        });

    List<Row> out =
        asAdministrator(here, () -> list.rows(new Selection(List.of(), Map.of(), null)));
    assertThat(out).allSatisfy(row -> assertThat(row.text("unit")).isNotNull());
    assertThat(asAdministrator(here, () -> list.current(out))).hasSameSizeAs(out);
    assertThat(out)
        .filteredOn(row -> row.need("loginName").equals("shen.he." + here.code()))
        .singleElement()
        .satisfies(row -> assertThat(row.text("unit")).isEqualTo("区级"));
    List<Row> inUnit = List.of(row(here, "ling.dao", "领导", "LEADER", "区民政局"));
    assertThat(asAdministrator(here, () -> findings(inUnit)))
        .containsExactly("unit 该角色不属于任何单位，单位请写“区级”");
  }

  @Test
  void rowsOfOneListAreHeldAgainstEachOther() {
    TestDistrict here = districts.fresh();
    List<Row> rows =
        List.of(
            row(here, "x1", "甲", "AUDITOR", "区级"),
            row(here, "x1", "甲", "DISTRICT_ADMIN", "区级"),
            row(here, "x2", "乙", "WINDOW_CLERK", "城东街道便民服务中心"),
            row(here, "x2", "乙", "WINDOW_CLERK", "城西街道便民服务中心"),
            row(here, "x2", "乙", "SUB_DISTRICT_ADMIN", "城东街道便民服务中心"));

    assertThat(asAdministrator(here, () -> findings(rows)))
        .containsExactly("role 审计员与管理员不能由同一账号担任", "unit 单位与账号不在同一层级或街道");
  }

  @Test
  void theListGoesOutARowAPost() {
    TestDistrict here = districts.fresh();

    List<Row> out =
        asAdministrator(here, () -> list.rows(new Selection(List.of("loginName"), Map.of(), null)));

    assertThat(out).hasSize(11);
    assertThat(out)
        .filteredOn(row -> row.need("loginName").equals(here.loginOf("clerk@east")))
        .singleElement()
        .satisfies(row -> assertThat(row.text("unit")).isEqualTo("城东街道便民服务中心"));
  }

  private static Row row(TestDistrict d, String login, String name, String role, String unit) {
    return Row.empty()
        .with("loginName", login + "." + d.code())
        .with("name", name)
        .with("role", role)
        .with("unit", unit)
        .with("mobile", "13800138000");
  }

  private List<String> findings(List<Row> rows) {
    List<String> told = new ArrayList<>();
    kind.check(
        rows,
        new Findings() {
          @Override
          public void refuse(Row row, String column, String words) {
            told.add(column + " " + words);
          }

          @Override
          public void note(Row row, String words) {}
        });
    return told;
  }

  /** In the scope that the district's administrator has on a request. */
  private <T> T asAdministrator(TestDistrict here, Supplier<T> work) {
    return cn.lianban.tenancy.TestScopes.as(scope, posts, here.id(), account(here), work);
  }

  @Autowired Posts posts;

  private long account(TestDistrict here) {
    Client admin = signedIn(here, "admin");
    return cn.lianban.graphql.Ids.parse(
        "Account", AccountsApiTest.find(admin, here.loginOf("admin")).get("id").asString());
  }

  private static JsonNode issue(Client admin, String id) {
    return admin
        .data(
            "mutation($input: FirstPasswordsIssueInput!) { firstPasswordsIssue(input: $input) { slips { firstPassword account { loginName } } userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "ids", List.of(id)))
        .get("firstPasswordsIssue");
  }

  private static final class Silent implements Incoming {
    @Override
    public long importId() {
      return 1;
    }

    @Override
    public void note(Row row, String words) {}
  }
}
