package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Where cases and ratings came from, as people and programs see it; the own sheet both ways. */
class OriginApiTest extends ApiTestBase {
  private static final String BY_NUMBER =
      "query($n: String!) { caseByNumber(number: $n) { number source foreignNo foreignDueOn dueDifference } }";
  private static final String RATINGS =
      "{ ratings(filter: {}) { nodes { source foreignNo case { id } } } }";
  @Autowired Items catalogue;
  @Autowired TenantScope scope;
  @Autowired PastCases past;

  private Item licence(TestDistrict here) {
    long id = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east"));
    return districts.in(here.id(), () -> catalogue.find(id).orElseThrow());
  }

  private JsonNode bring(TestDistrict here, String kind, byte[] file) {
    ImportStory story = new ImportStory(signedIn(here, "admin")).upload(kind, kind + ".csv", file);
    JsonNode tried = story.stage();
    return tried.get("viewerCanApply").asBoolean() ? story.apply("VALID_ROWS") : tried;
  }

  private void bringForeign(TestDistrict here, String code) {
    bring(
        here,
        "cases",
        ImportStory.csv(
            "UTF-8",
            "来源,申办号,事项编码,受理部门,申请人,受理时间,承诺办结日期,办结时间,审批结果",
            "省平台,SF-1,"
                + code
                + ",城东街道便民服务中心,王小明,2026-09-29 10:00,2026-10-06,2026-10-09 09:00,准予"));
  }

  private static JsonNode byNumber(Client client, String number) {
    return client.data(BY_NUMBER, "n", number).get("caseByNumber");
  }

  @Test
  void aCaseIsFoundByTheOtherPlatformsNumberAndTellsWhereItsDatesDiffer() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    bringForeign(here, licence(here).code());

    JsonNode found = byNumber(signedIn(here, "clerk@east"), " SF-1 ");

    assertThat(found.get("source").asString()).isEqualTo("省平台");
    assertThat(found.get("foreignNo").asString()).isEqualTo("SF-1");
    assertThat(found.get("foreignDueOn").asString()).isEqualTo("2026-10-06");
    assertThat(found.get("dueDifference").asString())
        .contains("2026-10-06", "2026-10-12", "没有计入法定节假日和调休");
    assertThat(byNumber(signedIn(here, "clerk@west"), "SF-1").isNull()).isTrue();
    assertThat(byNumber(signedIn(there, "supervisor"), "SF-1").isNull()).isTrue();
    assertThat(byNumber(signedIn(here, "clerk@east"), "SF-2").isNull()).isTrue();
  }

  @Test
  void aCaseOfOurOwnSaysSo() {
    TestDistrict here = districts.fresh();
    Item item = licence(here);
    new TestCases(districts, scope, past)
        .open(here, item.id(), here.unit("east"), now.instant(), false);
    String number = sheet(here, "").split(",")[1];

    JsonNode found = byNumber(signedIn(here, "clerk@east"), number);

    assertThat(found.get("source").asString()).isEqualTo("WINDOW");
    assertThat(found.get("foreignNo").isNull()).isTrue();
    assertThat(found.get("dueDifference").isNull()).isTrue();
  }

  @Test
  void aRatingsNumberElsewhereIsForThoseWhoMaySeeItsCase() {
    TestDistrict here = districts.fresh();
    bringForeign(here, licence(here).code());
    bring(
        here,
        "ratings",
        ImportStory.csv(
            "UTF-8", "来源,rowguid,projectno,satisfaction,assesstime", "省平台,R-1,SF-1,满意,2026-10-10"));

    JsonNode seen = signedIn(here, "supervisor").data(RATINGS).at("/ratings/nodes/0");
    assertThat(seen.get("source").asString()).isEqualTo("省平台");
    assertThat(seen.get("foreignNo").asString()).isEqualTo("R-1");

    assertThat(signedIn(here, "head@civil").data(RATINGS).toString())
        .contains("nodes")
        .doesNotContain("省平台")
        .doesNotContain("R-1");
  }

  private byte[] out(TestDistrict here, String filters) {
    return signedIn(here, "admin").download("/export/lists/cases?format=CSV" + filters).body();
  }

  /** The first case's line. */
  private String sheet(TestDistrict here, String filters) {
    return new String(out(here, filters), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .findFirst()
        .orElse("");
  }

  @Test
  void ourOwnSheetComesBackUnchangedAndAChangeInItIsRefused() {
    TestDistrict here = districts.fresh();
    Item item = licence(here);
    new TestCases(districts, scope, past)
        .open(here, item.id(), here.unit("east"), now.instant(), false);
    bringForeign(here, item.code());
    byte[] own = out(here, "");
    assertThat(new String(own, StandardCharsets.UTF_8)).doesNotContain("王小明");

    JsonNode again = bring(here, "cases", own);

    assertThat(again.at("/counts/unchanged").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(again.at("/counts/refused").asInt()).isZero();
    String changed = new String(own, StandardCharsets.UTF_8).replace("王*", "李*");
    JsonNode refused = bring(here, "cases", changed.getBytes(StandardCharsets.UTF_8));
    assertThat(refused.at("/counts/refused").asInt()).as(refused.toString()).isEqualTo(2);
    assertThat(refused.toString()).contains("不能由文件改动", "不能改写历史");
  }

  @Test
  void aListLeavesNarrowedByKnownFiltersOnly() {
    TestDistrict here = districts.fresh();
    Item item = licence(here);
    Item other = licence(here);
    new TestCases(districts, scope, past)
        .open(here, other.id(), here.unit("east"), now.instant(), false);
    bringForeign(here, item.code());

    assertThat(rows(here, "")).isEqualTo(2);
    assertThat(rows(here, "&filter.source=" + URLEncoder.encode("省平台", StandardCharsets.UTF_8)))
        .isOne();
    assertThat(rows(here, "&filter.item=" + Ids.of(Item.KIND, item.id()))).isOne();
    assertThat(rows(here, "&filter.from=2026-09-29&filter.to=2026-09-29")).isOne();
    assertThat(rows(here, "&filter.unit=" + Ids.of("Unit", here.unit("west")))).isZero();
    assertThat(
            signedIn(here, "admin")
                .download("/export/lists/cases?format=CSV&filter.nonsense=1")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            signedIn(here, "admin")
                .download("/export/lists/ratings?format=JSON&filter.from=yesterday")
                .statusCode())
        .isEqualTo(400);
  }

  private long rows(TestDistrict here, String filters) {
    return new String(out(here, filters), StandardCharsets.UTF_8).lines().skip(1).count();
  }
}
