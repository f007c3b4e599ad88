package cn.lianban.cases;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.catalog.Items;
import cn.lianban.exchange.ImportStory;
import cn.lianban.exchange.Row;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The provincial supervision tables, one after the other, in and out. */
class EaTablesApiTest extends ApiTestBase {
  @Autowired Items catalogue;
  @Autowired TenantScope scope;
  @Autowired PastCases past;

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
    assertThat(out(here, "ea-proc"))
        .contains("P1,2,受理,ACCEPTED,中间环节,区民政局,区民政局,已办", "P1,5,决定,DECIDED,结束环节", "5,工作日,同意");
  }

  private String licence(TestDistrict here) {
    long item = items.licence(here, "食品经营许可", here.unit("civil"));
    return districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
  }

  private String[] basic(String code, String... numbers) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "projid,implementcode,itemcode,applicant,acceptdeptname,occurtime,promisedate"));
    for (String number : numbers) {
      lines.add(number + "," + code + ",X-0,王小明,区民政局,2026-09-29 10:00:00,2026-10-12");
    }
    return lines.toArray(String[]::new);
  }

  @Test
  void everyStandstillComesInWithItsReasonAndLeavesAgain() {
    TestDistrict here = districts.fresh();
    upload(here, "ea-basicinfo", basic(licence(here), "P1")).apply("VALID_ROWS");
    String head =
        "projid,sn,nodename,procunit,nodestarttime,nodeendtime,notetime,nodeprocaccord,noderesult";
    String first = "P1,1,听证,区民政局,2026-09-30 09:00,2026-10-09 09:00,2026-09-30 10:00,行政许可法第四十五条,2";
    String second = "P1,2,公示,区民政局,2026-10-10 09:00,,,行政许可法第四十六条,3";
    String early = "P1,3,核实,区民政局,2026-10-01 09:00,2026-10-02 09:00,,行政许可法第四十五条,4";

    JsonNode written =
        upload(here, "ea-specialnode", head, second, first, early).apply("VALID_ROWS");

    assertThat(written.at("/counts/created").asInt()).as(written.toString()).isEqualTo(2);
    assertThat(written.toString()).contains("与前一次暂停重叠");
    assertThat(out(here, "ea-specialnode"))
        .contains(
            "P1,1,听证,区民政局,,2026-09-30 09:00:00,2026-10-09 09:00:00,2026-09-30"
                + " 10:00:00,,行政许可法第四十五条,听证",
            "P1,2,公示,区民政局,,2026-10-10 09:00:00,,,,行政许可法第四十六条,公示");
    JsonNode suspensions =
        signedIn(here, "supervisor")
            .data("{ caseByNumber(number: \"P1\") { duty { suspensions { reason basis toAt } } } }")
            .at("/caseByNumber/duty/suspensions");
    assertThat(suspensions.at("/0/reason").asString()).isEqualTo("HEARING");
    assertThat(suspensions.at("/1/reason").asString()).isEqualTo("PUBLICITY");
    assertThat(
            upload(here, "ea-specialnode", head, first, second)
                .now()
                .at("/counts/unchanged")
                .asInt())
        .isEqualTo(2);

    String ended = second.replace(":00,,,行", ":00,2026-10-14 09:00,,行");
    JsonNode goesOn = upload(here, "ea-specialnode", head, first, ended).apply("VALID_ROWS");
    assertThat(goesOn.at("/counts/updated").asInt()).as(goesOn.toString()).isEqualTo(1);
    assertThat(out(here, "ea-specialnode")).contains("2026-10-14 09:00:00");
    JsonNode rewritten =
        upload(here, "ea-specialnode", head, first.substring(0, first.length() - 1) + "3").now();
    assertThat(rewritten.toString()).contains("不能改写历史");
  }

  @Test
  void everyEndHasItsCodeBothWays() {
    TestDistrict here = districts.fresh();
    upload(here, "ea-basicinfo", basic(licence(here), "P1", "P2", "P3", "P4", "P5"))
        .apply("VALID_ROWS");
    String[] done = {
      "projid,doneresult,exitres,occurtime",
      "P1,2,重复登记,2026-10-12 09:00",
      "P2,4,属市级事项,2026-10-12 09:00",
      "P3,5,逾期未补正,2026-10-12 09:00",
      "P4,3,误录,2026-10-12 09:00",
      "P5,2,,2026-10-12 09:00"
    };

    JsonNode ended = upload(here, "ea-done", done).apply("VALID_ROWS");

    assertThat(created(ended)).as(ended.toString()).isEqualTo(4);
    assertThat(ended.get("viewerCanUndo").asBoolean()).isFalse();
    assertThat(ended.get("whyNotUndoable").asString()).contains("办件不能倒退");
    assertThat(ended.toString()).contains("作废、转报、撤回须说明理由");
    assertThat(out(here, "ea-done"))
        .contains("P1,作废办结,重复登记,2026-10-12 09:00:00", "P2,转报办结", "P3,补正不来办结", "P4,作废办结")
        .doesNotContain("P5");
    assertThat(out(here, "cases")).contains("2026-10-12 09:00:00,作废,重复登记", ",转报,", ",撤回,");
    assertThat(upload(here, "ea-done", done).now().at("/counts/unchanged").asInt()).isEqualTo(4);
    assertThat(
            signedIn(here, "supervisor")
                .data("{ caseByNumber(number: \"P2\") { status } }")
                .at("/caseByNumber/status")
                .asString())
        .isEqualTo("TRANSFERRED");
  }

  @Test
  void aPassWithToleranceLeavesAsACertificate() {
    Row known = Row.empty().with(CaseColumns.OUTCOME, CaseOutcome.PASSED_WITH_TOLERANCE);
    assertThat(EaCodes.outcome(Row.empty(), known).text(EaCodes.RESULT)).isEqualTo("0");
    assertThat(CaseColumns.all())
        .filteredOn(column -> column.key().equals(CaseColumns.OUTCOME))
        .singleElement()
        .satisfies(
            column -> assertThat(column.words()).containsEntry("PASSED_WITH_TOLERANCE", "容缺通过"));
  }

  @Test
  void stepsComeInAsTheyWereToldLeaveSoAndGoBack() {
    TestDistrict here = districts.fresh();
    upload(here, "ea-basicinfo", basic(licence(here), "P1")).apply("VALID_ROWS");
    String[] steps = {
      "projid,sn,nodename,nodecode,nodetype,nodeprocer,procunit,nodestate,nodestarttime,nodeendtime,nodeadv,timelimit,promisetimeunit,noderesult",
      "P1,1,受理,A01,1,李四,区民政局,02,2026-09-29 10:00,2026-09-29 11:00,同意受理,1,1,4",
      "P1,2,审查,A02,2,王五,区民政局,01,2026-09-30 09:00,,,3,1,",
      "P1,3,审查,A02,2,王五,区民政局,02,2026-09-30 09:00,,,3,1,1",
      "P9,1,受理,A01,1,李四,区民政局,02,2026-09-29 10:00,2026-09-29 11:00,,,,4"
    };

    ImportStory story = upload(here, "ea-proc", steps);
    JsonNode written = story.apply("VALID_ROWS");

    assertThat(written.at("/counts/created").asInt()).as(written.toString()).isEqualTo(2);
    assertThat(written.toString()).contains("已办的环节须有结束时间", "请先导入 EA_JC_STEP_BASICINFO");
    assertThat(out(here, "ea-proc"))
        .contains(
            "P1,1,受理,A01,开始环节,李四,区民政局,已办,2026-09-29 10:00:00,2026-09-29 11:00:00,同意受理,1,工作日,受理",
            "P1,2,审查,A02,中间环节,王五,区民政局,待办");
    assertThat(upload(here, "ea-proc", steps).now().at("/counts/unchanged").asInt()).isEqualTo(2);
    assertThat(story.undo().get("status").asString()).isEqualTo("UNDONE");
    assertThat(out(here, "ea-proc")).contains("P1,2,受理,ACCEPTED").doesNotContain("A01");
  }

  @Test
  void anAcceptanceIsHeldAgainstOurListFilledInFromItAndGoesBack() {
    TestDistrict here = districts.fresh();
    String code = licence(here);
    String[] file = {
      "projid,itemcode,implementcode,applicant,acceptdeptname,approvaltype,promisetimelimit,promisetimeunit,occurtime",
      "P1,X-0," + code + ",王小明,区民政局,1,3,1,2026-09-29 10:00:00",
      "P2,X-0,X-1,王小明,区民政局,1,3,1,2026-09-29 10:00:00"
    };

    ImportStory story = upload(here, "ea-basicinfo", file);
    JsonNode written = story.apply("VALID_ROWS");

    assertThat(written.at("/counts/created").asInt()).as(written.toString()).isEqualTo(1);
    assertThat(written.toString())
        .contains("办件类型为“即办件”，本区事项清单为“承诺件”", "承诺时限 3 工作日，本区事项清单为 5 工作日", "没有这个编码");
    assertThat(out(here, "ea-basicinfo"))
        .contains("P1," + code, ",8,承诺件,5,工作日,20,工作日", "2026-10-12");
    assertThat(upload(here, "ea-basicinfo", file).now().at("/counts/unchanged").asInt())
        .isEqualTo(1);
    assertThat(story.undo().get("status").asString()).isEqualTo("UNDONE");
    assertThat(out(here, "ea-basicinfo")).doesNotContain("P1,");
  }

  @Test
  void aCaseOfOurOwnIsNotTakenForAnothers() {
    TestDistrict here = districts.fresh();
    long item = items.licence(here, "食品经营许可", here.unit("civil"));
    String code = districts.in(here.id(), () -> catalogue.find(item).orElseThrow().code());
    new TestCases(districts, scope, past)
        .open(here, item, here.unit("civil"), now.instant(), false);
    String number = out(here, "ea-basicinfo").lines().toList().get(1).split(",")[0];

    JsonNode tried = upload(here, "ea-basicinfo", basic(code, number)).now();

    assertThat(tried.toString()).contains("这是本系统自己的办件");
    assertThat(tried.at("/counts/refused").asInt()).isOne();
  }

  private String out(TestDistrict here, String listing) {
    return new String(
        signedIn(here, "supervisor").download("/export/lists/" + listing + "?format=CSV").body(),
        StandardCharsets.UTF_8);
  }
}
