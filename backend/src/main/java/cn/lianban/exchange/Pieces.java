package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.PIECE;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files in the database, in pieces: any instance can go on with the work, a backup has them. */
@Component
class Pieces {
  private static final int SIZE = 1 << 20;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Pieces(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Stores a file in the open transaction, as the caller's own. */
  void store(String owner, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SIZE);
      for (int seq = 0; bytes.length > 0; seq++) {
        sql.insertInto(PIECE)
            .set(PIECE.DISTRICT_ID, scope.district())
            .set(PIECE.ACTOR, scope.current().actor())
            .set(PIECE.OWNER, owner)
            .set(PIECE.SEQ, seq)
            .set(PIECE.BYTES, bytes)
            .set(PIECE.AT, now.instant())
            .execute();
        bytes = in.readNBytes(SIZE);
      }
    }
  }

  /**
   * Hands the pieces over, one at a time.
   *
   * @throws Rejected FILE_GONE when they have been removed, or are another's
   */
  void write(String owner, OutputStream out) throws IOException {
    byte[] bytes = piece(owner, 0);
    if (bytes == null) {
      throw new Rejected("FILE_GONE", null, "文件已按期清理，请重新上传或导出");
    }
    for (int seq = 1; bytes != null; seq++) {
      out.write(bytes);
      bytes = piece(owner, seq);
    }
  }

  private byte @org.jspecify.annotations.Nullable [] piece(String owner, int seq) {
    return sql.select(PIECE.BYTES)
        .from(PIECE)
        .where(PIECE.DISTRICT_ID.eq(scope.district()))
        .and(PIECE.ACTOR.eq(scope.current().actor()))
        .and(PIECE.OWNER.eq(owner))
        .and(PIECE.SEQ.eq(seq))
        .fetchOne(PIECE.BYTES);
  }

  /** Work on a copy on this machine's disk, which is gone afterwards. */
  <T> T onDisk(String owner, Work<T> work) {
    Path copy = null;
    try {
      copy = Files.createTempFile("lianban-", ".part");
      try (OutputStream out = Files.newOutputStream(copy)) {
        write(owner, out);
      }
      return work.with(copy);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      remove(copy);
    }
  }

  static void remove(@org.jspecify.annotations.Nullable Path copy) {
    try {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException left) {
      copy.toFile().deleteOnExit();
    }
  }

  /** What is done with the copy. */
  interface Work<T> {
    T with(Path file) throws IOException;
  }
}
