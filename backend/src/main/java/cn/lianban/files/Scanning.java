package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
  private static final Duration MOST = Duration.ofHours(6);
  private final DSLContext sql;
  private final TenantScope scope;
  private final VirusScanner scanner;
  private final Storage storage;
  private final FileBytes bytes;
  private final Now now;

  Scanning(
      DSLContext sql,
      TenantScope scope,
      VirusScanner scanner,
      Storage storage,
      FileBytes bytes,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.scanner = scanner;
    this.storage = storage;
    this.bytes = bytes;
    this.now = now;
  }

  /**
   * A scanner that cannot be asked leaves everything waiting; the next round tries again. A file
   * that it cannot take (too large for it, or its bytes cannot be read) steps back, so that the
   * others of all districts do not wait for it.
   */
  void round() {
    if (!scanner.isOn()) {
      return;
    }
    for (Waiting one : waiting()) {
      try {
        scan(one);
      } catch (ScannerDown down) {
        log.warn("virus scans wait: {}", down.getMessage());
        return;
      } catch (IOException failed) {
        int attempt = one.attempts() + 1;
        log.warn(
            "virus scan of file {} of district {}: attempt {} failed: {}",
            one.file(),
            one.district(),
            attempt,
            failed.getMessage());
        later(one, attempt);
      }
    }
  }

  private java.util.List<Waiting> waiting() {
    return scope.onPlatform(
        Reach.SCAN,
        JOB,
        () ->
            sql.select(AWAITING.DISTRICT_ID, AWAITING.FILE_ID, AWAITING.ATTEMPTS)
                .from(AWAITING)
                .where(AWAITING.NEXT_AT.le(now.instant()))
                .orderBy(AWAITING.NEXT_AT)
                .limit(BATCH)
                .fetch(row -> new Waiting(row.value1(), row.value2(), row.value3())));
  }

  /** A minute at first, then twice as long each time, at most six hours. */
  private void later(Waiting one, int attempt) {
    Duration pause = Duration.ofMinutes(1L << Math.min(attempt - 1, 8));
    scope.inDistrict(
        one.district(),
        Reach.ALL,
        JOB,
        () ->
            scope.write(
                () ->
                    sql.update(AWAITING)
                        .set(AWAITING.ATTEMPTS, attempt)
                        .set(
                            AWAITING.NEXT_AT,
                            now.instant().plus(pause.compareTo(MOST) > 0 ? MOST : pause))
                        .where(AWAITING.DISTRICT_ID.eq(scope.district()))
                        .and(AWAITING.FILE_ID.eq(one.file()))
                        .execute()));
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

  private record Waiting(int district, long file, int attempts) {}
}
