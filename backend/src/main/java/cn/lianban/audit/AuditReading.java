package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.ENTRY;
import static cn.lianban.db.audit.Tables.SEAL;
import static cn.lianban.db.audit.Tables.UNSEALED;

import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.TenantScope;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trail for those who may read it: auditors and district administrators. */
@Component
public class AuditReading {
  // names of identity's roles: that room comes later in the order of knowledge
  private static final Set<String> READERS = Set.of("AUDITOR", "DISTRICT_ADMIN");
  private final DSLContext sql;
  private final TenantScope scope;
  private final TrailNames names;

  AuditReading(DSLContext sql, TenantScope scope, TrailNames names) {
    this.sql = sql;
    this.scope = scope;
    this.names = names;
  }

  /**
   * Newest first, or from the first entry on; with names.
   *
   * @throws Problem FORBIDDEN for everybody else, BAD_INPUT
   */
  public Page<AuditEntry> entries(
      @Nullable String subject,
      @Nullable String action,
      boolean oldestFirst,
      int first,
      @Nullable String after) {
    authorise();
    int size = Page.size(first);
    Condition wanted = ENTRY.DISTRICT_ID.eq(scope.district());
    wanted = subject == null ? wanted : wanted.and(ENTRY.SUBJECT.eq(subject));
    wanted = action == null ? wanted : wanted.and(ENTRY.ACTION.eq(action));
    if (after != null) {
      long place = position(after);
      wanted = wanted.and(oldestFirst ? ENTRY.ID.gt(place) : ENTRY.ID.lt(place));
    }
    List<AuditEntry> rows = names.beside(rows(wanted, oldestFirst, size + 1));
    return Page.of(rows, size, entry -> Cursor.of(entry.number()));
  }

  private List<AuditEntry> rows(Condition wanted, boolean oldestFirst, int limit) {
    Field<Boolean> sealed =
        DSL.field(
            DSL.notExists(
                DSL.selectOne()
                    .from(UNSEALED)
                    .where(UNSEALED.DISTRICT_ID.eq(ENTRY.DISTRICT_ID))
                    .and(UNSEALED.ENTRY_ID.eq(ENTRY.ID))));
    return sql.select(
            ENTRY.ID, ENTRY.AT, ENTRY.ACTOR, ENTRY.ACTION, ENTRY.SUBJECT, ENTRY.FACTS, sealed)
        .from(ENTRY)
        .where(wanted)
        .orderBy(oldestFirst ? ENTRY.ID.asc() : ENTRY.ID.desc())
        .limit(limit)
        .fetch(
            row ->
                new AuditEntry(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7()));
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
    } catch (NumberFormatException malformed) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  /** Null before the first seal. */
  @Nullable AuditHead head() {
    authorise();
    int district = scope.district();
    int waiting = sql.fetchCount(UNSEALED, UNSEALED.DISTRICT_ID.eq(district));
    return sql.select(SEAL.SEQ, SEAL.SEALED_AT, SEAL.HASH)
        .from(SEAL)
        .where(SEAL.DISTRICT_ID.eq(district))
        .orderBy(SEAL.SEQ.desc())
        .limit(1)
        .fetchOne(
            row ->
                new AuditHead(
                    row.value1(), row.value2(), HexFormat.of().formatHex(row.value3()), waiting));
  }

  /**
   * @throws Problem FORBIDDEN for who may not read the trail
   */
  public void authorise() {
    if (scope.current().roles().stream().noneMatch(READERS::contains)) {
      throw Problem.forbidden();
    }
  }
}
