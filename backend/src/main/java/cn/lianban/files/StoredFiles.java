package cn.lianban.files;

import static cn.lianban.db.files.Tables.FILE;

import cn.lianban.graphql.Rejected;
import cn.lianban.graphql.Sha256;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of subjects: listed, handed out, taken back. The subject's room has authorised. */
@Component
public class StoredFiles {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Arrivals arrivals;
  private final Links links;
  private final FileBytes bytes;

  StoredFiles(
      DSLContext sql, TenantScope scope, Now now, Arrivals arrivals, Links links, FileBytes bytes) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.arrivals = arrivals;
    this.links = links;
    this.bytes = bytes;
  }

  /** Empty when there is none, or it is outside the caller's reach. */
  public Optional<StoredFile> find(long id) {
    return sql.selectFrom(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.ID.eq(id))
        .fetchOptional(FileRows::storedFile);
  }

  /** By id; what is outside the caller's reach is missing. One statement. */
  public Map<Long, StoredFile> byIds(Collection<Long> ids) {
    return sql
        .selectFrom(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), Among.these(FILE.ID, ids))
        .fetch(FileRows::storedFile)
        .stream()
        .collect(Collectors.toMap(StoredFile::id, Function.identity()));
  }

  /** Files of many subjects of one kind in the order they came, by subject. One statement. */
  public Map<Long, List<StoredFile>> of(
      String subjectKind, Collection<Long> subjects, Set<FileSource> sources) {
    return sql.selectFrom(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.SUBJECT_KIND.eq(subjectKind))
        .and(Among.these(FILE.SUBJECT_ID, subjects))
        .and(FILE.STATE.ne(FileState.REMOVED.name()))
        .and(Among.these(FILE.SOURCE, sources.stream().map(Enum::name).toList()))
        .orderBy(FILE.SUBJECT_ID, FILE.ID)
        .fetchGroups(FILE.SUBJECT_ID, FileRows::storedFile);
  }

  /**
   * Keeps what this service has made. Not inside an open transaction: the bytes are durable before
   * the row is.
   *
   * @param key the same key keeps the same file once
   */
  public long keep(String key, NewFile file, String mediaType, byte[] content) {
    String actor = scope.current().actor();
    String upload =
        HexFormat.of().formatHex(Sha256.of(scope.district() + "\n" + actor + "\n" + key));
    Ticket ticket = new Ticket(upload, actor, 0, file);
    return arrivals.find(ticket).orElseGet(() -> write(ticket, mediaType, content));
  }

  private long write(Ticket ticket, String mediaType, byte[] content) {
    try {
      Path made = Files.createTempFile("lianban", ".made");
      try {
        Files.write(made, content);
        links.prepare();
        return arrivals.keep(ticket, made, mediaType, ticket.file().name());
      } finally {
        Files.delete(made);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * A link to the bytes, for the caller alone, for five minutes. In the caller's transaction, which
   * audits it.
   *
   * @throws Rejected QUARANTINED, or NOT_FOUND when its bytes are gone
   */
  public String link(StoredFile file) {
    if (file.state() == FileState.QUARANTINED) {
      throw new Rejected("QUARANTINED", "id", "文件正在查毒，请稍后再打开");
    }
    if (file.state() != FileState.CLEAN) {
      throw new Rejected("NOT_FOUND", "id", "文件已撤回或含病毒，不能打开");
    }
    return links.to(file.id());
  }

  /**
   * Takes a file back: name and bytes go, the row stays with the reason. In the caller's
   * transaction; the bytes follow its commit.
   *
   * @return false: it was gone already
   */
  public boolean remove(StoredFile file, String reason) {
    return bytes.drop(file.id(), FileState.REMOVED, reason);
  }

  /**
   * Files that came before their subject was there are its own from now on. In the caller's
   * transaction.
   *
   * @param ids of files of {@code fromKind} and {@code fromId}; others stay where they are
   */
  public void rehome(Collection<Long> ids, String fromKind, long fromId, NewHome to) {
    sql.update(FILE)
        .set(FILE.SUBJECT_KIND, to.kind())
        .set(FILE.SUBJECT_ID, to.id())
        .set(FILE.SUB_DISTRICT_ID, to.subDistrictId())
        .set(FILE.AT_DISTRICT, to.atDistrict())
        .where(FILE.DISTRICT_ID.eq(scope.district()), Among.these(FILE.ID, ids))
        .and(FILE.SUBJECT_KIND.eq(fromKind))
        .and(FILE.SUBJECT_ID.eq(fromId))
        .execute();
  }

  /** A subject and a copy of its place. */
  public record NewHome(
      String kind, long id, @Nullable Integer subDistrictId, boolean atDistrict) {}

  /**
   * The slots of a subject have other numbers now. In the caller's transaction.
   *
   * @param slots old number → new one; null: in none any more
   */
  public void renumber(String subjectKind, long subjectId, Map<Integer, @Nullable Integer> slots) {
    Map<Long, @Nullable Integer> moved = new HashMap<>();
    sql.selectFrom(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.SUBJECT_KIND.eq(subjectKind))
        .and(FILE.SUBJECT_ID.eq(subjectId))
        .and(FILE.SLOT.isNotNull())
        .forEach(
            file -> {
              Integer slot = slots.getOrDefault(file.getSlot(), file.getSlot());
              if (!Objects.equals(slot, file.getSlot())) {
                moved.put(file.getId(), slot);
              }
            });
    moved.forEach(
        (id, slot) ->
            sql.update(FILE)
                .set(FILE.SLOT, slot)
                .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.ID.eq(id))
                .execute());
  }

  /** The subject has become visible to the district's level, its files with it. */
  public void raiseToDistrict(String subjectKind, long subjectId) {
    sql.update(FILE)
        .set(FILE.AT_DISTRICT, true)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.SUBJECT_KIND.eq(subjectKind))
        .and(FILE.SUBJECT_ID.eq(subjectId))
        .execute();
  }

  /** A sub-district takes part in the subject: it sees its files, and the district still does. */
  public void place(String subjectKind, long subjectId, int subDistrictId) {
    sql.update(FILE)
        .set(FILE.SUB_DISTRICT_ID, subDistrictId)
        .set(FILE.AT_DISTRICT, true)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.SUBJECT_KIND.eq(subjectKind))
        .and(FILE.SUBJECT_ID.eq(subjectId))
        .execute();
  }
}
