package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.PREFERENCE;
import static cn.lianban.db.outbox.Tables.SETTING;

import cn.lianban.db.outbox.tables.records.PreferenceRecord;
import cn.lianban.db.outbox.tables.records.SettingRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the district set and people wish, with the product's defaults beneath. */
@Component
class Wishes {
  private final DSLContext sql;
  private final TenantScope scope;
  private final DistrictWish unset;

  /**
   * @param quiet where a district has set nothing, as {@code 22:00-07:00}; twice the same: none
   */
  Wishes(
      DSLContext sql,
      TenantScope scope,
      @Value("${lianban.sms.quiet-hours:22:00-07:00}") String quiet) {
    this.sql = sql;
    this.scope = scope;
    this.unset = new DistrictWish(true, QuietHours.parse(quiet), LocalTime.of(8, 30), Set.of(), 0);
  }

  DistrictWish district() {
    return sql.selectFrom(SETTING)
        .where(SETTING.DISTRICT_ID.eq(scope.district()))
        .fetchOptional(Wishes::district)
        .orElse(unset);
  }

  private static DistrictWish district(SettingRecord row) {
    return new DistrictWish(
        row.getSmsOn(),
        new QuietHours(row.getQuietFrom(), row.getQuietTo()),
        row.getDigestAt(),
        Set.copyOf(Arrays.asList(row.getSmsOff())),
        row.getVersion());
  }

  /** Of these people, by actor; who never said anything is missing. */
  Map<String, PersonWish> of(Collection<String> actors) {
    return sql.selectFrom(PREFERENCE)
        .where(PREFERENCE.DISTRICT_ID.eq(scope.district()), Among.these(PREFERENCE.ACTOR, actors))
        .fetchMap(PREFERENCE.ACTOR, Wishes::person);
  }

  private static PersonWish person(PreferenceRecord row) {
    LocalTime from = row.getQuietFrom();
    LocalTime to = row.getQuietTo();
    return new PersonWish(
        PersonWish.Sms.valueOf(row.getSms()),
        Set.copyOf(Arrays.asList(row.getMuted())),
        from == null || to == null ? null : new QuietHours(from, to),
        row.getDigestAt(),
        row.getVersion());
  }

  /**
   * What a district sets.
   *
   * @param smsOff kinds that leave by no SMS to staff
   */
  record DistrictWish(
      boolean smsOn, QuietHours quiet, LocalTime digestAt, Set<String> smsOff, int version) {}

  /**
   * What a person wishes; nulls: as the district has it.
   *
   * @param muted kinds of which no SMS is wanted
   */
  record PersonWish(
      Sms sms,
      Set<String> muted,
      @Nullable QuietHours quiet,
      @Nullable LocalTime digestAt,
      int version) {
    static final PersonWish DEFAULT = new PersonWish(Sms.URGENT, Set.of(), null, null, 0);

    enum Sms {
      NONE,
      /** Urgent ones at once, nothing else. */
      URGENT,
      /** Urgent ones at once, the others in one summary a day. */
      DIGEST,
      ALL
    }
  }
}
