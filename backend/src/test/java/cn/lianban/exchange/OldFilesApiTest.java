package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.time.Duration;
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
}
