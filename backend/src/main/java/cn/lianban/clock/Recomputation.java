package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.EventRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectLimitPercentStep;
import org.springframework.stereotype.Component;

/**
 * Moves the open clocks of the district that cross a changed day, in batches, and records for each
 * its old date, its new date and the cause. A clock whose due date moves begins a new generation.
 */
@Component
class Recomputation {
  static final int BATCH = 500;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Calendars calendars;
  private final DutyRows rows;
  private final Rungs rungs;
  private final ClockLog log;
  private final Now now;

  Recomputation(
      DSLContext sql,
      TenantScope scope,
      Calendars calendars,
      DutyRows rows,
      Rungs rungs,
      ClockLog log,
      Now now) {
    this.sql = sql;
    this.scope = scope;
    this.calendars = calendars;
    this.rows = rows;
    this.rungs = rungs;
    this.log = log;
    this.now = now;
  }

  /** The first and the last of the days that changed. */
  record Days(LocalDate first, LocalDate last) {
    static Days of(Collection<LocalDate> days) {
      return new Days(Collections.min(days), Collections.max(days));
    }
  }

  /**
   * @param last the last clock that was looked at
   */
  record Batch(int moved, long last, boolean more) {}

  /** Called in the transaction of the change, under the calendar's lock. Answers how many moved. */
  int afterChangeOf(Days days, String cause) {
    int moved = 0;
    long last = 0;
    Batch batch;
    do {
      batch = batch(days, cause, last);
      moved += batch.moved();
      last = batch.last();
    } while (batch.more());
    return moved;
  }

  /** One batch of it, for changes that take a transaction each; under the calendar's lock. */
  Batch batch(Days days, String cause, long after) {
    LocalRules rules = calendars.rules();
    List<DutyRecord> rows = crossing(days, rules, after);
    if (rows.isEmpty()) {
      return new Batch(0, after, false);
    }
    int moved = recompute(rows, rules, cause);
    return new Batch(moved, rows.getLast().getId(), rows.size() == BATCH);
  }

  /**
   * Running day clocks that begin before the last day and end on or after the first. Paused ones
   * are reckoned when they resume; hours run whatever the calendar says.
   */
  private List<DutyRecord> crossing(Days days, LocalRules rules, long after) {
    return crossing(days, rules.zone(), after).forNoKeyUpdate().fetchInto(DUTY);
  }

  /** As seen by a forecast: read, not locked. */
  List<DutyRecord> wouldCross(Days days, LocalRules rules, long after) {
    return crossing(days, rules.zone(), after).fetchInto(DUTY);
  }

  private SelectLimitPercentStep<Record> crossing(Days days, ZoneId zone, long after) {
    Instant dayBegins = days.first().atStartOfDay(zone).toInstant();
    return sql.select(DutyRows.FIELDS)
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.CLOSED_AT.isNull())
        .and(DUTY.STARTED_ON.lt(days.last()))
        .and(DUTY.DUE_ON.ge(days.first()).or(DUTY.DARK_AT.gt(dayBegins)))
        .and(DUTY.DUE_AT.isNotNull())
        .and(DUTY.BUDGET_UNIT.ne(BudgetUnit.HOURS.name()))
        .and(DUTY.ID.gt(after))
        .orderBy(DUTY.ID)
        .limit(BATCH);
  }

  private int recompute(List<DutyRecord> batch, LocalRules rules, String cause) {
    Map<Long, List<SuspensionRecord>> suspensions =
        rows.suspensions(batch.stream().map(DutyRecord::getId).toList());
    List<DutyRecord> changed = new ArrayList<>();
    List<EventRecord> events = new ArrayList<>();
    for (DutyRecord row : batch) {
      Reckoning reckoning =
          Projection.reckoning(row, suspensions.getOrDefault(row.getId(), List.of()), rules);
      Dates dates = reckoning.dates();
      if (!Projection.differs(row, dates)) {
        continue;
      }
      ClockLog.Before before = ClockLog.Before.of(row);
      if (Projection.apply(row, dates)) {
        row.setGeneration(row.getGeneration() + 1);
        events.add(ClockLog.event(row, now.instant(), ClockEventKind.RECOMPUTED, cause, before));
      }
      row.setConsumed(reckoning.consumed(row.getRunningSince()));
      row.setVersion(row.getVersion() + 1);
      changed.add(row);
    }
    if (!changed.isEmpty()) {
      sql.batchUpdate(changed).execute();
      rungs.replaceAll(changed);
      log.writeAll(events);
    }
    return events.size();
  }
}
