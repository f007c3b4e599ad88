package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that do not come in, and people who see nothing of those that do. */
class ImportRefusalsApiTest extends ApiTestBase {
  private ImportStory story(TestDistrict district, String person) {
    return new ImportStory(signedIn(district, person));
  }

  @Test
  void aFileOfAnotherKindIsToldApartByItsMissingIdentity() {
    TestDistrict here = districts.fresh();
    ImportStory story =
        story(here, "admin").upload("units", "工资.csv", ImportStory.csv("UTF-8", "姓名,工资", "张三,1"));

    JsonNode refused =
        story.act(
            "Stage",
            Map.of("sheet", 0, "headerFirst", 1, "headerLast", 1, "columns", java.util.List.of()));

    assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("IDENTITY_MISSING");
  }

  @Test
  void emptyForeignAndDamagedFilesAreRefusedByName() {
    TestDistrict here = districts.fresh();
    ImportStory story = story(here, "admin");

    assertThat(story.tryUpload("units", "a.csv", new byte[0]).body()).contains("EMPTY_FILE");
    assertThat(story.tryUpload("units", "a.exe", new byte[] {'M', 'Z', 0, 0, 1}).body())
        .contains("UNKNOWN_FORMAT");
    assertThat(story.tryUpload("units", "a.xlsx", new byte[] {'P', 'K', 3, 4, 1, 1}).body())
        .contains("UNREADABLE");
    assertThat(story.tryUpload("nothing", "a.csv", new byte[] {'a'}).statusCode()).isEqualTo(400);
  }

  @Test
  void onlyAnAdministratorBringsUnitsIn() {
    TestDistrict here = districts.fresh();
    byte[] file = ImportStory.csv("UTF-8", "单位名称", "区教育体育局");

    assertThat(story(here, "clerk@east").tryUpload("units", "a.csv", file).statusCode())
        .isEqualTo(403);
    assertThat(new ImportStory(anonymous()).tryUpload("units", "a.csv", file).statusCode())
        .isEqualTo(401);
  }

  @Test
  void theNeighbourAndTheColleagueSeeNothingOfAStagedLine() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    ImportStory story =
        story(here, "admin").upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称", "区密档局"));
    story.stage();
    String question =
        "query($id: ID!) { dataImport(id: $id) { fileName sheets { name } lines { nodes { number } } } }";

    assertThat(signedIn(there, "admin").data(question, "id", story.id()).get("dataImport").isNull())
        .isTrue();
    assertThat(
            signedIn(here, "head@civil")
                .data(question, "id", story.id())
                .get("dataImport")
                .isNull())
        .isTrue();
    assertThat(signedIn(there, "admin").download("/import/" + story.id() + "/report").statusCode())
        .isEqualTo(422);
    assertThat(
            signedIn(there, "admin")
                .data("{ dataImports { nodes { id } } }")
                .at("/dataImports/nodes"))
        .isEmpty();
  }
}
