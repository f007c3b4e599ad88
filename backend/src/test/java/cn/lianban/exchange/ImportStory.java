package cn.lianban.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's way with one file, through the doors that a browser uses. */
public final class ImportStory {
  private static final String FIELDS =
      " id version status done total failure undoRefusal undoNote mine contentsGone sameFileAt mode charset"
          + " delimiter counts { fresh changed unchanged refused skipped missing created updated }"
          + " sheets { index name headerFirst headerLast columns { index header key } } lines {"
          + " nodes { number state values { key value before differs } faults { key message } notes"
          + " } } viewerCanStage viewerCanApply viewerCanCancel viewerCanUndo whyNotUndoable ";
  private static final Set<String> MOVING = Set.of("STAGING", "CHECKING", "APPLYING", "UNDOING");
  private final Client client;
  private String id = "";

  public ImportStory(Client client) {
    this.client = client;
  }

  /** Uploads and remembers the import; fails when it is refused. */
  public ImportStory upload(String kind, String name, byte[] body) {
    HttpResponse<String> answer = tryUpload(kind, name, body);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    id = JsonMapper.shared().readTree(answer.body()).get("id").asString();
    return this;
  }

  public HttpResponse<String> tryUpload(String kind, String name, byte[] body) {
    return client.upload(
        "/import/files?kind=" + kind + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
        body);
  }

  public String id() {
    return id;
  }

  public JsonNode now() {
    return client
        .data("query($id: ID!) { dataImport(id: $id) {" + FIELDS + "} }", "id", id)
        .get("dataImport");
  }

  /** The dry run with the columns as proposed, to its end. */
  public JsonNode stage() {
    JsonNode sheet = now().at("/sheets/0");
    List<Map<String, Object>> columns = new ArrayList<>();
    for (JsonNode column : sheet.get("columns")) {
      if (!column.get("key").isNull()) {
        columns.add(
            Map.of("index", column.get("index").asInt(), "key", column.get("key").asString()));
      }
    }
    requireDone(
        act(
            "Stage",
            Map.of(
                "sheet", sheet.get("index").asInt(),
                "headerFirst", sheet.get("headerFirst").asInt(),
                "headerLast", sheet.get("headerLast").asInt(),
                "columns", columns)));
    return settled();
  }

  public JsonNode apply(String mode) {
    requireDone(act("Apply", Map.of("mode", mode)));
    return settled();
  }

  /** As {@link #apply}, for a file that takes its time. */
  public JsonNode applyLong(String mode) {
    requireDone(act("Apply", Map.of("mode", mode)));
    return settled(Duration.ofMinutes(4));
  }

  /** A file whose every line went in. */
  static ImportStory written(Client client, String kind, String... lines) {
    ImportStory story = new ImportStory(client).upload(kind, kind + ".csv", csv("UTF-8", lines));
    story.stage();
    JsonNode written = story.apply("ALL_OR_NOTHING");
    assertThat(written.get("status").asString()).as(written.toString()).isEqualTo("APPLIED");
    return story;
  }

  /** Cannot be taken back, and why. */
  static void stays(ImportStory story, String... because) {
    JsonNode refused = story.undo();
    assertThat(refused.get("status").asString()).isEqualTo("APPLIED");
    assertThat(refused.get("undoRefusal").asString()).contains(because);
  }

  public JsonNode undo() {
    requireDone(act("Undo", Map.of()));
    return settled();
  }

  /** One mutation on the present version; answers its payload. */
  public JsonNode act(String verb, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("idempotencyKey", Client.key());
    input.put("id", id);
    input.put("expectedVersion", version());
    return client
        .data(
            "mutation($input: DataImport%sInput!) { dataImport%s(input: $input) { dataImport { status } userErrors { code field message } } }"
                .formatted(verb, verb),
            "input",
            input)
        .get("dataImport" + verb);
  }

  private int version() {
    JsonNode found =
        client
            .data("query($id: ID!) { dataImport(id: $id) { version } }", "id", id)
            .get("dataImport");
    return found.isNull() ? 1 : found.get("version").asInt();
  }

  private static void requireDone(JsonNode payload) {
    if (!payload.get("userErrors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
  }

  /** Waits for the job. */
  public JsonNode settled() {
    return settled(Duration.ofSeconds(60));
  }

  private JsonNode settled(Duration patience) {
    Instant end = Instant.now().plus(patience);
    while (MOVING.contains(status())) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("still moving: " + now().toString().substring(0, 300));
      }
      pause();
    }
    return now();
  }

  private String status() {
    return client
        .data("query($id: ID!) { dataImport(id: $id) { status } }", "id", id)
        .at("/dataImport/status")
        .asString();
  }

  private static void pause() {
    try {
      Thread.sleep(120); // a question costs a tenth of that
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  public HttpResponse<byte[]> report(String rows) {
    return client.download("/import/" + id + "/report?rows=" + rows);
  }

  public static byte[] csv(String charset, String... lines) {
    return String.join("\r\n", lines).getBytes(java.nio.charset.Charset.forName(charset));
  }

  /** A spreadsheet; cells apart by |, empty ones are left out. */
  public static byte[] xlsx(String... lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("表一");
      for (int line = 0; line < lines.length; line++) {
        String[] cells = lines[line].split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
          if (!cells[i].isEmpty()) {
            sheet.value(line, i, cells[i]);
          }
        }
      }
    }
    return out.toByteArray();
  }
}
