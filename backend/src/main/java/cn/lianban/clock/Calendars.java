package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.LOCAL_DAY;
import static cn.lianban.db.clock.Tables.NATIONAL_CHANGE;
import static cn.lianban.db.clock.Tables.SETTING;
import static cn.lianban.db.clock.Tables.THRESHOLD;

import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The current district's calendar and clock rules; the national one alone without a district. */
@Component
public class Calendars {
  /** First half of the advisory lock's key; the second is the district. */
  private static final int LOCK = 0x636c6f63; // "cloc"

  /** The newest publication, read with the rules: no instance counts by an older calendar. */
  private static final Field<Long> NEWEST =
      DSL.field(DSL.select(DSL.max(NATIONAL_CHANGE.ID)).from(NATIONAL_CHANGE));

  private final Cache<Integer, ZoneId> zones = Caffeine.newBuilder().maximumSize(10_000).build();
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final NationalDays national;

  Calendars(DSLContext sql, TenantScope scope, Districts districts, NationalDays national) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.national = national;
  }

  /** Whether a day is worked in the current district. */
  public boolean isWorkingDay(LocalDate day) {
    return rules().calendar().works(day);
  }

  /**
   * The day until which a limit runs that is counted from the day of an instant, without
   * suspensions: for saying when something would be due before its clock starts.
   */
  public LocalDate dueOn(Instant from, Budget budget) {
    LocalRules rules = rules();
    LocalDate day = from.atZone(rules.zone()).toLocalDate();
    Terms terms = new Terms(budget, null, from, rules.zone(), rules.rules(null, day));
    LocalDate due = Reckoning.of(terms, rules.calendar(), List.of()).dates().dueOn();
    return due == null ? day : due; // never null without a suspension
  }

  /** How many working days lie after the first day, up to and with the second; one statement. */
  public ToIntBiFunction<LocalDate, LocalDate> workingDays() {
    WorkCalendar calendar = rules().calendar();
    return (from, to) ->
        to.isAfter(from)
            ? (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::works).count()
            : 0;
  }

  NationalCalendar national() {
    return national.calendar();
  }

  /** The district's calendar, thresholds and switches: one statement. */
  LocalRules rules() {
    if (!scope.current().hasDistrict()) {
      WorkCalendar plain = new WorkCalendar(national.calendar(), List.of());
      return new LocalRules(Now.CHINA, true, List.of(), plain);
    }
    int district = scope.district();
    var row =
        sql.select(moves(district), thresholds(district), localDays(district), NEWEST)
            .fetchSingle();
    boolean moves = row.value1() == null || row.value1();
    WorkCalendar calendar = new WorkCalendar(national.calendar(row.value4()), row.value3());
    return new LocalRules(zone(district), moves, row.value2(), calendar);
  }

  /**
   * As {@link #rules()}, for reckoning a date that is about to be stored: a change of the calendar
   * waits for this transaction, and this one for a change that is going on, so that no new date
   * escapes the recomputation. Held until the end, they are read once.
   */
  LocalRules rulesForChange() {
    return scope.once(
        new Held(scope.district()),
        () -> {
          lock("pg_advisory_xact_lock_shared");
          return rules();
        });
  }

  /**
   * Keeps all dates of the district still until the end of the transaction. Call it before the
   * change and, where dates have been reckoned in it, before they are reckoned anew.
   */
  void lockForEdit() {
    lock("pg_advisory_xact_lock");
    scope.forget(new Held(scope.district()));
  }

  ZoneId zone() {
    return scope.current().hasDistrict() ? zone(scope.district()) : Now.CHINA;
  }

  private void lock(String function) {
    sql.select(
            DSL.function(
                DSL.name(function), SQLDataType.VARCHAR, DSL.val(LOCK), DSL.val(scope.district())))
        .fetch();
  }

  private ZoneId zone(int district) {
    return zones.get(
        district, id -> districts.current().map(District::zone).map(ZoneId::of).orElse(Now.CHINA));
  }

  private static Field<Boolean> moves(int district) {
    return DSL.field(
        DSL.select(SETTING.MOVE_OFF_DAYS).from(SETTING).where(SETTING.DISTRICT_ID.eq(district)));
  }

  private static Field<List<LocalRules.Threshold>> thresholds(int district) {
    return DSL.multiset(
            DSL.select(THRESHOLD.ITEM_ID, THRESHOLD.EFFECTIVE_FROM, THRESHOLD.PER_MILLE)
                .from(THRESHOLD)
                .where(THRESHOLD.DISTRICT_ID.eq(district))
                .orderBy(THRESHOLD.ID))
        .convertFrom(
            rows -> rows.map(r -> new LocalRules.Threshold(r.value1(), r.value2(), r.value3())));
  }

  private static Field<List<LocalDay>> localDays(int district) {
    return DSL.multiset(
            DSL.select(
                    LOCAL_DAY.DAY,
                    LOCAL_DAY.OFF,
                    LOCAL_DAY.NAME,
                    LOCAL_DAY.PAPER,
                    LOCAL_DAY.VERSION)
                .from(LOCAL_DAY)
                .where(LOCAL_DAY.DISTRICT_ID.eq(district))
                .orderBy(LOCAL_DAY.DAY))
        .convertFrom(
            rows ->
                rows.map(
                    r -> new LocalDay(r.value1(), r.value2(), r.value3(), r.value4(), r.value5())));
  }

  /** The rules of a district, locked by the open change. */
  private record Held(int district) {}
}
