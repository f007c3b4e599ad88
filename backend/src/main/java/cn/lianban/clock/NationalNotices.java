package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_DAY;
import static cn.lianban.db.clock.Tables.NATIONAL_YEAR;

import cn.lianban.audit.AuditTrail;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Takes the State Council's yearly notices into the national calendar. Runs in the caller's
 * transaction under reach PLATFORM. Dates of clocks that run already are not recomputed here.
 */
@Component
public class NationalNotices {
  private final DSLContext sql;
  private final AuditTrail audit;

  NationalNotices(DSLContext sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
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
    Map<LocalDate, NationalDay> known =
        sql.selectFrom(NATIONAL_DAY)
            .fetchMap(
                NATIONAL_DAY.DAY,
                d -> new NationalDay(d.getDay(), d.getOff(), d.getName(), d.getByLaw()));
    int changed = 0;
    for (NationalDay day : days) {
      NationalDay old = known.get(day.day());
      if (old == null || old.off() != day.off() || old.byLaw()) {
        changed += put(day);
      }
    }
    return changed;
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
