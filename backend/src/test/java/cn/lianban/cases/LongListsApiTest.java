package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lists that may be longer than a browser writes leave by their own query, to its last page. */
class LongListsApiTest extends LegalClockStory {
  private static final String NOVEMBER = "&filter.from=2026-11-01&filter.to=2026-11-30";
  @Autowired private PastCases past;

  private void decided(String day) {
    Instant at = Instant.parse(day + "T02:00:00Z");
    new TestCases(districts, scope, past)
        .decided(here, item, here.unit("east"), here.unit("civil"), at, false);
  }

  private String unit(String name) {
    return "&filter.unitId=" + Ids.of("Unit", here.unit(name));
  }

  private static String csv(Client who, String list) {
    return text(who.download("/export/lists/" + list));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Test
  void theDecidedCasesOfAMonthLeaveToTheLastPageAndOnlyForWhoSeesThem() {
    decided("2026-10-30");
    for (int i = 0; i <= Page.MAX; i++) {
      decided("2026-11-1" + i % 9);
    }
    Client leader = signedIn(here, "leader");
    String list = "decided-cases?format=CSV" + unit("civil") + "&filter.month=2026-11-01";

    List<String> lines = csv(leader, list).lines().toList();
    assertThat(lines).hasSize(1 + Page.MAX + 1).doesNotHaveDuplicates();
    assertThat(lines.getFirst()).isEqualTo("\ufeff办件编号,事项,决定单位,决定时间,办理结果");
    assertThat(lines.get(1)).endsWith(",高龄津贴发放,区民政局,2026-11-18 10:00,PASSED");
    assertThat(lines.getLast()).contains(",2026-11-10 10:00,");

    assertThat(csv(leader, list.replace("2026-11-01", "2026-10-31")).lines()).hasSize(2);
    assertThat(csv(leader, list.replace(unit("civil"), unit("east"))).lines()).hasSize(1);
    assertThat(csv(officer, list).lines()).hasSize(1 + Page.MAX + 1);
    assertThat(csv(signedIn(here, "clerk@west"), list).lines()).hasSize(1);
    assertThat(csv(signedIn(districts.fresh(), "leader"), list).lines()).hasSize(1);
    assertThat(anonymous().download("/export/lists/" + list).statusCode()).isEqualTo(401);
    for (String wrong : List.of("2026-11", "morgen", "")) {
      String asked = list.replace("2026-11-01", wrong);
      assertThat(leader.download("/export/lists/" + asked).statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void theJobWritesThemInTheWordsOfTheScreen() {
    decided("2026-11-12");
    Client leader = signedIn(here, "leader");
    Map<String, Object> outcome =
        Map.of(
            "column", "outcome",
            "title", "Outcome",
            "words", List.of(Map.of("code", "PASSED", "word", "Granted")));
    Map<String, Object> wanted =
        Map.of(
            "idempotencyKey", Client.key(),
            "listing", "decided-cases",
            "format", "CSV",
            "columns", List.of("decided", "outcome"),
            "labels", List.of(outcome),
            "filters",
                List.of(
                    Map.of("name", "unitId", "value", Ids.of("Unit", here.unit("civil"))),
                    Map.of("name", "month", "value", "2026-11-01")));
    assertThat(written(leader, wanted).lines())
        .containsExactly("\ufeff决定时间,Outcome", "2026-11-12 10:00,Granted");
  }

  private static String written(Client who, Map<String, Object> wanted) {
    String id =
        who.data(
                "mutation($i: DataExportStartInput!) { dataExportStart(input: $i) { dataExport { id } } }",
                "i",
                wanted)
            .at("/dataExportStart/dataExport/id")
            .asString();
    String state = "query($id: ID!) { dataExport(id: $id) { status } }";
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (who.data(state, "id", id).at("/dataExport/status").asString().equals("WAITING")
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    JsonNode link =
        who.data(
            "mutation($i: DataExportLinkInput!) { dataExportLink(input: $i) { link } }",
            "i",
            Map.of("idempotencyKey", Client.key(), "id", id));
    return text(who.download(link.at("/dataExportLink/link").asString()));
  }

  @Test
  void theCasesBehindTheGreenChannelLeaveWithTheReasonAndTheAnswer() {
    allow("greenPercent", 50);
    JsonNode first = CaseStory.accept(clerk, input(item)).get("case");
    JsonNode asked = act(clerk, "caseGreenAsk", first, "reason", "=重点项目").get("case");
    act(signedIn(here, "leader"), "caseGreenAnswer", asked, "granted", true);
    CaseStory.accept(clerk, input(item));
    String list =
        "green-cases?format=CSV&columns=item,accepted,reason,state" + unit("civil") + NOVEMBER;

    assertThat(csv(clerk, list).lines().skip(1))
        .containsExactly("高龄津贴发放,2026-11-20 10:00,'=重点项目,granted");
    assertThat(csv(signedIn(here, "clerk@west"), list).lines()).hasSize(1);
    assertThat(csv(signedIn(districts.fresh(), "leader"), list).lines()).hasSize(1);
    String years = list.replace("to=2026-11-30", "to=2028-11-30");
    assertThat(clerk.download("/export/lists/" + years).statusCode()).isEqualTo(400);
  }

  @Test
  void theClocksBehindAShareOfPausedTimeLeaveWithTheirHoursAsNumbers() throws IOException {
    CaseStory.accept(clerk, input(item));
    now.freeze(Instant.parse("2026-11-22T02:00:00Z"));
    String list =
        "suspension-records?format=CSV&columns=light,label,unit,hours,all"
            + unit("east")
            + NOVEMBER;

    assertThat(csv(clerk, list).lines().skip(1)).containsExactly("GREEN,高龄津贴发放,城东街道便民服务中心,0,48");
    byte[] xlsx = clerk.download("/export/lists/" + list.replace("CSV", "XLSX")).body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      var cell = book.getFirstSheet().read().get(1).getCell(4);
      assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
      assertThat(cell.asNumber()).isEqualByComparingTo("48");
    }
    assertThat(csv(signedIn(here, "clerk@west"), list).lines()).hasSize(1);
    assertThat(csv(signedIn(districts.fresh(), "leader"), list).lines()).hasSize(1);
  }

  @Test
  void aClockThatStandsStillDoesNotSlipFromPageToPageWhileItGrows() {
    pause();
    now.freeze(Instant.parse("2026-11-20T02:00:10Z"));
    pause();
    now.freeze(Instant.parse("2026-11-22T02:00:00Z"));
    JsonNode longest = paused(null);
    now.freeze(Instant.parse("2026-11-22T05:00:00Z")); // the other has stood longer than that now
    JsonNode next = paused(longest.at("/pageInfo/endCursor").asString());

    assertThat(longest.at("/nodes/0/suspendedHours").asInt()).isEqualTo(48);
    assertThat(next.at("/nodes/0/suspendedHours").asInt()).isEqualTo(47);
    assertThat(next.at("/nodes/0/duty/id")).isNotEqualTo(longest.at("/nodes/0/duty/id"));
    assertThat(next.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  private void pause() {
    JsonNode file = CaseStory.accept(clerk, input(item)).get("case");
    String until = "2026-11-30";
    act(clerk, "caseSuspend", file, "reason", "HOLD", "basis", "法", "expectedUntil", until);
  }

  private JsonNode paused(String after) {
    return clerk
        .data(
            "query($unit: ID!, $after: String) { suspensionRecords(unitId: $unit, from: \"2026-11-01\", to: \"2026-11-30\", first: 1, after: $after) { nodes { duty { id } suspendedHours } pageInfo { hasNextPage endCursor } } }",
            "unit",
            Ids.of("Unit", here.unit("east")),
            "after",
            after)
        .get("suspensionRecords");
  }

  @Test
  void theCasesOfAnItemSinceADayLeaveWithWhoAcceptedThem() {
    CaseStory.accept(clerk, input(item));
    String list =
        "cases-of-item?format=CSV&columns=accepted,acceptUnit,status&filter.itemId="
            + Ids.of("Item", item)
            + "&filter.since=";

    assertThat(csv(clerk, list + "2026-11-20").lines().skip(1))
        .containsExactly("2026-11-20 10:00,城东街道便民服务中心,ACCEPTED");
    assertThat(csv(clerk, list + "2026-11-21").lines()).hasSize(1);
    assertThat(csv(signedIn(here, "clerk@west"), list + "2026-11-20").lines()).hasSize(1);
    assertThat(csv(signedIn(districts.fresh(), "admin"), list + "2026-11-20").lines()).hasSize(1);
  }

  @Test
  void consultationsLeaveWithWhatIsOwedAndTheAskerMasked() {
    ConsultationStory.call(
        clerk,
        "consultationOpen",
        Map.of("itemId", Ids.of("Item", item), "askerName", "王小明", "question", "能领吗？"));
    ConsultationStory.call(clerk, "consultationOpen", Map.of("question", "几点开门？", "answer", "九点"));
    String list = "consultation-list?format=CSV&columns=light,question,item,asker,state,due";

    assertThat(csv(clerk, list).lines().skip(1))
        .containsExactly(",几点开门？,,,ANSWERED,", "GREEN,能领吗？,高龄津贴发放,王*明,OPEN,2026-11-21 10:00");
    assertThat(csv(clerk, list + "&filter.mine=true&filter.state=OPEN").lines()).hasSize(2);
    assertThat(csv(officer, list).lines()).hasSize(1);
    assertThat(csv(signedIn(districts.fresh(), "clerk@east"), list).lines()).hasSize(1);
    assertThat(clerk.download("/export/lists/" + list + "&filter.state=GONE").statusCode())
        .isEqualTo(400);
  }
}
