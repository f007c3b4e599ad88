package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;
import static cn.lianban.testing.TestFiles.attach;
import static cn.lianban.testing.TestFiles.pdf;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.cases.PastCases;
import cn.lianban.graphql.Ids;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.Client;
import cn.lianban.testing.TestCases;
import cn.lianban.testing.TestDistrict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What happens to files after they have come: the scan, and bytes that nobody knows. */
class KeepingApiTest extends ApiTestBase {
  @Autowired private PastCases past;
  @Autowired private TenantScope scope;
  @Autowired private TestScanner scanner;
  @Autowired private Scanning scanning;
  @Autowired private Orphans orphans;
  @Autowired private Storage storage;
  private TestDistrict here;
  private Client clerk;
  private long caseId;

  @BeforeEach
  void anOpenCase() {
    here = districts.fresh();
    clerk = signedIn(here, "clerk@east");
    long item = items.licence(here, "高龄津贴发放", here.unit("civil"), here.unit("east"));
    caseId =
        new TestCases(districts, scope, past)
            .open(here, item, here.unit("east"), now.instant(), false);
  }

  @AfterEach
  void scannerOff() {
    scanner.turn(false, true);
  }

  private JsonNode open(String file) {
    return clerk
        .data(
            "mutation($input: AttachmentOpenInput!) { attachmentOpen(input: $input) { url userErrors { code } } }",
            "input",
            Map.of("idempotencyKey", Client.key(), "id", file))
        .get("attachmentOpen");
  }

  private String state(String file) {
    return scope
        .inDistrict(here.id(), cn.lianban.tenancy.Reach.ALL, "job:test", () -> find(file).state())
        .name();
  }

  @Autowired private StoredFiles files;

  private StoredFile find(String file) {
    return files.find(Ids.parse(StoredFile.KIND, file)).orElseThrow();
  }

  @Test
  void aFileWaitsForTheScanIsFreedWhenCleanAndGoneWithItsBytesWhenNot() {
    scanner.turn(true, false);
    String clean = attach(clerk, caseId, "申请表.pdf", pdf(2_000, "净"));
    byte[] infected = ("%PDF-1.7\n" + TestScanner.EICAR).getBytes(StandardCharsets.US_ASCII);
    String bad = attach(clerk, caseId, "发票.pdf", infected);

    scanning.round(); // nobody answers
    assertThat(state(clean)).isEqualTo("QUARANTINED");
    assertThat(open(clean).at("/userErrors/0/code").asString()).isEqualTo("QUARANTINED");

    scanner.turn(true, true);
    scanning.round();

    assertThat(open(clean).get("url").asString()).startsWith("/files/download/");
    assertThat(state(bad)).isEqualTo("INFECTED");
    assertThat(open(bad).at("/userErrors/0/code").asString()).isEqualTo("NOT_FOUND");
    JsonNode use =
        signedIn(here, "admin")
            .data("{ storageUse { usedBytes usedFiles scanned shares { state files } } }")
            .get("storageUse");
    assertThat(use.get("usedBytes").asLong()).isEqualTo(2_000);
    assertThat(use.get("scanned").asBoolean()).isTrue();
  }

  @Test
  void aFileThatTheScannerCannotTakeStepsBackAndTheOthersDoNotWaitForIt() {
    scanner.turn(true, true);
    Instant begin = now.instant();
    now.freeze(begin);
    byte[] large = ("%PDF-1.7\n" + TestScanner.TOO_LARGE).getBytes(StandardCharsets.US_ASCII);
    String stuck = attach(clerk, caseId, "录像.pdf", large);
    now.freeze(begin.plusSeconds(1));
    String clean = attach(clerk, caseId, "申请表.pdf", pdf(2_000, "净"));

    scanning.round();

    assertThat(state(clean)).isEqualTo("CLEAN");
    assertThat(state(stuck)).isEqualTo("QUARANTINED");
    assertThat(attempts()).isEqualTo(1);
    scanning.round();
    assertThat(attempts()).as("not before its time").isEqualTo(1);
    now.freeze(begin.plusSeconds(70));
    scanning.round();
    assertThat(attempts()).isEqualTo(2);
    JsonNode use =
        signedIn(here, "admin")
            .data("{ storageUse { scansWaiting scansFailing } }")
            .get("storageUse");
    assertThat(use.get("scansWaiting").asInt()).isEqualTo(1);
    assertThat(use.get("scansFailing").asInt()).isEqualTo(1);
  }

  private int attempts() {
    return districts.in(
        here.id(),
        () ->
            sql.select(AWAITING.ATTEMPTS)
                .from(AWAITING)
                .where(AWAITING.DISTRICT_ID.eq(here.id()))
                .fetchSingle()
                .value1());
  }

  @Test
  void bytesThatNoRecordKnowsGoAndKnownOnesStay() throws Exception {
    String file = attach(clerk, caseId, "申请表.pdf", pdf(3_000, "留"));
    String kept = keys().getFirst();
    Path lost = Files.writeString(Files.createTempFile("lost", ""), "lost");
    String orphan = here.id() + "/00000000-0000-4000-8000-000000000000";
    storage.put(orphan, lost, new byte[32]);

    orphans.remove(Instant.now().minusSeconds(3600)); // too young
    assertThat(keys()).contains(orphan, kept);
    assertThat(orphans.remove(Instant.now().plusSeconds(60))).isPositive();

    assertThat(keys()).containsExactly(kept);
    assertThat(clerk.download(open(file).get("url").asString()).body()).hasSize(3_000);
  }

  private List<String> keys() throws IOException {
    List<String> keys = new ArrayList<>();
    storage.list(
        kept -> {
          if (kept.key().startsWith(here.id() + "/")) {
            keys.add(kept.key());
          }
        });
    return keys;
  }
}
