package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes back to the sender, to be mended and sent again, and what is remembered for him. */
class ImportReportsApiTest extends ApiTestBase {
  private ImportStory story(TestDistrict district, String person) {
    return new ImportStory(signedIn(district, person));
  }

  @Test
  void refusedLinesAloneKeepWhatTheirMergedCellsMeant() {
    TestDistrict here = districts.fresh();
    String[] list = {
      "事项编码,事项名称,实施部门", "A-1,事项一,区民政局", "A-2,,", "A-3,事项三,区交通运输局", "A-4,,", "A-5,,区民政局"
    };
    ImportStory story =
        story(here, "admin").upload("items", "a.csv", ImportStory.csv("UTF-8", list));
    List<Map<String, Object>> columns =
        java.util.stream.StreamSupport.stream(
                story.now().at("/sheets/0/columns").spliterator(), false)
            .map(
                column ->
                    Map.<String, Object>of(
                        "index", column.get("index").asInt(),
                        "key", column.get("key").asString(),
                        "fillDown", column.get("index").asInt() == 2))
            .toList();
    story.act("Stage", Map.of("sheet", 0, "headerFirst", 1, "headerLast", 1, "columns", columns));
    assertThat(story.settled().at("/counts/refused").asInt()).isEqualTo(3);

    String refused = new String(story.report("refused").body(), StandardCharsets.UTF_8);
    assertThat(refused.lines().skip(1).map(line -> line.split(",有错")[0]))
        .containsExactly("A-2,,区民政局", "A-4,,区交通运输局", "A-5,,区民政局");
    assertThat(new String(story.report("all").body(), StandardCharsets.UTF_8)).contains("A-2,,,有错");
  }

  @Test
  void mergedCellsAndValuesForWholeColumnsAreProposedNextTimeToo() {
    TestDistrict here = districts.fresh();
    byte[] file = ImportStory.csv("UTF-8", "代号,股室", "07,区教育体育局", "08,");
    ImportStory first = story(here, "admin").upload("units", "a.csv", file);
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
            List.of(Map.of("index", 1, "key", "name", "fillDown", true)),
            "constants",
            List.of(Map.of("key", "codes", "value", "99"))));
    first.settled();

    String question =
        "query($id: ID!) { dataImport(id: $id) { sheets { columns { key fillDown } constants { key value } } } }";
    ImportStory second = story(here, "admin").upload("units", "b.csv", file);
    JsonNode sheet =
        signedIn(here, "admin").data(question, "id", second.id()).at("/dataImport/sheets/0");
    assertThat(sheet.at("/columns/1/key").asString()).isEqualTo("name");
    assertThat(sheet.at("/columns/1/fillDown").asBoolean()).isTrue();
    assertThat(sheet.at("/constants/0/key").asString()).isEqualTo("codes");
    assertThat(sheet.at("/constants/0/value").asString()).isEqualTo("99");
  }

  @Test
  void refusedLinesOfJsonComeBackAsJson() {
    TestDistrict here = districts.fresh();
    byte[] file =
        "[{\"单位名称\":\"区审计局\",\"单位编码\":\"07\"},{\"单位名称\":\"区审计局\",\"单位编码\":\"08\"}]"
            .getBytes(StandardCharsets.UTF_8);
    ImportStory story = story(here, "admin").upload("units", "a.json", file);
    story.stage();

    JsonNode back = JsonMapper.shared().readTree(story.report("refused").body());
    assertThat(back).hasSize(1);
    assertThat(back.at("/0/单位编码").asString()).isEqualTo("08");
    assertThat(back.at("/0/问题说明").asString()).contains("同一条记录");
  }
}
