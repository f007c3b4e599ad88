package cn.lianban.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianban.tenancy.TenantScope;
import cn.lianban.testing.AdminConnection;
import cn.lianban.testing.ApiTestBase;
import cn.lianban.testing.TestDistrict;
import com.zaxxer.hikari.HikariDataSource;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Each manipulation is planted by the server's superuser and must be seen by the real program. */
class VerifierApiTest extends ApiTestBase {
  private static final String SOURCE = "../infra/verify/Verify.java";
  @Autowired private AuditTrail trail;
  @Autowired private Sealer sealer;
  @Autowired private TenantScope scope;
  @Autowired private HikariDataSource pool;

  /** The program's classes: started from its source, it is compiled anew each time. */
  @TempDir private static Path compiled;

  @TempDir private Path folder;
  private TestDistrict here;
  private Path heads;

  @BeforeAll
  static void compileTheProgram() throws Exception {
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", driver(), "-d", compiled.toString(), SOURCE);
    assertThat(failed).isZero();
  }

  /** Three seals of two rows each, and the head of each kept outside. */
  @BeforeEach
  void threeSeals() throws Exception {
    here = districts.fresh();
    heads = folder.resolve("heads.log");
    for (int batch = 0; batch < 3; batch++) {
      int first = 2 * batch + 1;
      districts.in(here.id(), () -> scope.write(() -> two(first)));
      sealEverything();
    }
    kept();
  }

  private int two(int first) {
    trail.record("test.write", "test:" + first, Map.of("number", first));
    trail.record("test.write", "test:" + (first + 1), Map.of("number", first + 1));
    return first;
  }

  private void sealEverything() throws Exception {
    while (count("select count(*) from audit.unsealed where district_id = ?") > 0) {
      sealer.seal(here.id());
    }
  }

