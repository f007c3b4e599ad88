package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Takes a file in: what it is, what its sheets begin with, what its columns seem to mean. */
@Component
class Uploads {
  /** One file, and what a district may send in 24 hours. */
  static final long MOST_BYTES = 50L << 20;

  private static final long MOST_BYTES_A_DAY = 1L << 30;
  private static final int LONGEST_NAME = 300;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final Pieces pieces;
  private final SheetsSeen seen;
  private final AuditTrail audit;
  private final Now now;

  Uploads(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      Pieces pieces,
      SheetsSeen seen,
      AuditTrail audit,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.pieces = pieces;
    this.seen = seen;
    this.audit = audit;
    this.now = now;
  }

  /**
   * Stores the file, whose bytes lie on this machine's disk.
   *
   * @return the import's number
   * @throws Rejected EMPTY_FILE, UNKNOWN_FORMAT, UNREADABLE, QUOTA …
   */
  long receive(String kindName, String fileName, Path file) throws IOException {
    Kind kind = kinds.kind(kindName);
    kind.authoriseImport();
    checkQuota(Files.size(file));
    FileFormat format = FileFormat.of(file);
    try (Book book = Books.open(file, format, null, null)) {
      List<SheetsSeen.Seen> sheets = seen.look(kind, book);
      return scope.write(() -> store(kind, name(fileName), file, format, book, sheets));
    }
  }

  private void checkQuota(long bytes) {
    Long today =
        scope.asSubject(
            scope.current().actor(),
            () ->
                sql.select(DSL.sum(INTAKE.BYTES).cast(Long.class))
                    .from(INTAKE)
                    .where(INTAKE.DISTRICT_ID.eq(scope.district()))
                    .and(INTAKE.CREATED_AT.gt(now.instant().minus(Duration.ofDays(1))))
                    .fetchOne(0, Long.class));
    if (Objects.requireNonNullElse(today, 0L) + bytes > MOST_BYTES_A_DAY) {
      throw new Rejected("QUOTA", "file", "本区一天内上传的文件已达上限，请明天再试");
    }
  }

  private static String name(String fileName) {
    String plain = fileName.replaceAll("[\\p{Cntrl}/\\\\]", "_").strip();
    String named = plain.isEmpty() ? "file" : plain;
    return named.codePointCount(0, named.length()) <= LONGEST_NAME
        ? named
        : named.substring(0, named.offsetByCodePoints(0, LONGEST_NAME));
  }

  private long store(
      Kind kind,
      String fileName,
      Path file,
      FileFormat format,
      Book book,
      List<SheetsSeen.Seen> sheets) {
    try {
      String digest = HexFormat.of().formatHex(digest(file));
      long id = insert(kind, fileName, file, format, book, digest);
      pieces.store(owner(id), file);
      seen.keep(id, sheets);
      audit.record("import.upload", "import:" + id, Map.of("kind", kind.name(), "digest", digest));
      return id;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static String owner(long id) {
    return "intake:" + id;
  }

  private static byte[] digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream read = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      read.transferTo(OutputStream.nullOutputStream());
      return read.getMessageDigest().digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private long insert(
      Kind kind, String fileName, Path file, FileFormat format, Book book, String digest)
      throws IOException {
    Scope who = scope.current();
    CsvDialect dialect = book instanceof CsvBook csv ? csv.dialect() : null;
    return Objects.requireNonNull(
        sql.insertInto(INTAKE)
            .set(INTAKE.DISTRICT_ID, who.districtId())
            .set(INTAKE.SUB_DISTRICT_ID, who.subDistrictId())
            .set(INTAKE.AT_DISTRICT, who.subDistrictId() == null)
            .set(INTAKE.ACCOUNT_ID, Accountable.of(who))
            .set(INTAKE.KIND, kind.name())
            .set(INTAKE.FILE_NAME, fileName)
            .set(INTAKE.DIGEST, digest)
            .set(INTAKE.BYTES, Files.size(file))
            .set(INTAKE.FORMAT, format.name())
            .set(INTAKE.CHARSET, dialect == null ? null : dialect.charset().name())
            .set(INTAKE.DELIMITER, dialect == null ? null : String.valueOf(dialect.delimiter()))
            .set(INTAKE.STATUS, ImportStatus.UPLOADED.name())
            .set(INTAKE.CREATED_AT, now.instant())
            .returning(INTAKE.ID)
            .fetchSingle()
            .getId());
  }
}
