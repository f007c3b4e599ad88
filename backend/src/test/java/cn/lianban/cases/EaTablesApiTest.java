package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The provincial supervision tables, one after the other, in and out. */
class EaTablesApiTest extends ApiTestBase {
  @Autowired Items catalogue;

  private ImportStory upload(TestDistrict here, String kind, String... lines) {
    ImportStory story =
        new ImportStory(signedIn(here, "admin"))
            .upload(kind, kind + ".csv", ImportStory.csv("UTF-8", lines));
    story.stage();
    return story;
  }

  private static int created(JsonNode written) {
    return written.at("/counts/created").asInt() + written.at("/counts/updated").asInt();
  }

  @Test
  void aCaseIsAcceptedPausedAndDoneByThreeTablesAndLeavesAsFour() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"));
    String code = districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
    String[] basic = {
      "projid,itemcode,applicant,acceptdeptname,approvaltype,occurtime,promisedate",
      "P1," + code + ",王小明,区民政局,2,2026-09-29 10:00:00,2026-10-12"
    };
    String[] special = {
      "projid,sn,nodestarttime,nodeendtime,nodeprocaccord,noderesult",
      "P1,1,2026-09-30 09:00,2026-10-09 09:00,行政许可法第四十五条,2",
      "P9,1,2026-09-30 09:00,2026-10-09 09:00,行政许可法第四十五条,2"
    };
    String[] done = {
      "projid,doneresult,occurtime,certificateno",
      "P1,0,2026-10-12 09:00,证字第1号",
      "P1x,3,2026-10-12 09:00,"
    };

    assertThat(created(upload(here, "ea-basicinfo", basic).apply("VALID_ROWS"))).isEqualTo(1);
    JsonNode paused = upload(here, "ea-specialnode", special).apply("VALID_ROWS");
    assertThat(created(paused)).as(paused.toString()).isEqualTo(1);
    assertThat(paused.toString()).contains("没有扣除暂停期间", "请先导入 EA_JC_STEP_BASICINFO");
    JsonNode ended = upload(here, "ea-done", done).apply("VALID_ROWS");
    assertThat(created(ended)).as(ended.toString()).isEqualTo(1);

    assertThat(upload(here, "ea-basicinfo", basic).now().at("/counts/unchanged").asInt())
        .isEqualTo(1);
    assertThat(upload(here, "ea-done", done).now().at("/counts/unchanged").asInt()).isEqualTo(1);
    assertThat(out(here, "ea-basicinfo")).contains("P1,", code);
    assertThat(out(here, "ea-specialnode")).contains("P1,", "行政许可法第四十五条");
    assertThat(out(here, "ea-done")).contains("P1,出证办结", "证字第1号");
    assertThat(out(here, "ea-proc")).contains("P1,2,受理,区民政局,02", "P1,3,决定");
  }

  private String out(TestDistrict here, String listing) {
    return new String(
        signedIn(here, "supervisor").download("/export/lists/" + listing + "?format=CSV").body(),
        StandardCharsets.UTF_8);
  }
}
