package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
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
  private final ChosenColumns columns;
  private final Pending pending;
  private final Once once;
  private final AuditTrail audit;

  Imports(
      DSLContext sql,
      TenantScope scope,
      Kinds kinds,
      ImportQueries queries,
      ChosenColumns columns,
      Pending pending,
      Once once,
      AuditTrail audit) {
    this.sql = sql;
    this.scope = scope;
    this.kinds = kinds;
    this.queries = queries;
    this.columns = columns;
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
          columns.choose(one, kind, new ChosenColumns.Header(sheet, headerFirst, headerLast), plan);
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
