package cn.lianban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestDistrict;
import cn.lianban.testing.TestDistricts;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ViewerApiTest extends ApiTestBase {
  private static final String VIEWER =
      """
      { viewer {
          loginName name mustChangePassword
          unit { name }
          posts { role unit { name } subDistrict { code } }
          viewerCanAcceptCases viewerCanEditCalendar viewerCanSeeBoard
          viewerCanAdministerAccounts viewerCanReadAudit
      } }""";
  @Autowired private DSLContext sql;
  @Autowired private TenantScope scope;
  @Autowired private Accounts accounts;
  @Autowired private Posts posts;

  @Test
  void aClerkIsToldWhoHeIsAndWhere() {
    TestDistrict here = districts.fresh();

    JsonNode viewer = signedIn(here, "clerk@east").data(VIEWER).get("viewer");

    assertThat(viewer.get("name").asString()).isEqualTo("测试员clerk@east");
    assertThat(viewer.at("/unit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(viewer.get("posts")).hasSize(1);
    assertThat(viewer.at("/posts/0/role").asString()).isEqualTo("WINDOW_CLERK");
    assertThat(viewer.at("/posts/0/unit/name").asString()).isEqualTo("城东街道便民服务中心");
    assertThat(viewer.at("/posts/0/subDistrict/code").asString()).isEqualTo(here.code() + "001");
  }

  @Test
  void nobodyIsNull() {
    TestDistrict here = districts.fresh();

    assertThat(anonymous().data(VIEWER).get("viewer").isNull()).isTrue();
    assertThat(citizenOf(here).data(VIEWER).get("viewer").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "clerk@east, true, false, false, false, false",
    "officer@civil, false, false, false, false, false",
    "head@civil, false, false, true, false, false",
    "admin@east, false, false, true, true, false",
    "admin, false, true, true, true, true",
    "supervisor, false, false, true, false, false",
    "leader, false, false, true, false, false",
    "auditor, false, false, true, false, true",
  })
  void eachRoleIsOfferedItsOwnScreens(
      String person,
      boolean accept,
      boolean calendar,
      boolean board,
      boolean admin,
      boolean audit) {
    JsonNode viewer = signedIn(districts.fresh(), person).data(VIEWER).get("viewer");

    assertThat(viewer.get("viewerCanAcceptCases").asBoolean()).isEqualTo(accept);
    assertThat(viewer.get("viewerCanEditCalendar").asBoolean()).isEqualTo(calendar);
    assertThat(viewer.get("viewerCanSeeBoard").asBoolean()).isEqualTo(board);
    assertThat(viewer.get("viewerCanAdministerAccounts").asBoolean()).isEqualTo(admin);
    assertThat(viewer.get("viewerCanReadAudit").asBoolean()).isEqualTo(audit);
  }

  @Test
  void anOperatorSignsInChangesHisPasswordAndSeesNoTenantsRows() {
    districts.fresh();
    String login = "operator." + System.nanoTime();
    scope.inDistrict(
        0,
        Reach.ALL,
        "job:test",
        () ->
            scope.write(
                () -> {
                  long id =
                      accounts.create(
                          new Accounts.NewAccount(login, "运营员", TestDistricts.PASSWORD, null),
                          true);
                  posts.assign(id, Role.PLATFORM_OPERATOR, null, null);
                  return id;
                }));
    Client operator = anonymous();
    operator.signIn(login, TestDistricts.PASSWORD);

    assertThat(operator.errorCode("{ units { name } }")).isEqualTo("MUST_CHANGE_PASSWORD");
    operator.data(
        "mutation($k: ID!) { passwordChange(input: {idempotencyKey: $k, oldPassword: \""
            + TestDistricts.PASSWORD
            + "\", newPassword: \"Brand-new-horse-8\"}) { userErrors { code } } }",
        "k",
        Client.key());
    JsonNode viewer = operator.data(VIEWER).get("viewer");

    assertThat(viewer.get("mustChangePassword").asBoolean()).isFalse();
    assertThat(viewer.at("/posts/0/role").asString()).isEqualTo("PLATFORM_OPERATOR");
    assertThat(operator.data("{ district { name } units { name } }").toString())
        .isEqualTo("{\"district\":null,\"units\":[]}");
    assertThat(operator.errorCode(AccountsApiTest.LIST)).isEqualTo("FORBIDDEN");
  }

  @Test
  void anOperatorsPostExistsInNoDistrict() {
    TestDistrict here = districts.fresh();

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> districts.person(here, "spy", Role.PLATFORM_OPERATOR))
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
  }

  @Test
  void aPageOfAccountsCostsTheSameStatementsHoweverLongItIs() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    String page =
        "query($n: Int) { accounts(first: $n) { nodes { loginName posts { role unit { name subDistrict"
            + " { code } } subDistrict { code } } } } }";

    assertThat(Statements.texts(sql, () -> admin.data(page, "n", 4)))
        .hasSize(5) // who asks, accounts, posts, units, sub-districts
        .hasSameSizeAs(Statements.texts(sql, () -> admin.data(page, "n", 100)));
    assertThat(Statements.texts(sql, () -> admin.data(VIEWER))).hasSizeLessThanOrEqualTo(5);
  }
}
