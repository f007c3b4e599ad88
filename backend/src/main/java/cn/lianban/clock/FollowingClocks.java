package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.clock.ClockChanges.Change;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Clocks that stand still while another one does, for its reason: the steps of a case while the
 * case is suspended. Joins the caller's write transaction; the caller authorises and audits.
 */
@Component
public class FollowingClocks {
  private final DSLContext sql;
  private final TenantScope scope;
  private final ClockChanges changes;
  private final Clocks clocks;
  private final DutyRows rows;

  FollowingClocks(
      DSLContext sql, TenantScope scope, ClockChanges changes, Clocks clocks, DutyRows rows) {
    this.sql = sql;
    this.scope = scope;
    this.changes = changes;
    this.clocks = clocks;
    this.rows = rows;
  }

  /** Whether a clock stands still now. */
  public boolean stands(long dutyId) {
    return pauses(dutyId).stream().anyMatch(pause -> pause.getToAt() == null);
  }

  /**
   * Stops a clock where the leading one stands still; nothing happens when that one runs, or when
   * this one is over or stands still for a reason of its own.
   */
  public void stopWith(long dutyId, long leadingId, Instant at) {
    pauses(leadingId).stream()
        .filter(pause -> pause.getToAt() == null)
        .findFirst()
        .filter(pause -> isOpen(dutyId))
        .ifPresent(pause -> stop(changes.open(dutyId, at), pause, at));
  }

  private void stop(Change change, SuspensionRecord leading, Instant at) {
    if (change.pause() == null) {
      SuspensionRecord pause = new SuspensionRecord();
      pause.setReason(leading.getReason());
      pause.setBasis(leading.getBasis());
      pause.setFromAt(at);
      pause.setExpectedUntil(leading.getExpectedUntil());
      changes.stop(change, pause);
    }
  }

  /** Lets a clock run on that stands still; one that runs or is over stays as it is. */
  public void goOn(long dutyId, Instant at) {
    if (isOpen(dutyId) && stands(dutyId)) {
      clocks.resume(dutyId, at);
    }
  }

  private boolean isOpen(long dutyId) {
    return sql.fetchExists(
        DUTY,
        DUTY.DISTRICT_ID.eq(scope.district()).and(DUTY.ID.eq(dutyId)).and(DUTY.CLOSED_AT.isNull()));
  }

  private List<SuspensionRecord> pauses(long dutyId) {
    return rows.suspensions(dutyId);
  }
}
