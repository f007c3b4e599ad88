package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;

import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.OnBehalf;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries one import on, batch by batch, in its importer's name. */
@Component
class ImportJob {
  private static final Logger log = LoggerFactory.getLogger(ImportJob.class);
  private final DSLContext sql;
  private final TenantScope scope;
  private final OnBehalf onBehalf;
  private final ImportQueries queries;
  private final Staging staging;
  private final Checking checking;
  private final Applying applying;
  private final Undoing undoing;
  private final Lines lines;
  private final Now now;

  ImportJob(
      DSLContext sql,
      TenantScope scope,
      OnBehalf onBehalf,
      ImportQueries queries,
      Staging staging,
      Checking checking,
      Applying applying,
      Undoing undoing,
      Lines lines,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.onBehalf = onBehalf;
    this.queries = queries;
    this.staging = staging;
    this.checking = checking;
    this.applying = applying;
    this.undoing = undoing;
    this.lines = lines;
    this.now = now;
  }

  /**
   * Works until the deadline ({@link System#nanoTime}), a batch at least.
   *
   * @return true when nothing is left to do
   */
  boolean slice(Pending.Entry entry, long deadline) {
    try {
      return onBehalf.of(
          entry.districtId(),
          entry.accountId(),
          () -> {
            boolean done = step(entry.subjectId());
            while (!done && System.nanoTime() < deadline) {
              done = step(entry.subjectId());
            }
            scope.write(() -> lines.tally(entry.subjectId()));
            return done;
          });
    } catch (Rejected told) {
      fail(entry, told.toUserError().message());
    } catch (Problem noLonger) {
      fail(entry, "导入人已没有权限，导入停止");
    } catch (RuntimeException bug) {
      if (Passing.is(bug)) {
        throw bug; // the round tries again
      }
      String number = UUID.randomUUID().toString();
      log.error(
          "import {} of district {} failed: {}",
          entry.subjectId(),
          entry.districtId(),
          number,
          bug);
      fail(entry, "系统内部错误，编号 " + number);
    }
    return true;
  }

  private boolean step(long id) {
    Optional<DataImport> found = scope.write(() -> queries.find(id));
    if (found.isEmpty() || !found.get().status().isMoving()) {
      return true;
    }
    DataImport one = found.get();
    if (one.cancelAsked()) {
      scope.write(() -> lines.turn(id, ImportStatus.CANCELLED, one.total()));
      return true;
    }
    switch (one.status()) {
      case STAGING -> staging.run(one);
      case CHECKING -> checking.batch(one);
      case APPLYING -> applying.batch(one);
      case UNDOING -> undoing.run(one);
      default -> throw new IllegalStateException(one.status().name());
    }
    return false;
  }

  /** Before the refused undo it was applied, or had stopped half-way. */
  private static ImportStatus status(boolean undo, boolean whole) {
    if (!undo) {
      return ImportStatus.FAILED;
    }
    return whole ? ImportStatus.APPLIED : ImportStatus.CANCELLED;
  }

  /** A refused undo leaves the import as it was; everything else ends it. */
  private void fail(Pending.Entry entry, String words) {
    scope.inDistrict(
        entry.districtId(),
        Reach.ALL,
        "account:" + entry.accountId(), // who alone sees the lines
        () -> scope.write(() -> failed(entry.subjectId(), words)));
  }

  private boolean failed(long id, String words) {
    var mine = INTAKE.DISTRICT_ID.eq(scope.district()).and(INTAKE.ID.eq(id));
    String status = sql.select(INTAKE.STATUS).from(INTAKE).where(mine).fetchOne(INTAKE.STATUS);
    if (status == null || !ImportStatus.valueOf(status).isMoving()) {
      return false;
    }
    boolean undo = status.equals(ImportStatus.UNDOING.name());
    boolean whole = undo && lines.count(id, LineState.NEW, LineState.CHANGED) == 0;
    @Nullable String failure = undo ? null : words;
    sql.update(INTAKE)
        .set(INTAKE.STATUS, status(undo, whole).name())
        .set(INTAKE.FAILURE, failure)
        .set(INTAKE.UNDO_REFUSAL, undo ? words : null)
        .set(INTAKE.FINISHED_AT, now.instant())
        .set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
        .where(mine)
        .execute();
    lines.tally(id);
    return true;
  }
}
