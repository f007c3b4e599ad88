package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.db.audit.Tables.SEAL;
import static cn.lianban.db.audit.Tables.UNSEALED;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Links committed rows into their district's chain, from the marks their transactions left: never
 * from an id watermark, because ids commit out of order. Writers take no lock for it. Every
 * district that writes has it each second: two trips to the database, nothing rendered.
 */
@Component
class Sealer {
  static final int BATCH = 1_000;
  private static final String JOB = "job:seal";
  private static final int LOCK = 0x5ea1; // the first of the advisory lock's two numbers
  private static final Link BEFORE_THE_FIRST = new Link(0, new byte[32]);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Question<Boolean> guard;
  private final Question<Row> batch;
  private final Question<Link> last;
  private final Question<Long> linking;

  Sealer(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.guard = new Question<>(sql, scope, guard(sql), row -> row.yes(1));
    this.batch = new Question<>(sql, scope, batch(sql), row -> new Row(row.big(1), row.bytes(2)));
    this.last = new Question<>(sql, scope, last(sql), row -> new Link(row.big(1), row.bytes(2)));
    this.linking = new Question<>(sql, scope, linking(sql), row -> row.big(1));
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

  /** The guard's is the first statement: the two behind it see what was committed before it. */
  private Optional<Sealed> sealed(int district) {
    Round round = new Round(scope);
    Supplier<List<Boolean>> guarded = round.add(guard);
    Supplier<List<Row>> found = round.add(batch);
    Supplier<List<Link>> head = round.add(last);
    round.go();
    List<Row> rows = found.get();
    if (!guarded.get().getFirst() || rows.isEmpty()) {
      return Optional.empty();
    }
    Link before = head.get().isEmpty() ? BEFORE_THE_FIRST : head.get().getFirst();
    return Optional.of(new Sealed(link(district, rows, before), rows.size()));
  }

  private Head link(int district, List<Row> rows, Link before) {
    Long[] ids = rows.stream().map(Row::id).toArray(Long[]::new);
    byte[] root = Merkle.root(rows.stream().map(row -> Merkle.leaf(row.id, row.digest)).toList());
    long seq = before.seq + 1;
    Instant at = now.instant();
    byte[] hash = Digest.seal(district, seq, at, ids.length, root, before.hash);
    linking.ask(seq, at, ids, root, before.hash, hash);
    return new Head(district, seq, at, hash);
  }

  /** One sealer per district; the lock ends with the transaction. */
  private static ResultQuery<?> guard(DSLContext sql) {
    return sql.select(
        DSL.function(
            DSL.name("pg_catalog", "pg_try_advisory_xact_lock"),
            SQLDataType.BOOLEAN,
            DSL.inline(LOCK),
            Question.DISTRICT));
  }

  private static ResultQuery<?> batch(DSLContext sql) {
    return sql.select(ENTRY.ID, ENTRY.DIGEST)
        .from(UNSEALED)
        .join(ENTRY)
        .on(ENTRY.DISTRICT_ID.eq(UNSEALED.DISTRICT_ID), ENTRY.ID.eq(UNSEALED.ENTRY_ID))
        .where(UNSEALED.DISTRICT_ID.eq(Question.DISTRICT), ENTRY.DISTRICT_ID.eq(Question.DISTRICT))
        .orderBy(UNSEALED.ENTRY_ID)
        .limit(DSL.inline(BATCH));
  }

  private static ResultQuery<?> last(DSLContext sql) {
    return sql.select(SEAL.SEQ, SEAL.HASH)
        .from(SEAL)
        .where(SEAL.DISTRICT_ID.eq(Question.DISTRICT))
        .orderBy(SEAL.SEQ.desc())
        .limit(DSL.inline(1));
  }

  /** The chain's next seal, and its rows' marks are gone. */
  private static ResultQuery<?> linking(DSLContext sql) {
    var sealed =
        DSL.name("sealed")
            .as(
                sql.deleteFrom(UNSEALED)
                    .where(
                        UNSEALED.DISTRICT_ID.eq(Question.DISTRICT),
                        Question.among(3, UNSEALED.ENTRY_ID))
                    .returning(UNSEALED.ENTRY_ID));
    return sql.with(sealed)
        .insertInto(SEAL)
        .set(SEAL.DISTRICT_ID, Question.DISTRICT)
        .set(SEAL.SEQ, Question.parameter(1, Long.class))
        .set(SEAL.SEALED_AT, Question.parameter(2, Instant.class))
        .set(SEAL.ENTRY_IDS, Question.parameter(3, Long[].class))
        .set(SEAL.ROOT, Question.parameter(4, byte[].class))
        .set(SEAL.PREVIOUS, Question.parameter(5, byte[].class))
        .set(SEAL.HASH, Question.parameter(6, byte[].class))
        .returning(SEAL.SEQ);
  }

  private record Row(long id, byte[] digest) {}

  /** A seal of the chain, and what binds the next one to it. */
  private record Link(long seq, byte[] hash) {}

  /** The chain's new head, and how many rows it took. */
  record Sealed(Head head, int rows) {}
}