  private void kept() throws Exception {
    List<String> lines = new ArrayList<>();
    try (Connection all = superuser();
        var rows =
            all.prepareStatement(
                "select seq, encode(hash, 'hex') from audit.seal where district_id = ?")) {
      rows.setInt(1, here.id());
      try (var row = rows.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Head(
                      here.id(),
                      row.getLong(1),
                      Instant.now(),
                      java.util.HexFormat.of().parseHex(row.getString(2)))
                  .line());
        }
      }
    }
    Files.write(heads, lines);
  }

  @Test
  void anUntouchedTrailIsSound() throws Exception {
    assertThat(verify("--heads", heads.toString())).contains("SOUND", "exit 0");
  }

  @Test
  void theProgramStartsFromItsSource() throws Exception {
    assertThat(started(List.of("-cp", driver(), SOURCE), List.of())).contains("SOUND", "exit 0");
  }

  @Test
  void anEditedRowIsSeen() throws Exception {
    plant(
        "update audit.entry set facts = '{\"number\":99}' where district_id = ? and subject = 'test:3'");
    assertThat(verify("--heads", heads.toString())).contains("EDITED_ROW", "test:3", "exit 1");
  }

  @Test
  void aRowEditedTogetherWithItsDigestIsSeen() throws Exception {
    redigest("test:3", "{\"number\":99}");
    assertThat(verify()).contains("SEAL_MISMATCH", "exit 1").doesNotContain("EDITED_ROW");
  }

  @Test
  void aDeletedRowIsSeen() throws Exception {
    plant("delete from audit.entry where district_id = ? and subject = 'test:3'");
    assertThat(verify()).contains("DELETED_ROW", "exit 1");
  }

  @Test
  void twoRowsThatChangedPlacesAreSeen() throws Exception {
    plant(
        "update audit.entry e set at = o.at, actor = o.actor, action = o.action, subject = o.subject,"
            + " facts = o.facts, digest = o.digest from audit.entry o where e.district_id = ?"
            + " and o.district_id = e.district_id and (e.subject, o.subject) in"
            + " (('test:3', 'test:5'), ('test:5', 'test:3'))");
    assertThat(verify()).contains("SEAL_MISMATCH", "exit 1").doesNotContain("EDITED_ROW");
  }

  @Test
  void aCutTailIsSeenByTheOutsideHeadAlone() throws Exception {
    plant(
        "delete from audit.entry e using audit.seal s where e.district_id = ? and s.district_id ="
            + " e.district_id and s.seq = (select max(seq) from audit.seal where district_id ="
            + " e.district_id) and e.id = any (s.entry_ids)");
    plant(
        "delete from audit.seal s where district_id = ? and seq = (select max(seq) from audit.seal"
            + " where district_id = s.district_id)");
    assertThat(verify()).contains("SOUND", "exit 0");
    assertThat(verify("--heads", heads.toString())).contains("CUT_TAIL", "exit 1");
  }

  @Test
  void aSuffixComputedAnewIsSeenByTheOutsideHeadAlone() throws Exception {
    long third = count("select max(seq) from audit.seal where district_id = ?");
    redigest("test:5", "{\"number\":99}");
    plant(
        "insert into audit.unsealed select e.district_id, e.id, now() from audit.entry e join"
            + " audit.seal s on s.district_id = e.district_id and e.id = any (s.entry_ids)"
            + " where e.district_id = ? and s.seq = "
            + third
            + "; delete from audit.seal where seq = "
            + third
            + " and district_id = "
            + here.id());
    sealEverything();

    assertThat(verify()).contains("SOUND", "exit 0");
    assertThat(verify("--heads", heads.toString())).contains("REWRITTEN_SUFFIX", "exit 1");
  }

  @Test
  void aRowThatWaitsTooLongOrHasNoMarkIsSeen() throws Exception {
    plant(
        "insert into audit.entry (district_id, at, actor, action, subject, facts, digest) select"
            + " district_id, at, actor, action, 'test:7', facts, digest from audit.entry where"
            + " district_id = ? and subject = 'test:6'; delete from audit.unsealed where district_id = "
            + here.id());
    assertThat(verify()).contains("UNMARKED_ROW", "exit 1");
  }

  private void redigest(String subject, String facts) throws Exception {
    try (Connection all = superuser();
        var find =
            all.prepareStatement(
                "select id, at, actor, action from audit.entry where district_id = ? and subject = ?");
        var change =
            all.prepareStatement(
                "update audit.entry set facts = ?, digest = ? where district_id = ? and id = ?")) {
      find.setInt(1, here.id());
      find.setString(2, subject);
      try (var row = find.executeQuery()) {
        row.next();
        Instant at = row.getObject(2, java.time.OffsetDateTime.class).toInstant();
        change.setString(1, facts);
        change.setBytes(
            2, Digest.entry(here.id(), at, row.getString(3), row.getString(4), subject, facts));
        change.setInt(3, here.id());
        change.setLong(4, row.getLong(1));
        assertThat(change.executeUpdate()).isEqualTo(1);
      }
    }
  }

  private void plant(String manipulation) throws Exception {
    try (Connection all = superuser();
        var statement = all.prepareStatement(manipulation)) {
      statement.setInt(1, here.id());
      statement.execute();
      assertThat(statement.getUpdateCount()).isPositive();
    }
  }

  private long count(String query) throws Exception {
    try (Connection all = superuser();
        var statement = all.prepareStatement(query)) {
      statement.setInt(1, here.id());
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Connection superuser() throws Exception {
    return AdminConnection.open(pool);
  }

  private String verify(String... more) throws Exception {
    return started(
        List.of(
            "-XX:TieredStopAtLevel=1", // it lives for a second
            "-XX:+UseSerialGC",
            "-cp",
            driver() + File.pathSeparator + compiled,
            "Verify"),
        List.of(more));
  }

  private static String driver() throws Exception {
    return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }

  private String started(List<String> program, List<String> more) throws Exception {
    String place = pool.getJdbcUrl().substring("jdbc:postgresql://".length());
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(program);
    command.addAll(
        List.of(
            "--url",
            "postgres://" + pool.getUsername() + ":" + pool.getPassword() + "@" + place,
            "--district",
            Integer.toString(here.id())));
    command.addAll(more);
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return answer + "exit " + run.exitValue();
  }
}
