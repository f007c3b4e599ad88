package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.NATIONAL_CHANGE;
import static cn.lianban.db.clock.Tables.NATIONAL_DAY;
import static cn.lianban.db.clock.Tables.NATIONAL_YEAR;

import cn.lianban.audit.AuditTrail;
import cn.lianban.tenancy.Now;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * What a notice says otherwise than the calendar.
   *
   * @param changed days that are new or other
   * @param dropped days of the year that stand in its notice so far and not in this one
   */
  record Difference(List<NationalDay> changed, List<NationalDay> dropped) {
    int days() {
      return changed.size() + dropped.size();
    }

    /** From the first to the last of them; there are some. */
    Recomputation.Days span() {
      return Recomputation.Days.of(
          Stream.concat(changed.stream(), dropped.stream()).map(NationalDay::day).toList());
    }
  }

  /** The whole of a year's notice beside what is known. */
  Difference against(int year, Collection<NationalDay> days) {
    Map<LocalDate, NationalDay> known = known();
    Set<LocalDate> named = days.stream().map(NationalDay::day).collect(Collectors.toSet());
    // the last days of December may stand in the next year's notice
    LocalDate end = LocalDate.of(year, 12, isPublished(year + 1) ? 28 : 31);
    return new Difference(
        days.stream().filter(day -> differs(day, known)).toList(),
        known.values().stream()
            .filter(day -> !day.byLaw() && day.day().getYear() == year)
            .filter(day -> !day.day().isAfter(end) && !named.contains(day.day()))
            .sorted(Comparator.comparing(NationalDay::day))
            .toList());
  }

  /**
   * Takes the whole of a year's notice: its days are written, those it names no longer go, the year
   * is published. A notice that corrects a published year leaves its own number in what it moved.
   *
   * @param paper number or address of the paper
   * @return how many days are other than before
   */
  int take(int year, String paper, Collection<NationalDay> days) {
    Difference difference = against(year, days);
    difference.changed().forEach(this::put);
    difference.dropped().forEach(this::remove);
    boolean first = markPublished(year, paper);
    if (first) {
      Recomputation.Days all = wholeYear(year, difference);
      changed(all.first(), all.last(), year + " 年节假日安排公布：" + paper);
      audit.record("calendar.publish", "year:" + year, facts(paper, difference));
    } else if (difference.days() > 0) {
      Recomputation.Days span = difference.span();
      changed(span.first(), span.last(), year + " 年节假日安排调整：" + paper);
      audit.record("calendar.correct", "year:" + year, facts(paper, difference));
    }
    return difference.days();
  }

  private static Map<String, Object> facts(String paper, Difference difference) {
    return Map.of(
        "paper",
        paper,
        "changed",
        difference.changed().size(),
        "dropped",
        difference.dropped().size());
  }

  /** From New Year, or the first December day before it that the notice names. */
  static Recomputation.Days wholeYear(int year, Difference difference) {
    LocalDate begin = LocalDate.of(year, 1, 1);
    LocalDate first = difference.days() == 0 ? begin : difference.span().first();
    return new Recomputation.Days(
        first.isBefore(begin) ? first : begin, LocalDate.of(year, 12, 31));
  }

  /**
   * Marks a year as published, its days apart.
   *
   * @param notice number or address of the paper
   * @return false when the year was published already; its paper stays as it is then
   */
  public boolean publish(int year, String notice) {
    boolean changed = markPublished(year, notice);
    if (changed) {
      changed(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), year + " 年节假日安排公布：" + notice);
      audit.record("calendar.publish", "year:" + year, Map.of("paper", notice));
    }
    return changed;
  }

  boolean isPublished(int year) {
    return sql.fetchExists(NATIONAL_YEAR, NATIONAL_YEAR.YEAR.eq(year).and(NATIONAL_YEAR.PUBLISHED));
  }

  private boolean markPublished(int year, String notice) {
    return sql.insertInto(NATIONAL_YEAR)
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
  }

  /**
   * Writes days of several notices; a day that is off, or worked, by a notice already is left
   * alone, whatever its name.
   *
   * @return how many days were new or changed
   */
  public int putDays(Collection<NationalDay> days) {
    Map<LocalDate, NationalDay> known = known();
    List<NationalDay> changed = days.stream().filter(day -> differs(day, known)).toList();
    changed.forEach(this::put);
    if (!changed.isEmpty()) {
      Recomputation.Days span = new Difference(changed, List.of()).span();
      changed(span.first(), span.last(), "国家节假日安排变动");
      audit.record(
          "calendar.nationalDays",
          "days:" + span.first() + ".." + span.last(),
          Map.of("changed", changed.size()));
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

  private void remove(NationalDay day) {
    sql.deleteFrom(NATIONAL_DAY).where(NATIONAL_DAY.DAY.eq(day.day())).execute();
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
