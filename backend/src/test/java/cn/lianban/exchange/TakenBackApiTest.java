package cn.lianban.exchange;

import static cn.lianban.exchange.ImportStory.stays;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.CaseLookup;
import cn.lianban.cases.PastCases;
import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A whole import of every kind goes back while nothing was built on it, and says what was. */
class TakenBackApiTest extends ApiTestBase {
  private static final String CASES = "来源,申办号,事项编码,受理部门,申请人,受理时间,办结时间,审批结果";
  @Autowired Items catalogue;
  @Autowired CaseLookup lookup;
  @Autowired TenantScope scope;
  @Autowired PastCases past;

  private ImportStory written(TestDistrict here, String kind, String... lines) {
    return ImportStory.written(signedIn(here, "admin"), kind, lines);
  }

  private static void goesBack(ImportStory story) {
    JsonNode back = story.undo();
    assertThat(back.get("status").asString()).as(back.toString()).isEqualTo("UNDONE");
  }

  private Item item(TestDistrict here, String code) {
    return districts.in(here.id(), () -> catalogue.byCode().get(code));
  }

  private String licence(TestDistrict here) {
    long id = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east"));
    return districts.in(here.id(), () -> catalogue.find(id).orElseThrow().code());
  }

  @Test
  void itemsGoUntilAnAcceptancePointHoldsOne() {
    TestDistrict here = districts.fresh();
    String[] list = {"事项编码,事项名称,实施部门", "X-1,事项一,区民政局", "X-2,事项二,区民政局"};
    goesBack(written(here, "items", list));
    assertThat(item(here, "X-1")).isNull();

    ImportStory again = written(here, "items", list);
    written(here, "acceptance-points", "事项编码,受理点", "X-1,城东街道便民服务中心");
    stays(again, "第 2 行", "受理点");
  }

