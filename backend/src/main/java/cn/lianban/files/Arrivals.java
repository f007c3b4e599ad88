package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;
import static cn.lianban.db.files.Tables.DISTRICT_STORE;
import static cn.lianban.db.files.Tables.FILE;

import cn.lianban.audit.AuditTrail;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * A file that has come whole: typed, digested, kept, and only then recorded. Bytes whose row did
 * not commit are orphans, which the nightly round removes.
 */
@Component
class Arrivals {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final AuditTrail audit;
  private final Parts parts;
  private final Storage storage;
  private final FileUploads uploads;
  private final VirusScanner scanner;
  private final ApplicationEventPublisher events;

  Arrivals(
      DSLContext sql,
      TenantScope scope,
      Now now,
      AuditTrail audit,
      Parts parts,
      Storage storage,
      FileUploads uploads,
      VirusScanner scanner,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.audit = audit;
    this.parts = parts;
    this.storage = storage;
    this.uploads = uploads;
    this.scanner = scanner;
    this.events = events;
  }

  /** The file of this ticket, when it has come before. */
  Optional<Long> find(Ticket ticket) {
    return scope.write(() -> as(ticket, () -> read(ticket.key())));
  }

  private Optional<Long> read(byte[] uploadKey) {
    return sql.select(FILE.ID)
        .from(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.UPLOAD_KEY.eq(uploadKey))
        .fetchOptional(FILE.ID);
  }

  /**
   * @throws Rejected FILE_TYPE, QUOTA, or what the subject's room refuses with
   */
  long complete(Ticket ticket) throws IOException {
    Path file = parts.path(ticket.uploadKey());
    FileTypes.Type type = FileTypes.of(parts.head(ticket.uploadKey()), ticket.file().name());
    if (type.isZip()) {
      ZippedPapers.check(file, type, ticket.file().name());
    }
    long id = keep(ticket, file, type.mediaType(), FileTypes.named(ticket.file().name(), type));
    parts.discard(ticket.uploadKey());
    return id;
  }

  /** Also for files that this service makes itself. */
  long keep(Ticket ticket, Path file, String mediaType, String name) throws IOException {
    byte[] digest = sha256(file);
    String key = scope.district() + "/" + UUID.randomUUID();
    storage.put(key, file, digest);
    try {
      return scope.write(
          () -> as(ticket, () -> record(ticket, new Kept(key, mediaType, name, digest))));
    } catch (RuntimeException failed) {
      storage.delete(key);
      throw failed;
    }
  }

  /** A citizen's upload is written as the token it came by; staff write within their own reach. */
  private <T> T as(Ticket ticket, java.util.function.Supplier<T> work) {
    return ticket.actor().equals(scope.current().actor())
        ? work.get()
        : scope.asSubject(ticket.actor(), work);
  }

  private long record(Ticket ticket, Kept kept) {
    NewFile file = ticket.file();
    boolean waits = scanner.isOn() && file.source() != FileSource.PRINTED;
    long id = insert(ticket, kept, waits ? FileState.QUARANTINED : FileState.CLEAN);
    if (waits) {
      sql.insertInto(AWAITING)
          .set(AWAITING.DISTRICT_ID, scope.district())
          .set(AWAITING.FILE_ID, id)
          .set(AWAITING.AT, now.instant())
          .set(AWAITING.NEXT_AT, now.instant())
          .execute();
    }
    audit.record(
        "file.add",
        file.subjectKind().toLowerCase(java.util.Locale.ROOT) + ":" + file.subjectId(),
        Map.of("file", id, "sha256", HexFormat.of().formatHex(kept.sha256()), "by", file.source()));
    events.publishEvent(new FileArrived(id, file.subjectKind(), file.subjectId(), file.source()));
    count(file.size()); // last: it locks the district's row
    return id;
  }

  private long insert(Ticket ticket, Kept kept, FileState state) {
    NewFile file = ticket.file();
    return Objects.requireNonNull(
        sql.insertInto(FILE)
            .set(FILE.DISTRICT_ID, scope.district())
            .set(FILE.SUB_DISTRICT_ID, file.subDistrictId())
            .set(FILE.AT_DISTRICT, file.atDistrict())
            .set(FILE.SUBJECT_KIND, file.subjectKind())
            .set(FILE.SUBJECT_ID, file.subjectId())
            .set(FILE.SLOT, file.slot())
            .set(FILE.SOURCE, file.source().name())
            .set(FILE.NAME, kept.name())
            .set(FILE.MEDIA_TYPE, kept.mediaType())
            .set(FILE.SIZE, file.size())
            .set(FILE.SHA256, kept.sha256())
            .set(FILE.STORAGE_KEY, kept.key())
            .set(FILE.UPLOAD_KEY, ticket.key())
            .set(FILE.STATE, state.name())
            .set(FILE.UNIT_ID, file.unitId())
            .set(FILE.ADDED_BY, ticket.actor())
            .set(FILE.ADDED_AT, now.instant())
            .returning(FILE.ID)
            .fetchSingle()
            .getId());
  }

  private void count(long size) {
    long quota = uploads.limits().quota();
    int counted =
        sql.update(DISTRICT_STORE)
            .set(DISTRICT_STORE.USED_BYTES, DISTRICT_STORE.USED_BYTES.plus(size))
            .set(DISTRICT_STORE.USED_FILES, DISTRICT_STORE.USED_FILES.plus(1))
            .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
            .and(DISTRICT_STORE.USED_BYTES.plus(size).le(quota))
            .execute();
    if (counted == 0) {
      throw FileUploads.overQuota(quota);
    }
  }

  private static byte[] sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is known once the bytes are kept. */
  private record Kept(String key, String mediaType, String name, byte[] sha256) {}
}
