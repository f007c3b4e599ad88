package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A file's way in: looked at, tried, written, repeated, taken back. */
class ImportApiTest extends ApiTestBase {
  private static final String[] UGLY = {
    "某区2026年度机构编制一览表",
    "序号,单位 名称*,编制情况,",
    ",,机构编码,类别",
    "一、政府工作部门,,,",
    "1,区教育体育局,07、11510,部门",
    "2,区·民族宗教𪚥局,,部门",
    "3,,99,部门",
    "4,区教育体育局,08,部门",
    "5,区民政局,,部门",
    "小计,4,,",
    "注：以三定方案为准,,,"
  };

  private ImportStory story(TestDistrict district, String person) {
    return new ImportStory(signedIn(district, person));
  }

  private int units(TestDistrict district) {
    return signedIn(district, "clerk@east").data("{ units { name } }").get("units").size();
  }

  @Test
  void anUglySheetOfGb18030IsTriedThenItsGoodLinesAreWritten() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin").upload("units", "机构.csv", ImportStory.csv("GB18030", UGLY));

    JsonNode tried = story.stage();

    assertThat(tried.get("status").asString()).isEqualTo("CHECKED");
    assertThat(tried.get("charset").asString()).isEqualTo("GB18030");
    assertThat(tried.at("/sheets/0/headerFirst").asInt()).isEqualTo(2);
    assertThat(tried.at("/sheets/0/headerLast").asInt()).isEqualTo(3);
    assertThat(tried.at("/counts/fresh").asInt()).isEqualTo(2);
    assertThat(tried.at("/counts/refused").asInt()).isEqualTo(2);
    assertThat(tried.at("/counts/skipped").asInt()).isEqualTo(3);
    assertThat(tried.at("/counts/unchanged").asInt()).isEqualTo(1);
    assertThat(tried.at("/counts/missing").asInt()).isEqualTo(3);
    assertThat(tried.toString()).contains("与第 5 行是同一条记录", "必填");
    assertThat(units(here)).isEqualTo(4);

    JsonNode written = story.apply("VALID_ROWS");

