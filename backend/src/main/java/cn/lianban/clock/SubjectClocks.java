package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.clock.ClockChanges.Change;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
  private final DutyRows rows;

  SubjectClocks(
      DSLContext sql, TenantScope scope, Clocks clocks, ClockChanges changes, DutyRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.clocks = clocks;
    this.changes = changes;
    this.rows = rows;
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

  /** The district level takes part: it sees every clock of the subject, those that ended too. */
  public void raiseToDistrict(String subjectKind, long subjectId) {
    open(subjectKind, subjectId, DUTY.KIND.isNotNull()).forEach(clocks::raiseToDistrict);
    sql.update(DUTY)
        .set(DUTY.AT_DISTRICT, true)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.SUBJECT_KIND.eq(subjectKind))
        .and(DUTY.SUBJECT_ID.eq(subjectId))
        .and(DUTY.CLOSED_AT.isNotNull())
        .andNot(DUTY.AT_DISTRICT)
        .returning(DUTY.DISTRICT_ID, DUTY.ID)
        .fetchInto(DUTY)
        .forEach(rows::raise);
  }

  /** A sub-district takes part: it sees every clock of the subject, and the district still does. */
  public void place(String subjectKind, long subjectId, int subDistrictId) {
    List<Long> all =
        sql.update(DUTY)
            .set(DUTY.SUB_DISTRICT_ID, subDistrictId)
            .set(DUTY.AT_DISTRICT, true)
            .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.SUBJECT_KIND.eq(subjectKind))
            .and(DUTY.SUBJECT_ID.eq(subjectId))
            .returning(DUTY.ID)
            .fetch(DUTY.ID);
    rows.place(all, subDistrictId);
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

  /**
   * Shows something beside the dates of the open clocks of these kinds; moves none. The green
   * channel stays what it is.
   */
  public void mark(DutyMark mark, Set<String> kinds, String subjectKind, long subjectId) {
    sql.update(DUTY)
        .set(DUTY.MARK, mark.name())
        .where(of(subjectKind, subjectId))
        .and(Among.these(DUTY.KIND, kinds))
        .and(DUTY.MARK.isDistinctFrom(DutyMark.GREEN_CHANNEL.name()))
        .execute();
  }

  /** No longer, on any of them. */
  public void unmark(DutyMark mark, String subjectKind, long subjectId) {
    sql.update(DUTY)
        .setNull(DUTY.MARK)
        .where(of(subjectKind, subjectId))
        .and(DUTY.MARK.eq(mark.name()))
        .execute();
  }

  /** The applicant was told of the pause that goes on; the first time counts. */
  public void told(long dutyId, Instant at) {
    sql.update(SUSPENSION)
        .set(SUSPENSION.TOLD_AT, at)
        .where(SUSPENSION.DISTRICT_ID.eq(scope.district()), SUSPENSION.DUTY_ID.eq(dutyId))
        .and(SUSPENSION.TO_AT.isNull())
        .and(SUSPENSION.TOLD_AT.isNull())
        .execute();
  }

  private Condition of(String subjectKind, long subjectId) {
    return DUTY.DISTRICT_ID
        .eq(scope.district())
        .and(DUTY.SUBJECT_KIND.eq(subjectKind))
        .and(DUTY.SUBJECT_ID.eq(subjectId))
        .and(DUTY.CLOSED_AT.isNull());
  }

  private List<Long> open(String subjectKind, long subjectId, Condition which) {
    return sql.select(DUTY.ID)
        .from(DUTY)
        .where(of(subjectKind, subjectId))
        .and(which)
        .orderBy(DUTY.ID)
        .fetch(DUTY.ID);
  }
}
