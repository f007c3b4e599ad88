package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.SHEET;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads imports: one's own; a district's administrator also sees that others imported, never what.
 */
@Component
class ImportQueries {
  private static final String ADMINISTRATOR = "DISTRICT_ADMIN"; // identity's word; it comes later
  private final DSLContext sql;
  private final TenantScope scope;

  ImportQueries(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /** A sheet of the file as its first lines were read. */
  record Sheet(
      int index,
      String name,
      List<Headers.Line> lines,
      int headerFirst,
      int headerLast,
      Plan plan) {}

  Optional<DataImport> find(long id) {
    return sql.selectFrom(INTAKE).where(visible(), INTAKE.ID.eq(id)).fetchOptional(DataImport::of);
  }

  /** Newest first. */
  Page<DataImport> page(int first, @Nullable String after) {
    int size = Page.size(first);
    Condition below = after == null ? DSL.noCondition() : INTAKE.ID.lt(position(after));
    return Page.of(
        sql.selectFrom(INTAKE)
            .where(visible(), below)
            .orderBy(INTAKE.ID.desc())
            .limit(size + 1)
            .fetch(DataImport::of),
        size,
        found -> Cursor.of(found.number()));
  }

  static long position(String after) {
    try {
      return Long.parseLong(Cursor.parse(after, 1).getFirst());
    } catch (NumberFormatException malformed) {
      throw Problem.badInput("after", "翻页位置无效");
    }
  }

  private Condition visible() {
    Scope who = scope.current();
    Condition here = INTAKE.DISTRICT_ID.eq(who.districtId());
    return who.roles().contains(ADMINISTRATOR)
        ? here
        : here.and(INTAKE.ACCOUNT_ID.eq(Accountable.of(who)));
  }

  /** An earlier import of the very same bytes that wrote something; null when there is none. */
  @Nullable DataImport sameFile(DataImport one) {
    return sql.selectFrom(INTAKE)
        .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.DIGEST.eq(one.digest()))
        .and(INTAKE.KIND.eq(one.kind()))
        .and(INTAKE.ID.ne(one.number()))
        .and(INTAKE.STATUS.in("APPLYING", "APPLIED"))
        .orderBy(INTAKE.ID.desc())
        .limit(1)
        .fetchOne(DataImport::of);
  }

  /** The caller's own files only. */
  List<Sheet> sheets(long id) {
    return sql.selectFrom(SHEET)
        .where(SHEET.DISTRICT_ID.eq(scope.district()))
        .and(SHEET.ACTOR.eq(scope.current().actor()))
        .and(SHEET.INTAKE_ID.eq(id))
        .orderBy(SHEET.SEQ)
        .fetch(
            row ->
                new Sheet(
                    row.getSeq(),
                    row.getName(),
                    Texts.lines(row.getLines()),
                    row.getHeaderFirst(),
                    row.getHeaderLast(),
                    Texts.plan(row.getMapping())));
  }

  /** Which lines: of one state, and only those about which something was noted. */
  record Which(@Nullable LineState state, boolean noted) {}

  Page<StagedRecord> lines(long id, Which asked, int first, @Nullable String after) {
    int size = Page.size(first);
    LineState state = asked.state();
    // what is missing has no line of the file: asked for by its state only
    Condition which = state == null ? STAGED.LINE.gt(0) : STAGED.STATE.eq(state.name());
    Condition below = after == null ? DSL.noCondition() : STAGED.LINE.gt((int) position(after));
    return Page.of(
        sql.selectFrom(STAGED)
            .where(own(id), which, below)
            .and(asked.noted() ? STAGED.NOTES.isNotNull() : DSL.noCondition())
            .orderBy(STAGED.LINE)
            .limit(size + 1)
            .fetch(),
        size,
        line -> Cursor.of(line.getLine()));
  }

  /** The lines of one's own import. */
  Condition own(long id) {
    return STAGED
        .DISTRICT_ID
        .eq(scope.district())
        .and(STAGED.ACTOR.eq(scope.current().actor()))
        .and(STAGED.INTAKE_ID.eq(id));
  }
}
