package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Past cases of the provincial platform: our clock runs over them again. */
class CaseImportApiTest extends ApiTestBase {
  private static final String HEADER =
      "来源,申办号,事项编码,受理部门,申请人,证件号码,受理时间,承诺办结日期,挂起时间,恢复时间,特别程序依据,办结时间,审批结果,不予理由";
  @Autowired Items catalogue;

  private String code(TestDistrict here, long item) {
    return districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
  }

  private ImportStory upload(TestDistrict here, List<String> lines) {
    List<String> all = new ArrayList<>(List.of("某区2026年9月办件", HEADER));
    all.addAll(lines);
    return new ImportStory(signedIn(here, "admin"))
        .upload("cases", "办件.csv", ImportStory.csv("GB18030", all.toArray(String[]::new)));
  }

  private static String line(String no, String code, String unit, String due, String rest) {
    return "省平台," + no + "," + code + "," + unit + ",王小明,,2026-09-29 10:00," + due + "," + rest;
  }

  @Test
  void eachDifferenceFromThePlatformsDateIsListedWithItsReason() {
    TestDistrict here = districts.fresh();
    String code = code(here, items.licence(here, "食品经营许可", here.unit("civil"), here.unit("east")));
    ImportStory story =
        upload(
            here,
            List.of(
                line("A1", code, "区民政局", "2026-10-12", ",,,2026-10-09 09:00,准予,"),
                line("A2", code, "城东街道便民服务中心", "2026-10-06", ",,,2026-10-09 09:00,准予,"),
                line(
                    "A3",
                    code,
                    "区民政局",
                    "2026-10-12",
                    "2026-09-30 09:00,2026-10-09 09:00,行政许可法第四十五条,,,")));

    JsonNode tried = story.stage();
    assertThat(tried.at("/counts/fresh").asInt()).as(tried.toString()).isEqualTo(3);
    JsonNode written = story.apply("VALID_ROWS");

    assertThat(written.at("/counts/created").asInt()).as(written.toString()).isEqualTo(3);
    JsonNode lines = written.at("/lines/nodes");
    assertThat(lines.get(0).get("notes")).isEmpty();
    assertThat(lines.get(1).at("/notes/0").asString())
        .contains("2026-10-06", "2026-10-12", "没有计入法定节假日和调休");
    assertThat(lines.get(2).at("/notes/0").asString()).contains("没有扣除暂停期间");
    assertThat(new String(story.report("all").body(), java.nio.charset.Charset.forName("GB18030")))
        .contains("已新增,来源平台到期日 2026-10-06");
  }

  @Test
  void theSamePlatformsFileAgainWritesNothingAndALaterDecisionGoesOn() {
    TestDistrict here = districts.fresh();
    String code = code(here, items.licence(here, "食品经营许可", here.unit("civil")));
    String open = line("B1", code, "区民政局", "2026-10-12", ",,,,,");
    upload(here, List.of(open)).stage();
    ImportStory first = upload(here, List.of(open));
    first.stage();
    first.apply("VALID_ROWS");

    assertThat(upload(here, List.of(open)).stage().at("/counts/unchanged").asInt()).isEqualTo(1);

    ImportStory later =
        upload(here, List.of(line("B1", code, "区民政局", "2026-10-12", ",,,2026-10-10 09:00,准予,")));
    assertThat(later.stage().at("/counts/changed").asInt()).isEqualTo(1);
    assertThat(later.apply("VALID_ROWS").at("/counts/updated").asInt()).isEqualTo(1);

    JsonNode rewritten =
        upload(here, List.of(line("B1", code, "区民政局", "2026-10-13", ",,,2026-10-10 09:00,准予,")))
            .stage();
    assertThat(rewritten.at("/counts/refused").asInt()).isEqualTo(1);
    assertThat(rewritten.toString()).contains("不能改写历史");
  }

