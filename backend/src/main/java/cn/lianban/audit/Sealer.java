package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.db.audit.Tables.SEAL;
import static cn.lianban.db.audit.Tables.UNSEALED;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Links committed rows into their district's chain, from the marks their transactions left: never
 * from an id watermark, because ids commit out of order. Writers take no lock for it.
 */
@Component
class Sealer {
  static final int BATCH = 1_000;
  private static final String JOB = "job:seal";
  private static final int LOCK = 0x5ea1; // the first of the advisory lock's two numbers
  private static final byte[] BEFORE_THE_FIRST = new byte[32];
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Sealer(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Districts that have rows to seal; the one question asked across districts (reach SCAN). */
  List<Integer> waiting() {
    return scope.onPlatform(
        Reach.SCAN,
        JOB,
        () -> sql.selectDistinct(UNSEALED.DISTRICT_ID).from(UNSEALED).fetch(UNSEALED.DISTRICT_ID));
  }

  /**
   * Seals one batch of a district's rows in a transaction of its own, at most {@link #BATCH}.
   *
   * @return empty when nothing waits or another instance is at it
   */
  Optional<Sealed> seal(int district) {
    return scope.inDistrict(district, Reach.ALL, JOB, () -> scope.write(() -> sealed(district)));
  }

  private Optional<Sealed> sealed(int district) {
    if (!guarded(district)) {
      return Optional.empty();
    }
    Result<Record2<Long, byte[]>> rows = batch(district);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Long[] ids = rows.getValues(ENTRY.ID).toArray(Long[]::new);
    byte[] root = Merkle.root(rows.map(row -> Merkle.leaf(row.value1(), row.value2())));
    Head head = link(district, ids, root);
    sql.deleteFrom(UNSEALED)
        .where(UNSEALED.DISTRICT_ID.eq(district), Among.these(UNSEALED.ENTRY_ID, List.of(ids)))
        .execute();
    return Optional.of(new Sealed(head, ids.length));
  }

  /** One sealer per district; the lock ends with the transaction. */
  private boolean guarded(int district) {
    return Boolean.TRUE.equals(
        sql.select(
                DSL.function(
                    DSL.name("pg_catalog", "pg_try_advisory_xact_lock"),
                    SQLDataType.BOOLEAN,
                    DSL.val(LOCK),
                    DSL.val(district)))
            .fetchSingle()
            .value1());
  }

  private Result<Record2<Long, byte[]>> batch(int district) {
    return sql.select(ENTRY.ID, ENTRY.DIGEST)
        .from(UNSEALED)
        .join(ENTRY)
        .on(ENTRY.DISTRICT_ID.eq(UNSEALED.DISTRICT_ID), ENTRY.ID.eq(UNSEALED.ENTRY_ID))
        .where(UNSEALED.DISTRICT_ID.eq(district), ENTRY.DISTRICT_ID.eq(district))
        .orderBy(UNSEALED.ENTRY_ID)
        .limit(BATCH)
        .fetch();
  }

  private Head link(int district, Long[] ids, byte[] root) {
    var last =
        sql.select(SEAL.SEQ, SEAL.HASH)
            .from(SEAL)
            .where(SEAL.DISTRICT_ID.eq(district))
            .orderBy(SEAL.SEQ.desc())
            .limit(1)
            .fetchOptional();
    long seq = last.map(row -> row.value1() + 1).orElse(1L);
    byte[] previous = last.map(Record2::value2).orElse(BEFORE_THE_FIRST);
    Instant at = now.instant();
    byte[] hash = Digest.seal(district, seq, at, ids.length, root, previous);
    sql.insertInto(SEAL)
        .set(SEAL.DISTRICT_ID, district)
        .set(SEAL.SEQ, seq)
        .set(SEAL.SEALED_AT, at)
        .set(SEAL.ENTRY_IDS, ids)
        .set(SEAL.ROOT, root)
        .set(SEAL.PREVIOUS, previous)
        .set(SEAL.HASH, hash)
        .execute();
    return new Head(district, seq, at, hash);
  }

  /** The chain's new head, and how many rows it took. */
  record Sealed(Head head, int rows) {}
}
