package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Now;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of the district's calendar would move, reckoned by the calendar as it would be. */
@Component
class CalendarForecast {
  /** So many clocks are reckoned anew in a second or two. */
  static final int MOST = 20_000;

  private static final int SHOWN = 100;
  private final Recomputation recomputation;
  private final Calendars calendars;
  private final DutyRows rows;
  private final Posts posts;
  private final Now now;

  CalendarForecast(
      Recomputation recomputation, Calendars calendars, DutyRows rows, Posts posts, Now now) {
    this.recomputation = recomputation;
    this.calendars = calendars;
    this.rows = rows;
    this.posts = posts;
    this.now = now;
  }

  /**
   * @param duties the first hundred of them
   * @param complete false: there were more clocks than one look bears
   */
  record Forecast(int movedDuties, List<MovedDuty> duties, boolean complete) {}

  record MovedDuty(Duty duty, @Nullable LocalDate oldDueOn, @Nullable LocalDate newDueOn) {}

  /**
   * @param off null: the district's own row of the day is taken back
   */
  Forecast ofLocalDay(LocalDate day, @Nullable Boolean off) {
    posts.require(Role.DISTRICT_ADMIN);
    return of(
        new Recomputation.Days(day, day), calendars.rules().with(day, off), Integer.MAX_VALUE);
  }

  /** Of several days of the district's own at once: day → off. */
  Forecast ofLocalDays(Map<LocalDate, Boolean> days) {
    LocalRules rules = calendars.rules();
    for (Map.Entry<LocalDate, Boolean> day : days.entrySet()) {
      rules = rules.with(day.getKey(), day.getValue());
    }
    return of(Recomputation.Days.of(days.keySet()), rules, MOST);
  }

  /** Of another national calendar, in the current district. */
  Forecast ofNational(Recomputation.Days days, NationalCalendar national, int most) {
    return of(days, calendars.rules().over(national), most);
  }

  private Forecast of(Recomputation.Days days, LocalRules rules, int most) {
    List<MovedDuty> shown = new ArrayList<>();
    int moved = 0;
    int looked = 0;
    long last = 0;
    List<DutyRecord> batch;
    do {
      batch = recomputation.wouldCross(days, rules, last);
      for (MovedDuty one : moved(batch, rules)) {
        moved++;
        if (shown.size() < SHOWN) {
          shown.add(one);
        }
      }
      looked += batch.size();
      last = batch.isEmpty() ? last : batch.getLast().getId();
    } while (batch.size() == Recomputation.BATCH && looked < most);
    return new Forecast(moved, shown, batch.size() < Recomputation.BATCH);
  }

  private List<MovedDuty> moved(List<DutyRecord> batch, LocalRules rules) {
    Map<Long, List<SuspensionRecord>> suspensions =
        rows.suspensions(batch.stream().map(DutyRecord::getId).toList());
    List<MovedDuty> moved = new ArrayList<>();
    for (DutyRecord row : batch) {
      Dates dates =
          Projection.reckoning(row, suspensions.getOrDefault(row.getId(), List.of()), rules)
              .dates();
      if (!Objects.equals(row.getDueAt(), dates.dueAt())) {
        moved.add(new MovedDuty(Duty.of(row, now.instant()), row.getDueOn(), dates.dueOn()));
      }
    }
    return moved;
  }
}