  @Test
  void rowsThatCannotHaveHappenedAreRefusedAtTheirCell() {
    now.freeze(Instant.parse("2026-11-20T02:00:00Z"));
    TestDistrict here = districts.fresh();
    String code = code(here, items.licence(here, "食品经营许可", here.unit("civil")));

    JsonNode tried =
        upload(
                here,
                List.of(
                    line("C1", "没有的编码", "区民政局", "", ",,,,,"),
                    line("C2", code, "无名局", "", ",,,,,"),
                    line("C3", code, "区民政局", "", ",,,2026-09-28 09:00,准予,"),
                    line("C4", code, "区民政局", "", ",,,2026-10-09 09:00,不予,"),
                    line("C5", code, "区民政局", "", "2026-09-30 09:00,,,,,"),
                    line("C6", code, "城东街道便民服务中心", "", ",,,,,")))
            .stage();

    assertThat(tried.at("/counts/refused").asInt()).isEqualTo(5);
    assertThat(tried.at("/counts/fresh").asInt()).isEqualTo(1); // C3: odd, and said so
    assertThat(tried.toString()).contains("没有这个编码", "没有这个单位", "办结早于受理", "须说明理由", "须写明依据", "未开通受理");
  }

  private ImportStory withAgents(TestDistrict here, String... agents) {
    String code = code(here, items.licence(here, "食品经营许可", here.unit("civil")));
    List<String> lines =
        new ArrayList<>(List.of("来源,申办号,事项编码,受理部门,申请人,受理时间,代办人,代办人证件号码,代理权限,委托有效期至"));
    for (String agent : agents) {
      lines.add("省平台,E" + lines.size() + "," + code + ",区民政局,王小明,2026-09-29 10:00," + agent);
    }
    return new ImportStory(signedIn(here, "admin"))
        .upload("cases", "办件.csv", ImportStory.csv("GB18030", lines.toArray(String[]::new)));
  }

  @Test
  void anAgentIsImportedWithIdAndMandateAndLeavesMasked() {
    TestDistrict here = districts.fresh();
    JsonNode refused =
        withAgents(
                here,
                "李大力,,一般授权,",
                "李大力,511602196304120030,,",
                "李大力,511602196304120031,一般授权,",
                "李大力,511602196304120030,一般授权,2026-09-28",
                ",511602196304120030,,")
            .stage();
    assertThat(refused.at("/counts/refused").asInt()).as(refused.toString()).isEqualTo(5);
    assertThat(refused.toString())
        .contains("须填写代办人证件号码", "须填写代理权限", "证件号码校验不通过", "收件时委托已到期", "没有填写代办人");

    TestDistrict other = districts.fresh();
    ImportStory story = withAgents(other, "李大力,511602196304120030,特别授权,2026-12-31");
    story.stage();
    assertThat(story.apply("VALID_ROWS").at("/counts/created").asInt()).isEqualTo(1);
    assertThat(
            new String(
                signedIn(other, "supervisor").download("/export/lists/cases?format=CSV").body(),
                StandardCharsets.UTF_8))
        .contains("李*力", "5116**********0030", "特别授权", "2026-12-31")
        .doesNotContain("511602196304120030");
  }

  @Test
  void casesLeaveWithMaskedApplicantsForThoseWhoSupervise() {
    TestDistrict here = districts.fresh();
    String code = code(here, items.licence(here, "食品经营许可", here.unit("civil")));
    ImportStory story = upload(here, List.of(line("D1", code, "区民政局", "2026-10-12", ",,,,,")));
    story.stage();
    story.apply("VALID_ROWS");

    String out =
        new String(
            signedIn(here, "supervisor").download("/export/lists/cases?format=CSV").body(),
            StandardCharsets.UTF_8);

    assertThat(out).contains("省平台,D1," + code).doesNotContain("王小明");
    assertThat(signedIn(here, "clerk@east").download("/export/lists/cases?format=CSV").statusCode())
        .isEqualTo(403);
  }
}
