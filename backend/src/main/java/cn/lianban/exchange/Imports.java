package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.SHEET;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the importer decides: which columns, then whether to write, to stop, to take back. The job
 * does the work. Only the importer himself acts on his import.
 */
@Component
class Imports {
  /** In one transaction; above it the good lines are written batch by batch. */
  static final int MOST_AT_ONCE = 20_000;

  private final DSLContext sql;
  private final TenantScope scope;
  private final Kinds kinds;
  private final ImportQueries queries;
  private final Remembered remembered;
  private final Pending pending;
  private final Once once;
  private final AuditTrail audit;

  Imports(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      ImportQueries queries,
      Remembered remembered,
      Pending pending,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.queries = queries;
    this.remembered = remembered;
    this.pending = pending;
    this.once = once;
    this.audit = audit;
  }

  /** One action on one version of one import. */
  record Act(long id, int expectedVersion, String idempotencyKey, Object input) {}

  /**
   * Confirms sheet, header and columns, and begins the dry run. May be done again before anything
   * is written.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT, WRONG_STATUS, INVALID, IDENTITY_MISSING
   */
  long stage(Act act, int sheet, int headerFirst, int headerLast, Plan plan) {
    return run(
        act,
        () -> {
          DataImport one = mine(act);
          Kind kind = kinds.kind(one.kind());
          kind.authoriseImport();
          requireContents(one);
          require(one.mayStage());
          ImportQueries.Sheet chosen = chosen(one, sheet, headerFirst, headerLast);
          check(kind, plan);
          keep(one, chosen, headerFirst, headerLast, plan);
          sql.deleteFrom(STAGED).where(queries.own(one.number())).execute();
          move(act, ImportStatus.STAGING);
          sql.update(INTAKE)
              .set(INTAKE.SHEET, sheet)
              .set(INTAKE.HEADER_FIRST, headerFirst)
              .set(INTAKE.HEADER_LAST, headerLast)
              .set(INTAKE.POSITION, headerLast)
              .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(one.number()))
              .execute();
          return one.number();
        });
  }

  private ImportQueries.Sheet chosen(DataImport one, int sheet, int first, int last) {
    if (first < 1 || last < first || last > first + 1) {
      throw new Rejected("INVALID", "input.headerLast", "表头须是一行或相邻的两行");
    }
    return queries.sheets(one.number()).stream()
        .filter(found -> found.index() == sheet)
        .findFirst()
        .orElseThrow(() -> new Rejected("INVALID", "input.sheet", "没有这个工作表"));
  }

  private static void check(Kind kind, Plan plan) {
    Set<String> known = new HashSet<>(kind.columns().stream().map(Column::key).toList());
    if (!known.containsAll(plan.keys())
        || plan.columns().size() + plan.constants().size() != plan.keys().size()
        || plan.columns().keySet().stream().anyMatch(i -> i < 0 || i >= Book.MOST_CELLS)) {
      throw new Rejected("INVALID", "input.columns", "每一列只能对应一次，且须是本类数据的列");
    }
    List<String> missing =
        kind.columns().stream()
            .filter(column -> column.identity() && !plan.keys().contains(column.key()))
            .map(Column::header)
            .toList();
    if (!missing.isEmpty()) {
      throw new Rejected(
          "IDENTITY_MISSING",
          "input.columns",
          "没有指定“" + String.join("”“", missing) + "”，无法辨认每一行是哪条记录；请检查是否选错了文件或数据种类");
    }
  }

  private void keep(
      DataImport one, ImportQueries.Sheet sheet, int headerFirst, int headerLast, Plan plan) {
    sql.update(SHEET)
        .set(SHEET.HEADER_FIRST, headerFirst)
        .set(SHEET.HEADER_LAST, headerLast)
        .set(SHEET.MAPPING, Texts.of(plan))
        .where(SHEET.DISTRICT_ID.eq(scope.district()))
        .and(SHEET.ACTOR.eq(scope.current().actor()))
        .and(SHEET.INTAKE_ID.eq(one.number()))
        .and(SHEET.SEQ.eq(sheet.index()))
        .execute();
    Headers.Found header = Headers.names(sheet.lines(), headerFirst, headerLast);
    remembered.keep(one.kind(), header.names(), plan);
  }

  /**
   * Begins to write.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT, WRONG_STATUS, HAS_FAULTS, TOO_MANY_ROWS, or BUSY
   *     when somebody is writing the same kind of data
   */
  long apply(Act act, ApplyMode mode) {
    return run(
        act,
        () -> {
          DataImport one = mine(act);
          kinds.kind(one.kind()).authoriseImport();
          requireContents(one);
          require(one.mayApply());
          if (mode == ApplyMode.ALL_OR_NOTHING) {
            checkWhole(one);
          }
          sql.update(INTAKE)
              .set(INTAKE.MODE, mode.name())
              .set(INTAKE.TOTAL, one.counts().due())
              .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(one.number()))
              .execute();
          move(act, ImportStatus.APPLYING);
          audit.record(
              "import.apply", "import:" + one.number(), Map.of("kind", one.kind(), "mode", mode));
          return one.number();
        });
  }

  private static void checkWhole(DataImport one) {
    if (one.counts().refused() > 0) {
      throw new Rejected(
          "HAS_FAULTS", "input.mode", "有 " + one.counts().refused() + " 行有错，请改正后再整体导入");
    }
    if (one.counts().due() > MOST_AT_ONCE) {
      throw new Rejected("TOO_MANY_ROWS", "input.mode", "整体导入最多 2 万行，请改用“只导入无误的行”");
    }
  }

  /** Asks the job to stop; what has been written stays and can be taken back. */
  long cancel(Act act) {
    return run(
        act,
        () -> {
          DataImport one = mine(act);
          require(one.mayCancel());
          boolean moving = one.status().isMoving();
          int changed =
              sql.update(INTAKE)
                  .set(INTAKE.CANCEL_ASKED, true)
                  .set(INTAKE.STATUS, moving ? one.status().name() : ImportStatus.CANCELLED.name())
                  .set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
                  .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(act.id()))
                  .and(INTAKE.VERSION.eq(act.expectedVersion()))
                  .execute();
          requireChanged(changed);
          audit.record("import.cancel", "import:" + act.id(), Map.of("kind", one.kind()));
          return act.id();
        });
  }

  /**
   * Begins to take everything back that this import wrote.
   *
   * @throws Rejected NOT_FOUND, VERSION_CONFLICT, WRONG_STATUS, NOT_UNDOABLE, BUSY
   */
  long undo(Act act) {
    return run(
        act,
        () -> {
          DataImport one = mine(act);
          Kind kind = kinds.kind(one.kind());
          kind.authoriseImport();
          requireContents(one);
          require(one.mayUndo());
          if (!kind.undoable()) {
            throw new Rejected("NOT_UNDOABLE", null, kind.whyNotUndoable());
          }
          sql.update(INTAKE)
              .set(INTAKE.TOTAL, one.counts().written())
              .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(one.number()))
              .execute();
          move(act, ImportStatus.UNDOING);
          audit.record("import.undo", "import:" + act.id(), Map.of("kind", one.kind()));
          return act.id();
        });
  }

  private long run(Act act, Supplier<Long> change) {
    try {
      return once.run(act.idempotencyKey(), act.input(), change::get).id();
    } catch (IntegrityConstraintViolationException somebodyIsAtIt) {
      throw new Rejected("BUSY", null, "同一类数据正有人在导入或撤回，请等其完成后重新核对");
    }
  }

  /** One's own import, or NOT_FOUND. */
  DataImport mine(Act act) {
    return queries
        .find(act.id())
        .filter(one -> one.accountNumber() == Accountable.of(scope.current()))
        .orElseThrow(() -> new Rejected("NOT_FOUND", "input.id", "没有这次导入"));
  }

  private static void require(boolean fits) {
    if (!fits) {
      throw new Rejected("WRONG_STATUS", null, "这次导入现在不能这样操作，请刷新后重试");
    }
  }

  /** Which lines were meant or written is forgotten with the file. */
  private static void requireContents(DataImport one) {
    if (one.contentsGone()) {
      throw new Rejected("CONTENTS_GONE", null, "文件和逐行明细已满 30 天按期清理，不能再导入或整体撤回");
    }
  }

  private static void requireChanged(int rows) {
    if (rows == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }

  private void move(Act act, ImportStatus to) {
    requireChanged(
        sql.update(INTAKE)
            .set(INTAKE.STATUS, to.name())
            .set(INTAKE.POSITION, 0)
            .set(INTAKE.DONE, 0)
            .set(INTAKE.CANCEL_ASKED, false)
            .setNull(INTAKE.FAILURE)
            .setNull(INTAKE.UNDO_REFUSAL)
            .setNull(INTAKE.UNDO_NOTE)
            .set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
            .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(act.id()))
            .and(INTAKE.VERSION.eq(act.expectedVersion()))
            .execute());
    pending.add(Pending.Work.IMPORT, act.id());
  }

  /** Null when the viewer may not see it. */
  @Nullable DataImport find(long id) {
    return queries.find(id).orElse(null);
  }
}
