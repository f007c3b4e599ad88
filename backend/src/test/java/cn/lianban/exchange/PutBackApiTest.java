package cn.lianban.exchange;

import static cn.lianban.exchange.ImportStory.stays;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Items;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An import that changed records is taken back: every list is again what it was before. */
class PutBackApiTest extends ApiTestBase {
  @Autowired Items catalogue;

  private ImportStory written(TestDistrict here, String kind, String... lines) {
    return ImportStory.written(signedIn(here, "admin"), kind, lines);
  }

  private String list(TestDistrict here, String kind) {
    return new String(
        signedIn(here, "admin").download("/export/lists/" + kind + "?format=CSV").body(),
        StandardCharsets.UTF_8);
  }

  /** What only changes is written, seen, taken back, and seen no more. */
  private void changesAndGoesBack(TestDistrict here, String kind, String... lines) {
    String before = list(here, kind);
    ImportStory story = written(here, kind, lines);
    JsonNode counts = story.now().get("counts");
    assertThat(counts.get("created").asInt()).as(kind).isZero();
    assertThat(counts.get("updated").asInt()).as(kind).isEqualTo(lines.length - 1);
    assertThat(list(here, kind)).as(kind).isNotEqualTo(before);

    JsonNode back = story.undo();

    assertThat(back.get("status").asString()).as(back.toString()).isEqualTo("UNDONE");
    assertThat(list(here, kind)).as(kind).isEqualTo(before);
  }

  private Item licence(TestDistrict here) {
    long id = items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east"));
    return districts.in(here.id(), () -> catalogue.find(id).orElseThrow());
  }

  private Item now(TestDistrict here, Item item) {
    return districts.in(here.id(), () -> catalogue.find(item.id()).orElseThrow());
  }

  @Test
  void unitsAndPeopleAreAsTheyWere() {
    TestDistrict here = districts.fresh();
    changesAndGoesBack(here, "units", "单位名称,机构编码", "区民政局,11、12", "区交通运输局,13");
    String login = "neu." + here.code();
    written(here, "people", "登录名,姓名,角色,单位,电话", login + ",新人,部门经办人,区民政局,13800000001");
    changesAndGoesBack(here, "people", "登录名,姓名,角色,单位,电话", login + ",新名,部门经办人,区民政局,13900000002");
  }

  @Test
  void aSecondPostOfSomebodyWhoWorksHereGoesBackThoughHeHasSignedIn() {
    TestDistrict here = districts.fresh();
    signedIn(here, "officer@civil");
    String before = list(here, "people");
    String name =
        before.lines().filter(line -> line.startsWith("officer@civil.")).findFirst().get();
    String[] cells = name.split(",");
    ImportStory story =
        written(here, "people", "登录名,姓名,角色,单位", cells[0] + "," + cells[1] + ",部门经办人,区交通运输局");
    assertThat(list(here, "people")).isNotEqualTo(before);

    assertThat(story.undo().get("status").asString()).isEqualTo("UNDONE");
    assertThat(list(here, "people")).isEqualTo(before);
  }

  @Test
  void itemsHaveTheirNameAndTheirVersionAgainAndTheDepartmentLosesTheCode() {
    TestDistrict here = districts.fresh();
    Item item = licence(here);
    String units = list(here, "units");
    changesAndGoesBack(here, "items", "事项编码,事项名称,实施部门,部门编码", item.code() + ",食品经营核准,区民政局,D-9");
    assertThat(now(here, item).edition()).isEqualTo(1);
    assertThat(list(here, "units")).isEqualTo(units);
    changesAndGoesBack(here, "items", "事项编码,事项名称", item.code() + ",食品经营核准");
  }

  @Test
  void anItemThatGotAnotherVersionSinceStays() {
    TestDistrict here = districts.fresh();
    Item item = licence(here);
    ImportStory story = written(here, "items", "事项编码,事项名称", item.code() + ",食品经营核准");
    written(here, "item-confirmations", "事项编码,承诺时限,确认文号", item.code() + ",3,某政〔2026〕3号");
    stays(story, "第 2 行", "又有新版本");
    assertThat(now(here, item).name()).isEqualTo("食品经营核准");
    assertThat(now(here, item).promisedLimit()).isEqualTo(3);
  }

  @Test
  void limitsAcceptancePointsAndDaysAreAsTheyWere() {
    TestDistrict here = districts.fresh();
    String code = licence(here).code();
    changesAndGoesBack(
        here, "item-confirmations", "事项编码,法定时限,承诺时限,确认文号", code + ",15,2,某政〔2026〕3号");
    changesAndGoesBack(
        here, "acceptance-points", "事项编码,受理点,委托下放,文号", code + ",城东街道便民服务中心,是,某政〔2026〕4号");
    written(here, "calendar", "日期,安排,事由", "2026-12-07,休息,运动会");
    changesAndGoesBack(here, "calendar", "日期,安排,事由,文号", "2026-12-07,上班,补班,某政〔2026〕5号");
  }

  @Test
  void whatAFileDoesNotSayAboutAnAcceptancePointStays() {
    TestDistrict here = districts.fresh();
    String code = licence(here).code();
    String office = ",城东街道便民服务中心,";
    written(here, "acceptance-points", "事项编码,受理点,委托下放,文号", code + office + "是,一号文");
    changesAndGoesBack(here, "acceptance-points", "事项编码,受理点,文号", code + office + "二号文");
    assertThat(list(here, "acceptance-points")).contains(office + "是,一号文");
  }

  @Test
  void rowsThatSomebodyChangedSinceAreNamedAndNothingIsTakenBack() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        written(here, "units", "单位名称,机构编码", "区民政局,11", "城东街道便民服务中心,12", "区交通运输局,13");
    written(here, "units", "单位名称,机构编码", "区民政局,98", "区交通运输局,99");
    String before = list(here, "units");

    stays(story, "第 2 行", "第 4 行", "又被修改", "单位编码");
    assertThat(story.now().get("undoRefusal").asString()).doesNotContain("第 3 行");
    assertThat(list(here, "units")).isEqualTo(before).contains("12");
  }

  @Test
  void aRecordThatIsAsItWasAlreadyIsInNobodysWay() {
    TestDistrict here = districts.fresh();
    written(here, "units", "单位名称,机构编码", "区民政局,10", "区交通运输局,20");
    String before = list(here, "units");
    ImportStory story = written(here, "units", "单位名称,机构编码", "区民政局,11", "区交通运输局,21");
    written(here, "units", "单位名称,机构编码", "区民政局,10");

    assertThat(story.undo().get("status").asString()).isEqualTo("UNDONE");
    assertThat(list(here, "units")).isEqualTo(before);
  }

  @Test
  void aNeighbourTakesNothingBack() {
    TestDistrict here = districts.fresh();
    ImportStory story = written(here, "units", "单位名称,机构编码", "区民政局,11");
    JsonNode refused =
        signedIn(districts.fresh(), "admin")
            .data(
                "mutation($i: DataImportUndoInput!) { dataImportUndo(input: $i) { dataImport { id }"
                    + " userErrors { code } } }",
                "i",
                Map.of(
                    "idempotencyKey",
                    Client.key(),
                    "id",
                    story.id(),
                    "expectedVersion",
                    story.now().get("version").asInt()))
            .get("dataImportUndo");
    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    assertThat(list(here, "units")).contains("11");
  }
}
