package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.db.audit.Tables.SEAL;
import static cn.lianban.db.audit.Tables.UNSEALED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.AtOneMoment;
import cn.lianban.testing.TestDistrict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class SealingApiTest extends ApiTestBase {
  private static final String ENTRIES =
      "query($after: String) { auditEntries(filter: {action: \"test.write\"}, first: 2, after: $after)"
          + " { nodes { id actor subject facts sealed } pageInfo { hasNextPage endCursor } } }";
  @Autowired private AuditTrail trail;
  @Autowired private Sealing sealing;
  @Autowired private Sealer sealer;
  @Autowired private TenantScope scope;
  @Autowired private DSLContext sql;

  @Value("${lianban.audit.heads}")
  private Path heads;

  private void write(TestDistrict here, int rows) {
    districts.in(
        here.id(),
        () ->
            scope.write(
                () -> {
                  for (int i = 1; i <= rows; i++) {
                    trail.record("test.write", "test:" + i, Map.of("number", i));
                  }
                  return rows;
                }));
  }

  private void sealAll(TestDistrict here) {
    while (waiting(here) > 0) {
      sealing.round();
    }
  }

  private int waiting(TestDistrict here) {
    return districts.in(
        here.id(), () -> sql.fetchCount(UNSEALED, UNSEALED.DISTRICT_ID.eq(here.id())));
  }

  private List<Long> sealedIds(TestDistrict here) {
    return districts
        .in(
            here.id(),
            () ->
                sql.select(SEAL.ENTRY_IDS)
                    .from(SEAL)
                    .where(SEAL.DISTRICT_ID.eq(here.id()))
                    .fetch(SEAL.ENTRY_IDS))
        .stream()
        .flatMap(Stream::of)
        .sorted()
        .toList();
  }

  private List<Long> entryIds(TestDistrict here) {
    return districts.in(
        here.id(),
        () ->
            sql.select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.DISTRICT_ID.eq(here.id()))
                .orderBy(ENTRY.ID)
                .fetch(ENTRY.ID));
  }

  @Test
  void theScheduledTaskSealsWhatIsCommitted() throws Exception {
    TestDistrict here = districts.fresh();
    write(here, 3);

    for (int tenth = 0; waiting(here) > 0 && tenth < 300; tenth++) {
      Thread.sleep(100);
    }

    assertThat(waiting(here)).isZero();
    assertThat(sealedIds(here)).isEqualTo(entryIds(here)).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void twoSealersInParallelSealEachRowExactlyOnce() throws Exception {
    TestDistrict here = districts.fresh();
    write(here, 2_300);
    List<Callable<Integer>> instances =
        IntStream.range(0, 2)
            .<Callable<Integer>>mapToObj(
                i ->
                    () -> {
                      while (waiting(here) > 0) {
                        sealer.seal(here.id());
                      }
                      return i;
                    })
            .toList();

    AtOneMoment.all(instances);

    assertThat(sealedIds(here)).isEqualTo(entryIds(here)).hasSizeGreaterThanOrEqualTo(2_300);
  }

  @Test
  void everyHeadIsKeptOutside() throws Exception {
    TestDistrict here = districts.fresh();
    write(here, 1);
    sealAll(here);
    sealing.round();

    String hash =
        signedIn(here, "auditor").data("{ auditHead { hash } }").at("/auditHead/hash").asString();
    for (int tenth = 0; !published(here, hash) && tenth < 100; tenth++) {
      Thread.sleep(100); // the scheduled round may be the one that sealed, and still be writing
    }

    assertThat(published(here, hash)).isTrue();
  }

  private boolean published(TestDistrict here, String hash) throws Exception {
    return Files.exists(heads)
        && Files.readAllLines(heads).stream()
            .anyMatch(line -> line.startsWith(here.id() + " ") && line.contains(hash));
  }

  @Test
  void anAuditorReadsTheTrailNewestFirstPageByPage() {
    TestDistrict here = districts.fresh();
    write(here, 3);
    sealAll(here);
    var auditor = signedIn(here, "auditor");

    var first = auditor.data(ENTRIES).get("auditEntries");
    var second =
        auditor
            .data(ENTRIES, "after", first.at("/pageInfo/endCursor").asString())
            .get("auditEntries");

    assertThat(first.at("/nodes/0/subject").asString()).isEqualTo("test:3");
    assertThat(first.at("/nodes/0/facts").asString()).isEqualTo("{\"number\":3}");
    assertThat(first.at("/nodes/0/sealed").asBoolean()).isTrue();
    assertThat(first.at("/nodes/1/subject").asString()).isEqualTo("test:2");
    assertThat(second.get("nodes")).hasSize(1);
    assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void theHeadCountsTheSeals() {
    TestDistrict here = districts.fresh();
    var auditor = signedIn(here, "auditor");
    sealAll(here);
    long before = auditor.data("{ auditHead { seq } }").at("/auditHead/seq").asLong(0);
    write(here, 1);
    sealAll(here);

    var head = auditor.data("{ auditHead { seq hash unsealed } }").get("auditHead");

    assertThat(head.get("seq").asLong()).isEqualTo(before + 1);
    assertThat(head.get("unsealed").asInt()).isZero();
  }

  @Test
  void aClerkMayNotReadTheTrail() {
    TestDistrict here = districts.fresh();
    var clerk = signedIn(here, "clerk@east");

    assertThat(clerk.errorCode(ENTRIES)).isEqualTo("FORBIDDEN");
    assertThat(clerk.errorCode("{ auditHead { seq } }")).isEqualTo("FORBIDDEN");
    assertThat(anonymous().errorCode(ENTRIES)).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void theNeighboursAuditorSeesNothingOfIt() {
    TestDistrict here = districts.fresh();
    TestDistrict there = districts.fresh();
    write(here, 2);
    sealAll(here);

    assertThat(signedIn(there, "auditor").data(ENTRIES).at("/auditEntries/nodes")).isEmpty();
    assertThat(signedIn(here, "auditor").data(ENTRIES).at("/auditEntries/nodes")).hasSize(2);
  }
}
