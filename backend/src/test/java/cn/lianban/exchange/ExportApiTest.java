package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestDistrict;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists out: what was asked for, nothing that reckons, and nobody else's. */
class ExportApiTest extends ApiTestBase {
  private static final String START =
      "mutation($input: DataExportStartInput!) { dataExportStart(input: $input) { dataExport { id } userErrors { code } } }";
  private static final String STATE =
      "query($id: ID!) { dataExport(id: $id) { status rows bytes } }";
  private static final String LINK =
      "mutation($input: DataExportLinkInput!) { dataExportLink(input: $input) { link userErrors { code } } }";

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private void bring(TestDistrict district, String... lines) {
    ImportStory story =
        new ImportStory(signedIn(district, "admin"))
            .upload("units", "a.csv", ImportStory.csv("UTF-8", lines));
    story.stage();
    story.apply("VALID_ROWS");
  }

  @Test
  void aListLeavesWithTheColumnsAskedForInTheirOrder() {
    TestDistrict here = districts.fresh();
    bring(here, "单位名称,机构编码", "区教育体育局,07");

    HttpResponse<byte[]> answer =
        signedIn(here, "clerk@east").download("/export/lists/units?format=CSV&columns=codes,name");

    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "filename*=UTF-8''");
    assertThat(text(answer)).startsWith("\ufeff单位编码,单位名称\r\n").contains("07,区教育体育局");
    assertThat(text(answer).lines()).hasSize(6);
  }

  @Test
  void noTextOfAListIsReckonedByASpreadsheet() throws Exception {
    TestDistrict here = districts.fresh();
    bring(here, "单位名称", "\"=cmd|' /C calc'!A0\"", "+1", "@SUM(1)", "-2+3");
    Client clerk = signedIn(here, "clerk@east");

    String csv = text(clerk.download("/export/lists/units?format=CSV&columns=name"));
    assertThat(csv).contains("'=cmd", "'+1", "'@SUM(1)", "'-2+3");
    byte[] xlsx = clerk.download("/export/lists/units?format=XLSX&columns=name").body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(9);
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.getCell(0).getType().name()).isEqualTo("STRING"));
    }
  }

  @Test
  void aListOnAScreenLeavesAsItStandsThereWithNumbersAsNumbersAndFormulasAsTexts()
      throws Exception {
    Client clerk = signedIn(districts.fresh(), "clerk@east");
    String shown =
        """
        {"name": "待办", "columns": [{"title": "事项", "numeric": false}, {"title": "件数", "numeric": true}],
         "rows": [["=1+1", "12"], ["𪚥·甲", "7/16"]]}
        """;

    HttpResponse<byte[]> csv = clerk.uploadForBytes("/export/sheets?format=CSV", shown);
    assertThat(text(csv)).isEqualTo("\ufeff事项,件数\r\n'=1+1,12\r\n𪚥·甲,7/16\r\n");
    byte[] xlsx = clerk.uploadForBytes("/export/sheets?format=XLSX", shown).body();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows.get(1).getCell(1).getType().name()).isEqualTo("NUMBER");
      assertThat(rows.get(1).getCell(0).getType().name()).isEqualTo("STRING");
      assertThat(rows.get(2).getCell(1).getType().name()).isEqualTo("STRING");
    }
    assertThat(clerk.uploadForBytes("/export/sheets?format=CSV", "{}").statusCode()).isEqualTo(400);
    assertThat(
            clerk
                .uploadForBytes(
                    "/export/sheets?format=CSV", shown.replace("\"12\"", "\"12\", \"too many\""))
                .statusCode())
        .isEqualTo(400);
    assertThat(anonymous().uploadForBytes("/export/sheets?format=CSV", shown).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whatLeftComesInAgainUnchanged() {
    TestDistrict here = districts.fresh();
    bring(here, "单位名称,机构编码", "-2+3局,07", "区·民族局,\"1、2\"");
    Client admin = signedIn(here, "admin");
    byte[] file = admin.download("/export/lists/units?format=CSV").body();

    JsonNode tried = new ImportStory(admin).upload("units", "back.csv", file).stage();

    assertThat(tried.at("/counts/unchanged").asInt()).isEqualTo(6);
    assertThat(tried.at("/counts/fresh").asInt() + tried.at("/counts/changed").asInt()).isZero();
    assertThat(tried.at("/counts/missing").asInt()).isZero();
  }

  @Test
  void anUnknownListOrColumnIsABadRequestAndAStrangerGetsNothing() {
    TestDistrict here = districts.fresh();
    Client clerk = signedIn(here, "clerk@east");

    assertThat(clerk.download("/export/lists/nothing?format=CSV").statusCode()).isEqualTo(400);
    assertThat(clerk.download("/export/lists/units?format=CSV&columns=secret").statusCode())
        .isEqualTo(400);
    assertThat(anonymous().download("/export/lists/units?format=CSV").statusCode()).isEqualTo(401);
  }

  @Test
  void aLongListIsWrittenByTheJobForThePersonWhoAskedAndNobodyElse() {
    TestDistrict here = districts.fresh();
    bring(
        here,
        IntStream.rangeClosed(0, 5_100)
            .mapToObj(i -> i == 0 ? "单位名称" : "区第" + i + "办公室")
            .toArray(String[]::new));
    Client admin = signedIn(here, "admin");
    assertThat(text(admin.download("/export/lists/units?format=CSV"))).contains("LARGE");

    String id =
        admin
            .data(
                START,
                "input",
                Map.of("idempotencyKey", Client.key(), "listing", "units", "format", "CSV"))
            .at("/dataExportStart/dataExport/id")
            .asString();
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (admin.data(STATE, "id", id).at("/dataExport/status").asString().equals("WAITING")
        && Instant.now().isBefore(end)) {
      pause();
    }
    assertThat(admin.data(STATE, "id", id).at("/dataExport/rows").asInt()).isEqualTo(5_104);
    String link = link(admin, id);

    assertThat(text(admin.download(link)).lines().count()).isEqualTo(5_105);
    assertThat(signedIn(here, "supervisor").download(link).statusCode()).isEqualTo(422);
    assertThat(anonymous().download(link).statusCode()).isEqualTo(401);
    assertThat(signedIn(here, "supervisor").data(STATE, "id", id).get("dataExport").isNull())
        .isTrue();
    link(admin, id);
    assertThat(admin.download(link).statusCode()).isEqualTo(422);
    assertThat(audited(here)).contains("export.file");
  }

  private static void pause() {
    try {
      Thread.sleep(120);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String link(Client who, String id) {
    return who.data(LINK, "input", Map.of("idempotencyKey", Client.key(), "id", id))
        .at("/dataExportLink/link")
        .asString();
  }

  private String audited(TestDistrict district) {
    JsonNode nodes =
        signedIn(district, "auditor")
            .data("{ auditEntries(filter: {subject: \"listing:units\"}) { nodes { action } } }")
            .at("/auditEntries/nodes");
    return nodes
        .valueStream()
        .map(node -> node.get("action").asString())
        .collect(Collectors.joining(","));
  }
}