  private String units(TestDistrict here) {
    return new String(
        signedIn(here, "admin").download("/export/lists/units?format=CSV").body(),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void departmentsThatItemsBroughtAlongGoWithThem() {
    TestDistrict here = districts.fresh();
    String before = units(here);
    String[] list = {
      "事项编码,事项名称,实施部门,部门编码", "X-1,事项一,区数据局,D-1", "X-2,事项二,区民政局,", "X-3,事项三,区数据局,D-2"
    };
    ImportStory story = written(here, "items", list);
    assertThat(units(here)).contains("区数据局", "D-1").isNotEqualTo(before);

    JsonNode back = story.undo();
    assertThat(back.get("status").asString()).isEqualTo("UNDONE");
    assertThat(back.get("undoNote").asString()).isEqualTo("导入时新建的部门一并撤回：区数据局。");
    assertThat(units(here)).isEqualTo(before);
    JsonNode plain = written(here, "items", list[0], list[2]).undo();
    assertThat(plain.get("undoNote").isNull()).as("the department was there before").isTrue();
    assertThat(units(here)).isEqualTo(before);
    goesBack(written(here, "items", list)); // the same list brings it anew
  }

  @Test
  void aDepartmentOnWhichSomethingWasBuiltStaysAndIsNamed() {
    TestDistrict here = districts.fresh();
    String head = "事项编码,事项名称,实施部门";
    ImportStory story =
        written(
            here, "items", head, "X-1,事项一,区数据局", "X-2,事项二,区林业局", "X-3,事项三,区水务局", "X-4,事项四,区粮食局");
    String login = "neu." + here.code();
    written(here, "people", "登录名,姓名,角色,单位", login + ",新人,部门经办人,区数据局");
    written(here, "items", head, "Y-1,别的事项,区林业局");
    written(here, "units", "单位名称,机构编码", "区水务局,W-1");

    JsonNode back = story.undo();
    assertThat(back.get("status").asString()).as(back.toString()).isEqualTo("UNDONE");
    assertThat(back.get("undoNote").asString())
        .contains("一并撤回：区粮食局。", "予以保留：")
        .containsPattern("予以保留：(区数据局|、|区林业局|区水务局)+。$");
    assertThat(units(here)).contains("区数据局", "区林业局", "区水务局").doesNotContain("区粮食局");
    assertThat(item(here, "X-2")).isNull();
    assertThat(item(here, "Y-1")).isNotNull();
    assertThat(units(districts.fresh())).doesNotContain("区数据局");
  }

  @Test
  void acceptancePointsAndLocalDaysGo() {
    TestDistrict here = districts.fresh();
    String code = licence(here);
    goesBack(written(here, "acceptance-points", "事项编码,受理点", code + ",城西街道便民服务中心"));
    goesBack(written(here, "calendar", "日期,安排,事由", "2026-12-07,休息,运动会"));

    Item item = item(here, code);
    boolean open =
        districts.in(here.id(), () -> catalogue.acceptableAt(item.id(), here.unit("west")));
    assertThat(open).isFalse();
  }

  @Test
  void anAcceptancePointStaysOnceACaseHasComeInThere() {
    TestDistrict here = districts.fresh();
    TestCases cases = new TestCases(districts, scope, past);
    String code = licence(here);
    ImportStory opened = written(here, "acceptance-points", "事项编码,受理点", code + ",城西街道便民服务中心");
    cases.open(here, item(here, code).id(), here.unit("east"), now.instant(), false);
    goesBack(opened); // a case elsewhere holds on to nothing

    ImportStory again = written(here, "acceptance-points", "事项编码,受理点", code + ",城西街道便民服务中心");
    cases.open(here, item(here, code).id(), here.unit("west"), now.instant(), false);
    stays(again, "第 2 行", "已有办件在此受理");
  }

  @Test
  void confirmedLimitsGoBackToTheVersionBeforeUntilACaseIsAcceptedUnderThem() {
    TestDistrict here = districts.fresh();
    String code = licence(here);
    Integer before = item(here, code).promisedLimit();
    String[] table = {"事项编码,承诺时限,确认文号", code + ",2,某政〔2026〕3号"};
    ImportStory story = written(here, "item-confirmations", table);
    assertThat(item(here, code).promisedLimit()).isEqualTo(2);
    goesBack(story);
    assertThat(item(here, code).promisedLimit()).isEqualTo(before);

    ImportStory again = written(here, "item-confirmations", table);
    written(here, "cases", CASES, "省平台,Z-1," + code + ",区民政局,王小明,2026-09-29 10:00,,");
    stays(again, "办件");
  }

  @Test
  void peopleGoUntilSomebodySignsInAndTheSameListOpensThemAnew() {
    TestDistrict here = districts.fresh();
    String login = "neu." + here.code();
    String[] list = {"登录名,姓名,角色,单位", login + ",新人,部门经办人,区民政局"};
    goesBack(written(here, "people", list));
    assertThat(account(here, login).get("disabledAt").isNull()).isFalse();
    assertThat(account(here, login).get("posts")).isEmpty();

    ImportStory again = written(here, "people", list);
    JsonNode back = account(here, login);
    assertThat(back.get("disabledAt").isNull()).isTrue();
    Client newcomer = anonymous();
    newcomer.signIn(login, firstPassword(here, back.get("id").asString()));
    stays(again, "新人已登录使用账号");
  }

  private JsonNode account(TestDistrict here, String login) {
    return signedIn(here, "admin")
        .data(
            "query($s: String) { accounts(search: $s) { nodes { id disabledAt posts { role } } } }",
            "s",
            login)
        .at("/accounts/nodes/0");
  }

  private String firstPassword(TestDistrict here, String id) {
    return signedIn(here, "admin")
        .data(
            "mutation($i: FirstPasswordsIssueInput!) { firstPasswordsIssue(input: $i) { slips { firstPassword } } }",
            "i",
            Map.of("idempotencyKey", Client.key(), "ids", java.util.List.of(id)))
        .at("/firstPasswordsIssue/slips/0/firstPassword")
        .asString();
  }

  @Test
  void casesGoUntilOneIsRatedAndTheSameFileBringsThemAgain() {
    TestDistrict here = districts.fresh();
    String line = "省平台,H-1," + licence(here) + ",区民政局,王小明,2026-09-29 10:00,2026-10-09 09:00,准予";
    ImportStory first = written(here, "cases", CASES, line);
    String number = number(here);
    goesBack(first);
    assertThat(districts.in(here.id(), () -> lookup.byNumbers(java.util.List.of("H-1")))).isEmpty();
    String exported =
        new String(
            signedIn(here, "supervisor").download("/export/lists/cases?format=CSV").body(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(exported).doesNotContain(number).doesNotContain("H-1");

    ImportStory again = written(here, "cases", CASES, line);
    ImportStory ratings =
        written(
            here,
            "ratings",
            "来源,rowguid,projectno,satisfaction,assesstime",
            "省平台,R1,H-1,满意,2026-10-10");
    stays(again, "第 2 行", "评价");

    goesBack(ratings);
    goesBack(again);
  }

  private String number(TestDistrict here) {
    return districts.in(
        here.id(), () -> lookup.byNumbers(java.util.List.of("H-1")).get("H-1").number());
  }

  @Test
  void ratingsGoAndTheirCaseCanBeRatedAgain() {
    TestDistrict here = districts.fresh();
    written(
        here,
        "cases",
        CASES,
        "省平台,H-1," + licence(here) + ",区民政局,王小明,2026-09-29 10:00,2026-10-09 09:00,准予");
    String[] rated = {"来源,rowguid,projectno,satisfaction,assesstime", "省平台,R1,H-1,满意,2026-10-10"};
    goesBack(written(here, "ratings", rated));
    assertThat(ratings(here)).isZero();
    written(here, "ratings", rated);
    assertThat(ratings(here)).isOne();
  }

  private int ratings(TestDistrict here) {
    return signedIn(here, "supervisor")
        .data("{ ratings(filter: {}) { nodes { id } } }")
        .at("/ratings/nodes")
        .size();
  }

  @Test
  void aLaterDecisionThatAFileBroughtDoesNotGoBackwards() {
    TestDistrict here = districts.fresh();
    String head = "省平台,H-1," + licence(here) + ",区民政局,王小明,2026-09-29 10:00,";
    written(here, "cases", CASES, head + ",");
    stays(written(here, "cases", CASES, head + "2026-10-09 09:00,准予"), "不能倒退");
  }
}
