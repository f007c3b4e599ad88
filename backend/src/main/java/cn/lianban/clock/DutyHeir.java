package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.organisation.Estate;
import cn.lianban.organisation.Heir;
import cn.lianban.organisation.Succession;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * The open duties of a unit that is merged or split, in batches: each clock runs on, a new segment
 * begins, and the pieces still sum to what is consumed. No date moves.
 */
@Component
class DutyHeir implements Heir {
  private static final int BATCH = 500;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Calendars calendars;
  private final DutyRows rows;
  private final Segments segments;
  private final ClockLog log;
  private final Now now;

  DutyHeir(
      DSLContext sql,
      TenantScope scope,
      Calendars calendars,
      DutyRows rows,
      Segments segments,
      ClockLog log,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.calendars = calendars;
    this.rows = rows;
    this.segments = segments;
    this.log = log;
    this.now = now;
  }

  @Override
  public Estate.Part part() {
    return Estate.Part.DUTIES;
  }

  @Override
  public int count(Succession succession) {
    return sql.fetchCount(DUTY, open(succession));
  }

  @Override
  public int handOn(Succession succession) {
    LocalRules rules = calendars.rulesForChange();
    Instant at = now.instant();
    int moved = 0;
    List<DutyRecord> batch = batch(succession);
    while (!batch.isEmpty()) { // what has moved is no longer found
      handOn(batch, succession, rules, at);
      moved += batch.size();
      batch = batch(succession);
    }
    return moved;
  }

  private List<DutyRecord> batch(Succession succession) {
    return sql.select(DutyRows.FIELDS)
        .from(DUTY)
        .where(open(succession))
        .orderBy(DUTY.ID)
        .limit(BATCH)
        .forNoKeyUpdate()
        .fetchInto(DUTY);
  }

  private void handOn(List<DutyRecord> batch, Succession succession, LocalRules rules, Instant at) {
    List<Long> ids = batch.stream().map(DutyRecord::getId).toList();
    Map<Long, List<SuspensionRecord>> suspensions = rows.suspensions(ids);
    Map<Long, Reckoning> reckonings = new HashMap<>();
    for (DutyRecord row : batch) {
      reckonings.put(
          row.getId(),
          Projection.reckoning(row, suspensions.getOrDefault(row.getId(), List.of()), rules));
    }
    segments.handOnAll(batch, reckonings, succession.toUnitId(), at);
    sql.update(DUTY)
        .set(DUTY.OWNER_UNIT_ID, succession.toUnitId())
        .set(DUTY.VERSION, DUTY.VERSION.plus(1))
        .where(DUTY.DISTRICT_ID.eq(scope.district()), Among.these(DUTY.ID, ids))
        .execute();
    log.writeAll(
        batch.stream()
            .map(
                row ->
                    ClockLog.event(
                        row,
                        at,
                        ClockEventKind.HELD_BY,
                        succession.cause(),
                        ClockLog.Before.of(row)))
            .toList());
  }

  private Condition open(Succession succession) {
    Set<Long> named = succession.itemIds();
    return DUTY.DISTRICT_ID
        .eq(scope.district())
        .and(DUTY.OWNER_UNIT_ID.eq(succession.fromUnitId()))
        .and(DUTY.CLOSED_AT.isNull())
        .and(named == null ? DSL.noCondition() : Among.these(DUTY.ITEM_ID, named));
  }
}
