package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.clock.ClockChanges.Change;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Changes the clocks of a subject without knowing their ids: a case has several. Joins the caller's
 * write transaction; the caller authorises and audits.
 */
@Component
public class SubjectClocks {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Clocks clocks;
  private final ClockChanges changes;

  SubjectClocks(DSLContext sql, TenantScope scope, Clocks clocks, ClockChanges changes) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.changes = changes;
  }

  /** Ends every open clock of a subject. */
  public void closeAll(String subjectKind, long subjectId, Instant at) {
    open(subjectKind, subjectId, DUTY.KIND.isNotNull()).forEach(id -> clocks.close(id, at));
  }

  /** Ends the open clocks of one kind; answers how many there were. */
  public int close(String kind, String subjectKind, long subjectId, Instant at) {
    List<Long> open = open(subjectKind, subjectId, DUTY.KIND.eq(kind));
    open.forEach(id -> clocks.close(id, at));
    return open.size();
  }

  /** The district level takes part: it sees every clock of the subject that still runs. */
  public void raiseToDistrict(String subjectKind, long subjectId) {
    open(subjectKind, subjectId, DUTY.KIND.isNotNull()).forEach(clocks::raiseToDistrict);
  }

  /**
   * Sets a shorter promise, as a rule of the district has it; the statutory limit stays. A new
   * generation of rungs starts.
   *
   * @param amount in the clock's unit; nothing happens when it is not below the promise
   */
  public void shorten(long dutyId, int amount, String cause, Instant at) {
    Change change = changes.open(dutyId, at);
    if (amount >= change.row().getBudget()) {
      return;
    }
    change.row().setBudget(amount);
    change.row().setGeneration(change.row().getGeneration() + 1);
    changes.finish(change, ClockEventKind.SHORTENED, cause);
  }

  private List<Long> open(String subjectKind, long subjectId, Condition which) {
    return sql.select(DUTY.ID)
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.SUBJECT_KIND.eq(subjectKind))
        .and(DUTY.SUBJECT_ID.eq(subjectId))
        .and(DUTY.CLOSED_AT.isNull())
        .and(which)
        .orderBy(DUTY.ID)
        .fetch(DUTY.ID);
  }
}
