package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.RUNG;
import static cn.lianban.db.clock.Tables.SEGMENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.tenancy.ManyRows;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Begins clocks whose past is known and writes them down, a fixed number of statements for any
 * number of them. Joins the caller's write transaction, as {@link Clocks} does.
 */
@Component
public class ClockStories {
  private static final List<Field<?>> SEGMENTS = ManyRows.fieldsBut(SEGMENT, SEGMENT.ID);
  private static final List<Field<?>> SUSPENSIONS = ManyRows.fieldsBut(SUSPENSION, SUSPENSION.ID);
  private static final List<Field<?>> EVENTS = ManyRows.fieldsBut(EVENT, EVENT.ID);
  private static final List<Field<?>> RUNGS = ManyRows.fieldsBut(RUNG);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Calendars calendars;

  ClockStories(DSLContext sql, TenantScope scope, Calendars calendars) {
    this.sql = sql;
    this.scope = scope;
    this.calendars = calendars;
  }

  /** One for each, in their order; they have their ids, and nothing is written yet. */
  public List<ClockStory> begin(List<StartDuty> wanted) {
    LocalRules rules = calendars.rulesForChange();
    List<Long> ids = ManyRows.ids(sql, DUTY, wanted.size());
    List<ClockStory> stories = new ArrayList<>();
    for (StartDuty duty : wanted) {
      DutyRecord row = NewDuty.row(duty, scope.district(), rules.zone());
      row.setId(ids.get(stories.size()));
      stories.add(new ClockStory(row, rules));
    }
    return stories;
  }

  public void write(List<ClockStory> stories) {
    ManyRows.insert(sql, DUTY, DutyRows.FIELDS, stories.stream().map(ClockStory::row).toList());
    insert(SEGMENT, SEGMENTS, stories, ClockStory::segments);
    insert(SUSPENSION, SUSPENSIONS, stories, ClockStory::suspensions);
    insert(RUNG, RUNGS, stories, ClockStory::rungs);
    insert(EVENT, EVENTS, stories, ClockStory::events);
  }

  private <R extends Record> void insert(
      Table<R> table,
      List<Field<?>> fields,
      List<ClockStory> stories,
      Function<ClockStory, Collection<R>> rows) {
    ManyRows.insert(
        sql, table, fields, stories.stream().flatMap(one -> rows.apply(one).stream()).toList());
  }
}
