package cn.lianban.cases;

import static cn.lianban.cases.CaseStory.act;
import static cn.lianban.cases.CaseStory.input;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.Statements;
import cn.lianban.testing.TestDistrict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The two hottest requests of the staff's application, by its own documents. */
class HotPathsApiTest extends ApiTestBase {
  private static final Path FEATURES = Path.of("../frontend/src/features");
  private TestDistrict here;
  private long item;
  private Client clerk;
  private Client officer;

  @BeforeEach
  void aDistrict() {
    here = districts.fresh();
    now.freeze(Instant.parse("2026-11-20T02:00:00Z"));
    item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    clerk = signedIn(here, "clerk@east");
    officer = signedIn(here, "officer@civil");
  }

  /** An operation and the fragments after it, as they stand in a screen's file. */
  private static String document(String file, String operation, String... fragments)
      throws IOException {
    String text = Files.readString(FEATURES.resolve(file));
    StringBuilder document = new StringBuilder(part(text, "query " + operation + "("));
    for (String fragment : fragments) {
      document.append('\n').append(part(text, "fragment " + fragment + " on "));
    }
    return document.toString();
  }

  private static String part(String text, String begin) {
    int from = text.indexOf(begin);
    assertThat(from).as(begin).isNotNegative();
    return text.substring(from, text.indexOf("\n}", from) + 2);
  }

  @Test
  void aQueueOfThirtyCostsTheStatementsOfAQueueOfOne() throws IOException {
    String queue = document("clock/queue.graphql", "Queue", "QueueRow");
    CaseStory.accept(clerk, input(item));
    assertThat(length(clerk, queue)).isEqualTo(1);
    int one = Statements.during(sql, () -> length(clerk, queue));
    for (int i = 1; i < 30; i++) {
      CaseStory.accept(clerk, input(item));
    }

    assertThat(length(clerk, queue)).isEqualTo(30);
    assertThat(Statements.during(sql, () -> length(clerk, queue))).isEqualTo(one).isPositive();
  }

  private static int length(Client who, String queue) {
    JsonNode duties = who.data(queue, "filter", Map.of(), "first", 50).get("duties");
    assertThat(duties.get("totalCount").asInt()).isEqualTo(duties.get("nodes").size());
    return duties.get("nodes").size();
  }

  @Test
  void aCaseThatWentUpAndDownCostsTheStatementsOfAFreshOne() throws IOException {
    String page = document("cases/case.graphql", "Case", "CaseHead");
    String clock = document("cases/case.graphql", "CaseClock", "ClockStory");
    JsonNode fresh = signed(CaseStory.accept(clerk, input(item)).get("case"));
    JsonNode old = stopped(signed(CaseStory.accept(clerk, input(item)).get("case")));
    old = act(officer, "caseReturn", old, "reason", "材料不符").get("case");
    old = act(clerk, "caseSign", old).get("case");
    old = stopped(signed(old));
    String one = fresh.get("id").asString();
    String many = old.get("id").asString();

    assertThat(officer.data(page, "id", many).at("/case/timeline").size())
        .isGreaterThanOrEqualTo(12);
    for (String document : new String[] {page, clock}) {
      officer.data(document, "id", one);
      int few = Statements.during(sql, () -> officer.data(document, "id", one));
      assertThat(Statements.during(sql, () -> officer.data(document, "id", many)))
          .isEqualTo(few)
          .isPositive();
    }
  }

  private JsonNode signed(JsonNode file) {
    JsonNode sent = act(clerk, "caseHandUp", file).get("case");
    return act(officer, "caseSign", sent).get("case");
  }

  /** Three times, each for a moment. */
  private JsonNode stopped(JsonNode file) {
    JsonNode goes = file;
    for (int i = 0; i < 3; i++) {
      goes = act(officer, "caseResume", paused(goes)).get("case");
    }
    return goes;
  }

  private JsonNode paused(JsonNode file) {
    return act(
            officer,
            "caseSuspend",
            file,
            "reason",
            "EXAMINATION",
            "basis",
            "行政许可法第四十五条",
            "expectedUntil",
            "2026-11-30")
        .get("case");
  }
}
