package cn.lianban.files;

import static cn.lianban.db.files.Tables.AWAITING;
import static cn.lianban.db.files.Tables.DISTRICT_STORE;
import static cn.lianban.db.files.Tables.FILE;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Lets the bytes of a file go: its row forgets where they lie and what they were called, and the
 * district's sum is less. The bytes themselves are orphans from then on, for the next round.
 */
@Component
class FileBytes {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  FileBytes(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  boolean drop(long id, FileState end, String reason) {
    Long size =
        sql.update(FILE)
            .set(FILE.STATE, end.name())
            .set(FILE.NAME, end == FileState.INFECTED ? "含病毒的文件" : "已撤回的文件")
            .setNull(FILE.STORAGE_KEY)
            .set(FILE.CLOSED_AT, now.instant())
            .set(FILE.CLOSED_REASON, reason)
            .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.ID.eq(id))
            .and(FILE.STORAGE_KEY.isNotNull())
            .returning(FILE.SIZE)
            .fetchOne(FILE.SIZE);
    if (size == null) {
      return false;
    }
    sql.update(DISTRICT_STORE)
        .set(DISTRICT_STORE.USED_BYTES, DISTRICT_STORE.USED_BYTES.minus(size))
        .set(DISTRICT_STORE.USED_FILES, DISTRICT_STORE.USED_FILES.minus(1))
        .where(DISTRICT_STORE.DISTRICT_ID.eq(scope.district()))
        .execute();
    return true;
  }

  /** The scan has an answer. Under reach ALL. */
  void scanned(long id, java.util.Optional<String> found) {
    sql.deleteFrom(AWAITING)
        .where(AWAITING.DISTRICT_ID.eq(scope.district()), AWAITING.FILE_ID.eq(id))
        .execute();
    if (found.isPresent()) {
      drop(id, FileState.INFECTED, found.get());
    } else {
      sql.update(FILE)
          .set(FILE.STATE, FileState.CLEAN.name())
          .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.ID.eq(id))
          .and(FILE.STATE.eq(FileState.QUARANTINED.name()))
          .execute();
    }
  }

  /** Where the bytes lie; null: nowhere any more. */
  @org.jspecify.annotations.Nullable
  String key(long id) {
    return sql.select(FILE.STORAGE_KEY)
        .from(FILE)
        .where(FILE.DISTRICT_ID.eq(scope.district()), FILE.ID.eq(id))
        .fetchOne(FILE.STORAGE_KEY);
  }
}
