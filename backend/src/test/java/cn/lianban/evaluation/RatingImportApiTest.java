package cn.lianban.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.Cases;
import cn.lianban.cases.PastCases;
import cn.lianban.exchange.ImportStory;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Ratings given on the province's device come in once, with their source and number. */
class RatingImportApiTest extends ApiTestBase {
  private static final String HEADER = "来源,rowguid,projectno,satisfaction,evaldetail,assesstime";
  @Autowired PastCases past;
  @Autowired Cases cases;
  @Autowired TenantScope scope;

  private String decided(TestDistrict here) {
    Instant at = now.instant().minus(Duration.ofDays(5));
    long item = items.licence(here, "食品经营许可", here.unit("civil"));
    long id =
        new TestCases(districts, scope, past)
            .decided(here, item, here.unit("civil"), here.unit("civil"), at, false);
    return districts.in(here.id(), () -> cases.find(id).orElseThrow().number());
  }

  private ImportStory upload(TestDistrict here, String... lines) {
    String[] all = new String[lines.length + 1];
    all[0] = HEADER;
    System.arraycopy(lines, 0, all, 1, lines.length);
    return new ImportStory(signedIn(here, "admin"))
        .upload("ratings", "评价.csv", ImportStory.csv("UTF-8", all));
  }

  @Test
  void aRatingComesInOnceAndGoesOutAgain() {
    TestDistrict here = districts.fresh();
    String line = "省平台,R1," + decided(here) + ",非常满意,," + day(1);
    ImportStory story = upload(here, line);

    assertThat(story.stage().at("/counts/fresh").asInt()).isEqualTo(1);
    assertThat(story.apply("ALL_OR_NOTHING").at("/counts/created").asInt()).isEqualTo(1);
    assertThat(upload(here, line).stage().at("/counts/unchanged").asInt()).isEqualTo(1);

    String out =
        new String(
            signedIn(here, "supervisor").download("/export/lists/ratings?format=CSV").body(),
            StandardCharsets.UTF_8);
    assertThat(out).contains("省平台,R1,").contains("非常满意");
    assertThat(
            signedIn(here, "head@civil").download("/export/lists/ratings?format=CSV").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aSecondRatingASixthGradeAndAnUnknownCaseAreRefused() {
    TestDistrict here = districts.fresh();
    String number = decided(here);

    JsonNode tried =
        upload(
                here,
                "省平台,R1," + number + ",5,," + day(1),
                "省平台,R2," + number + ",满意,," + day(1),
                "省平台,R3," + number + ",6,," + day(1),
                "省平台,R4,没有的号,满意,," + day(1),
                "省平台,R5," + number + ",不满意,," + day(1))
            .stage();

    assertThat(tried.at("/counts/fresh").asInt()).isEqualTo(1);
    assertThat(tried.at("/counts/refused").asInt()).isEqualTo(4);
    assertThat(tried.toString()).contains("一次一评", "须是：非常满意", "没有这个办件");
  }

  private String day(int ago) {
    return now.today().minusDays(ago).toString();
  }
}
