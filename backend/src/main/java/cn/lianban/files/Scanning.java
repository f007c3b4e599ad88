package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;

import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the scanner about every file that waits, whatever its district. */
@Component
class Scanning {
  private static final Logger log = LoggerFactory.getLogger(Scanning.class);
  private static final String JOB = "job:virus-scan";
  private static final int BATCH = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final VirusScanner scanner;
  private final Storage storage;
  private final FileBytes bytes;

  Scanning(
      DSLContext sql, TenantScope scope, VirusScanner scanner, Storage storage, FileBytes bytes) {
    this.sql = sql;
    this.scope = scope;
    this.scanner = scanner;
    this.storage = storage;
    this.bytes = bytes;
  }

  /** A scanner that cannot be asked leaves everything waiting; the next round tries again. */
  void round() {
    if (!scanner.isOn()) {
      return;
    }
    for (Waiting one : waiting()) {
      try {
        scan(one);
      } catch (IOException unreachable) {
        log.warn("virus scan of file {} of district {} waits", one.file(), one.district());
        return;
      }
    }
  }

  private java.util.List<Waiting> waiting() {
    return scope.onPlatform(
        Reach.SCAN,
        JOB,
        () ->
            sql.select(AWAITING.DISTRICT_ID, AWAITING.FILE_ID)
                .from(AWAITING)
                .orderBy(AWAITING.AT)
                .limit(BATCH)
                .fetch(row -> new Waiting(row.value1(), row.value2())));
  }

  /** The file is read without a transaction: it may be large, and the scanner slow. */
  private void scan(Waiting one) throws IOException {
    String key =
        scope.inDistrict(
            one.district(),
            Reach.ALL,
            JOB,
            () -> scope.write(() -> Optional.ofNullable(bytes.key(one.file()))).orElse(null));
    Optional<String> found = Optional.empty();
    if (key != null) {
      try (InputStream content = storage.open(key)) {
        found = scanner.scan(content);
      }
    }
    Optional<String> answer = found;
    scope.inDistrict(
        one.district(),
        Reach.ALL,
        JOB,
        () ->
            scope.write(
                () -> {
                  bytes.scanned(one.file(), answer);
                  return true;
                }));
  }

  private record Waiting(int district, long file) {}
}
