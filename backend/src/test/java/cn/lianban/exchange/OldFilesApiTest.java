package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class OldFilesApiTest extends ApiTestBase {
  @Autowired OldFiles files;

  @Test
  void afterThirtyDaysTheContentsAreGoneAndTheRecordStays() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    ImportStory story =
        new ImportStory(admin).upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称", "区教育局"));
    story.stage();
    story.apply("VALID_ROWS");
    files.forget();
    assertThat(story.now().at("/lines/nodes")).hasSize(1);

    now.freeze(now.instant().plus(Duration.ofDays(31)));
    files.forget();

    JsonNode left = story.now();
    assertThat(left.at("/counts/created").asInt()).isEqualTo(1);
    assertThat(left.get("sheets")).isEmpty();
    assertThat(left.at("/lines/nodes")).isEmpty();
    assertThat(story.report("all").statusCode()).isEqualTo(422);
  }

  @Test
  void whatIsForgottenIsNeitherTakenBackNorWritten() {
    TestDistrict here = districts.fresh();
    Client admin = signedIn(here, "admin");
    ImportStory written =
        new ImportStory(admin).upload("units", "a.csv", ImportStory.csv("UTF-8", "单位名称", "区教育局"));
    written.stage();
    assertThat(written.apply("VALID_ROWS").get("viewerCanUndo").asBoolean()).isTrue();
    ImportStory tried =
        new ImportStory(admin).upload("units", "b.csv", ImportStory.csv("UTF-8", "单位名称", "区审计局"));
    assertThat(tried.stage().get("viewerCanApply").asBoolean()).isTrue();

    now.freeze(now.instant().plus(Duration.ofDays(31)));
    files.forget();

    assertThat(written.now().get("contentsGone").asBoolean()).isTrue();
    assertThat(written.now().get("viewerCanUndo").asBoolean()).isFalse();
    assertThat(written.act("Undo", Map.of()).at("/userErrors/0/code").asString())
        .isEqualTo("CONTENTS_GONE");
    assertThat(written.now().at("/counts/created").asInt()).isOne();
    assertThat(tried.now().get("viewerCanApply").asBoolean()).isFalse();
    assertThat(tried.now().get("viewerCanStage").asBoolean()).isFalse();
    assertThat(tried.act("Apply", Map.of("mode", "VALID_ROWS")).at("/userErrors/0/code").asString())
        .isEqualTo("CONTENTS_GONE");
    assertThat(tried.now().get("status").asString()).isEqualTo("CHECKED");
  }
}
