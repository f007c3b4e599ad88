package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_CHANGE;
import static cn.lianban.db.clock.Tables.NATIONAL_DAY;
import static cn.lianban.db.clock.Tables.NATIONAL_YEAR;

import cn.lianban.audit.AuditTrail;
import cn.lianban.tenancy.Now;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Takes the State Council's yearly notices into the national calendar. Runs in the caller's
 * transaction under reach PLATFORM. Clocks that run already follow by {@link
 * NationalRecomputation}, in every district.
 */
@Component
public class NationalNotices {
  private final DSLContext sql;
  private final AuditTrail audit;
  private final NationalDays national;
  private final Now now;

  NationalNotices(DSLContext sql, AuditTrail audit, NationalDays national, Now now) {
    this.sql = sql;
    this.audit = audit;
    this.national = national;
    this.now = now;
  }

  /**
   * Marks a year as published.
   *
   * @param notice number or address of the paper
   * @return false when the year was published already; its paper stays as it is then
   */
  public boolean publish(int year, String notice) {
    boolean changed =
        sql.insertInto(NATIONAL_YEAR)
                .set(NATIONAL_YEAR.YEAR, year)
                .set(NATIONAL_YEAR.PUBLISHED, true)
                .set(NATIONAL_YEAR.NOTICE, notice)
                .onConflict(NATIONAL_YEAR.YEAR)
                .doUpdate()
                .set(NATIONAL_YEAR.PUBLISHED, true)
                .set(NATIONAL_YEAR.NOTICE, notice)
                .where(NATIONAL_YEAR.PUBLISHED.isFalse())
                .execute()
            == 1;
    if (changed) {
      changed(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), year + " 年节假日安排公布：" + notice);
      audit.record("calendar.publish", "year:" + year, Map.of());
    }
    return changed;
  }

  /**
   * Writes the days of notices; a day that is off, or worked, by a notice already is left alone,
   * whatever its name. The last days of December may stand in the next year's notice.
   *
   * @return how many days were new or changed
   */
  public int putDays(Collection<NationalDay> days) {
    Map<LocalDate, NationalDay> known = known();
    List<NationalDay> changed = days.stream().filter(day -> differs(day, known)).toList();
    changed.forEach(this::put);
    if (!changed.isEmpty()) {
      List<LocalDate> moved = changed.stream().map(NationalDay::day).toList();
      changed(Collections.min(moved), Collections.max(moved), "国家节假日安排变动");
    }
    return changed.size();
  }

  /** Whether a notice's day says something else than the calendar. */
  static boolean differs(NationalDay day, Map<LocalDate, NationalDay> known) {
    NationalDay old = known.get(day.day());
    return old == null || old.off() != day.off() || old.byLaw();
  }

  private void changed(LocalDate first, LocalDate last, String cause) {
    sql.insertInto(NATIONAL_CHANGE)
        .set(NATIONAL_CHANGE.FIRST_DAY, first)
        .set(NATIONAL_CHANGE.LAST_DAY, last)
        .set(NATIONAL_CHANGE.CAUSE, cause)
        .set(NATIONAL_CHANGE.AT, now.instant())
        .execute();
    national.forget();
  }

  Map<LocalDate, NationalDay> known() {
    return sql.selectFrom(NATIONAL_DAY)
        .fetchMap(
            NATIONAL_DAY.DAY,
            d -> new NationalDay(d.getDay(), d.getOff(), d.getName(), d.getByLaw()));
  }

  private int put(NationalDay day) {
    return sql.insertInto(NATIONAL_DAY)
        .set(NATIONAL_DAY.DAY, day.day())
        .set(NATIONAL_DAY.OFF, day.off())
        .set(NATIONAL_DAY.NAME, day.name())
        .set(NATIONAL_DAY.BY_LAW, false)
        .onConflict(NATIONAL_DAY.DAY)
        .doUpdate()
        .set(NATIONAL_DAY.OFF, day.off())
        .set(NATIONAL_DAY.NAME, day.name())
        .set(NATIONAL_DAY.BY_LAW, false)
        .execute();
  }
}
