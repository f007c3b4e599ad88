package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_DAY;
import static cn.lianban.db.clock.Tables.NATIONAL_YEAR;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The national calendar, kept for five minutes or until the next publication: it changes once a
 * year.
 */
@Component
class NationalDays {
  private static final Long ANY = 0L;
  private final Cache<Long, NationalCalendar> kept =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).build();
  private final DSLContext sql;

  NationalDays(DSLContext sql) {
    this.sql = sql;
  }

  /** For visitors without a district: at most five minutes old. */
  NationalCalendar calendar() {
    return kept.get(ANY, key -> read());
  }

  /**
   * As of a publication; every one is read anew.
   *
   * @param newest its number, null before the first
   */
  NationalCalendar calendar(@Nullable Long newest) {
    return newest == null ? calendar() : kept.get(newest, key -> read());
  }

  /** After a publication on this instance. */
  void forget() {
    kept.invalidate(ANY);
  }

  private NationalCalendar read() {
    List<NationalDay> days =
        sql.selectFrom(NATIONAL_DAY)
            .fetch(d -> new NationalDay(d.getDay(), d.getOff(), d.getName(), d.getByLaw()));
    Map<Integer, String> notices =
        sql.select(NATIONAL_YEAR.YEAR, NATIONAL_YEAR.NOTICE)
            .from(NATIONAL_YEAR)
            .where(NATIONAL_YEAR.PUBLISHED)
            .fetchMap(y -> y.value1(), y -> y.value2() == null ? "" : y.value2());
    return new NationalCalendar(days, notices);
  }
}