    assertThat(written.get("status").asString()).isEqualTo("APPLIED");
    assertThat(written.at("/counts/created").asInt()).isEqualTo(2);
    assertThat(units(here)).isEqualTo(6);
  }

  @Test
  void theSameFileAgainChangesNothingAndSaysSo() {
    TestDistrict here = districts.fresh();
    byte[] file = ImportStory.csv("UTF-8", "单位名称,机构编码", "区教育体育局,07", "区财政局,08");
    story(here, "admin").upload("units", "a.csv", file);
    ImportStory first = story(here, "admin").upload("units", "a.csv", file);
    first.stage();
    first.apply("ALL_OR_NOTHING");

    ImportStory second = story(here, "admin").upload("units", "b.csv", file);
    JsonNode tried = second.stage();

    assertThat(tried.at("/counts/unchanged").asInt()).isEqualTo(2);
    assertThat(tried.at("/counts/fresh").asInt()).isZero();
    assertThat(tried.get("sameFileAt").isNull()).isFalse();
    assertThat(tried.get("viewerCanApply").asBoolean()).isFalse();
  }

  @Test
  void whatDiffersIsShownOldBesideNew() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin")
            .upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称,机构编码", "区民政局,0700"));

    JsonNode tried = story.stage();

    JsonNode line = tried.at("/lines/nodes/0");
    assertThat(line.get("state").asString()).isEqualTo("CHANGED");
    assertThat(line.at("/values/1/value").asString()).isEqualTo("0700");
    assertThat(line.at("/values/1/before").isNull()).isTrue();
    assertThat(line.at("/values/1/differs").asBoolean()).isTrue();
    assertThat(story.apply("VALID_ROWS").at("/counts/updated").asInt()).isEqualTo(1);
  }

  @Test
  void allOrNothingIsRefusedWhileALineIsWrong() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin").upload("units", "机构.csv", ImportStory.csv("UTF-8", UGLY));
    story.stage();

    JsonNode refused = story.act("Apply", Map.of("mode", "ALL_OR_NOTHING"));

    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("HAS_FAULTS");
    assertThat(units(here)).isEqualTo(4);
  }

  @Test
  void aWholeImportIsTakenBackWhileNothingWasBuiltOnIt() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin")
            .upload(
                "units", "a.csv", ImportStory.csv("UTF-8", "单位名称,机构编码", "区教育体育局,07", "区民政局,11"));
    story.stage();
    story.apply("VALID_ROWS");
    assertThat(units(here)).isEqualTo(5);

    JsonNode back = story.undo();

    assertThat(back.get("status").asString()).isEqualTo("UNDONE");
    assertThat(units(here)).isEqualTo(4);
    assertThat(back.get("viewerCanUndo").asBoolean()).isFalse();
  }

  @Test
  void anImportOnWhichSomethingWasBuiltStays() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin")
            .upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称", "区教育体育局", "区财政局"));
    story.stage();
    story.apply("VALID_ROWS");
    items.licence(here, "民办学校设立", unit(here, "区教育体育局"));

    JsonNode refused = story.undo();

    assertThat(refused.get("status").asString()).isEqualTo("APPLIED");
    assertThat(refused.get("undoRefusal").asString()).contains("第 2 行", "已被事项使用");
    assertThat(units(here)).isEqualTo(6);
  }

  private int unit(TestDistrict district, String name) {
    for (JsonNode unit : signedIn(district, "admin").data("{ units { id name } }").get("units")) {
      if (unit.get("name").asString().equals(name)) {
        return cn.lianban.graphql.Ids.parseInt("Unit", unit.get("id").asString());
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void whatTheSenderChoseIsProposedNextTime() {
    TestDistrict here = districts.fresh();
    byte[] file = ImportStory.csv("UTF-8", "股室,代号", "区教育体育局,07");
    ImportStory first = story(here, "admin").upload("units", "a.csv", file);
    assertThat(first.now().at("/sheets/0/columns/0/key").isNull()).isTrue();
    first.act(
        "Stage",
        Map.of(
            "sheet",
            0,
            "headerFirst",
            1,
            "headerLast",
            1,
            "columns",
            java.util.List.of(
                Map.of("index", 0, "key", "name"), Map.of("index", 1, "key", "codes"))));
    first.settled();

    ImportStory second = story(here, "admin").upload("units", "b.csv", file);

    assertThat(second.now().at("/sheets/0/columns/0/key").asString()).isEqualTo("name");
    assertThat(second.now().at("/sheets/0/columns/1/key").asString()).isEqualTo("codes");
  }

  @Test
  void theReportIsTheSameFileWithWordsBesideEachLine() throws Exception {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin").upload("units", "机构.csv", ImportStory.csv("GB18030", UGLY));
    story.stage();

    String all = new String(story.report("all").body(), CsvDialect.GB18030);
    String refused = new String(story.report("refused").body(), CsvDialect.GB18030);

    assertThat(all).startsWith("某区2026年度机构编制一览表").contains("导入结果,问题说明");
    assertThat(all.lines().filter(line -> line.startsWith("4,")).findFirst().orElseThrow())
        .isEqualTo("4,区教育体育局,08,部门,有错，未导入,与第 5 行是同一条记录");
    assertThat(refused).doesNotContain("区民政局").contains("单位名称：必填");
  }

  @Test
  void aSpreadsheetWithRareAndLongNamesComesInWhole() throws Exception {
    TestDistrict here = districts.fresh();
    String longName = "𪜎".repeat(300);
    ImportStory story =
        story(here, "admin")
            .upload(
                "units",
                "a.xlsx",
                ImportStory.xlsx(
                    "单位名称|编码", longName + "|1", "阿依古丽·买买提工作室|2", "𪜎".repeat(301) + "|3"));
    JsonNode tried = story.stage();

    assertThat(tried.at("/counts/fresh").asInt()).isEqualTo(2);
    assertThat(tried.toString()).contains("最多 300 个字，现有 301 个");
    story.apply("VALID_ROWS");
    assertThat(unit(here, longName)).isPositive();
    assertThat(unit(here, "阿依古丽·买买提工作室")).isPositive();
  }

  @Test
  void ofTwoPeopleWithTheSameFileOneWritesAndTheOtherIsTold() {
    TestDistrict here = districts.fresh();
    districts.person(here, "admin2", cn.lianban.identity.Role.DISTRICT_ADMIN);
    byte[] file = ("单位名称\n" + "区第%d局\n".repeat(1)).formatted(1).getBytes(StandardCharsets.UTF_8);
    ImportStory one = story(here, "admin").upload("units", "a.csv", file);
    ImportStory other = story(here, "admin2").upload("units", "a.csv", file);
    one.stage();
    other.stage();

    JsonNode first = one.act("Apply", Map.of("mode", "VALID_ROWS"));
    JsonNode second = other.act("Apply", Map.of("mode", "VALID_ROWS"));
    one.settled();
    JsonNode end = other.settled();

    assertThat(first.get("userErrors")).isEmpty();
    boolean told = second.at("/userErrors/0/code").asString("").equals("BUSY");
    boolean foundItDone =
        end.get("status").asString().equals("APPLIED") && end.at("/counts/created").asInt() == 0;
    assertThat(told || foundItDone).isTrue();
    assertThat(units(here)).isEqualTo(5);
  }

  @Test
  void aFileThatWasReadWronglyIsReadAgainAsItsSenderSays() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin")
            .upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称;机构编码", "区教育,体育局;07"));
    story.stage();

    JsonNode wrong =
        story.act("Reread", Map.of("charset", "GB18030", "delimiter", "COMMA")).get("dataImport");
    assertThat(wrong.get("status").asString()).isEqualTo("UPLOADED");
    assertThat(story.now().toString()).doesNotContain("单位名称");
    story.act("Reread", Map.of("charset", "UTF_8", "delimiter", "SEMICOLON"));

    JsonNode tried = story.stage();
    assertThat(tried.get("delimiter").asString()).isEqualTo(";");
    assertThat(tried.at("/counts/fresh").asInt()).isOne();
    assertThat(tried.toString()).contains("区教育,体育局");
    story.apply("VALID_ROWS");
    assertThat(
            story
                .act("Reread", Map.of("charset", "UTF_8", "delimiter", "COMMA"))
                .at("/userErrors/0/code")
                .asString())
        .isEqualTo("WRONG_STATUS");
  }
}
