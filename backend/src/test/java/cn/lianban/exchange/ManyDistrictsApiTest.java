package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several districts bring and take files at one time. */
class ManyDistrictsApiTest extends ApiTestBase {
  private static final int LINES = 8_000;

  private ImportStory checked() {
    List<String> lines = new ArrayList<>(List.of("单位名称"));
    for (int i = 0; i < LINES; i++) {
      lines.add("区第" + i + "局");
    }
    ImportStory story =
        new ImportStory(signedIn(districts.fresh(), "admin"))
            .upload("units", "a.csv", ImportStory.csv("UTF-8", lines.toArray(String[]::new)));
    assertThat(story.stage().get("status").asString()).isEqualTo("CHECKED");
    return story;
  }

  /** Everything in one step and one transaction: its worker does nothing else before the end. */
  private static void begin(ImportStory story) {
    assertThat(story.act("Apply", Map.of("mode", "ALL_OR_NOTHING")).get("userErrors")).isEmpty();
  }

  private static void awaitBegun(ImportStory story) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (story.now().get("done").asInt() == 0 && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
  }

  private static String status(ImportStory story) {
    return story.now().get("status").asString();
  }

  @Test
  void aListOfOneDoesNotWaitForTheLongFilesOfTwoOthersWhichGoOnSideBySide() throws Exception {
    ImportStory first = checked();
    ImportStory second = checked();
    Client third = signedIn(districts.fresh(), "admin");
    begin(first);
    begin(second);
    awaitBegun(first);
    awaitBegun(second);

    String list = export(third);
    assertThat(awaited(third, list)).isEqualTo("READY");

    assertThat(List.of(status(first), status(second))).containsOnly("APPLYING");
    for (ImportStory story : List.of(first, second)) {
      assertThat(story.act("Cancel", Map.of()).get("userErrors")).isEmpty();
      assertThat(story.settled().get("status").asString()).isEqualTo("CANCELLED");
    }
  }

  private static String export(Client who) {
    JsonNode started =
        who.data(
            "mutation($input: DataExportStartInput!) { dataExportStart(input: $input) { dataExport"
                + " { id } userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "listing", "units", "format", "CSV"));
    return started.at("/dataExportStart/dataExport/id").asString();
  }

  private static String awaited(Client who, String list) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    String status = "WAITING";
    while (status.equals("WAITING") && Instant.now().isBefore(end)) {
      Thread.sleep(60);
      status =
          who.data("query($id: ID!) { dataExport(id: $id) { status } }", "id", list)
              .at("/dataExport/status")
              .asString();
    }
    return status;
  }
}
