package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.PREFERENCE;
import static cn.lianban.db.outbox.Tables.SETTING;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.tenancy.TenantScope;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes what a person wishes and what a district sets. */
@Component
class WishDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Once once;
  private final AuditTrail audit;
  private final Administrator administrator;

  WishDesk(
      DSLContext sql, TenantScope scope, Once once, AuditTrail audit, Administrator administrator) {
    this.sql = sql;
    this.scope = scope;
    this.once = once;
    this.audit = audit;
    this.administrator = administrator;
  }

  void prefer(Wishes.PersonWish wish, int expectedVersion, String key, Object input) {
    once.run(
        key,
        input,
        () -> {
          if (!isWritten(wish, expectedVersion)) {
            throw Administrator.conflict();
          }
          audit.record("notice.prefer", scope.current().actor(), Map.of("sms", wish.sms().name()));
          return 0;
        });
  }

  private boolean isWritten(Wishes.PersonWish wish, int expectedVersion) {
    QuietHours quiet = wish.quiet();
    @Nullable LocalTime from = quiet == null ? null : quiet.from();
    @Nullable LocalTime to = quiet == null ? null : quiet.to();
    String[] muted = wish.muted().stream().sorted().toArray(String[]::new);
    String actor = scope.current().actor();
    return sql.insertInto(PREFERENCE)
            .set(PREFERENCE.DISTRICT_ID, scope.district())
            .set(PREFERENCE.ACTOR, actor)
            .set(PREFERENCE.SMS, wish.sms().name())
            .set(PREFERENCE.MUTED, muted)
            .set(PREFERENCE.QUIET_FROM, from)
            .set(PREFERENCE.QUIET_TO, to)
            .set(PREFERENCE.DIGEST_AT, wish.digestAt())
            .set(PREFERENCE.VERSION, 1)
            .onConflict(PREFERENCE.DISTRICT_ID, PREFERENCE.ACTOR)
            .doUpdate()
            .set(PREFERENCE.SMS, wish.sms().name())
            .set(PREFERENCE.MUTED, muted)
            .set(PREFERENCE.QUIET_FROM, from)
            .set(PREFERENCE.QUIET_TO, to)
            .set(PREFERENCE.DIGEST_AT, wish.digestAt())
            .set(PREFERENCE.VERSION, PREFERENCE.VERSION.plus(1))
            .where(PREFERENCE.VERSION.eq(expectedVersion))
            .execute()
        == 1;
  }

  void set(Wishes.DistrictWish wish, int expectedVersion, String key, Object input) {
    administrator.require();
    once.run(
        key,
        input,
        () -> {
          if (!isSet(wish, expectedVersion)) {
            throw Administrator.conflict();
          }
          audit.record(
              "notice.setting",
              "district:" + scope.district(),
              Map.of("smsOn", wish.smsOn(), "smsOff", List.copyOf(wish.smsOff())));
          return 0;
        });
  }

  private boolean isSet(Wishes.DistrictWish wish, int expectedVersion) {
    String[] off = wish.smsOff().stream().sorted().toArray(String[]::new);
    return sql.insertInto(SETTING)
            .set(SETTING.DISTRICT_ID, scope.district())
            .set(SETTING.SMS_ON, wish.smsOn())
            .set(SETTING.QUIET_FROM, wish.quiet().from())
            .set(SETTING.QUIET_TO, wish.quiet().to())
            .set(SETTING.DIGEST_AT, wish.digestAt())
            .set(SETTING.SMS_OFF, off)
            .set(SETTING.VERSION, 1)
            .onConflict(SETTING.DISTRICT_ID)
            .doUpdate()
            .set(SETTING.SMS_ON, wish.smsOn())
            .set(SETTING.QUIET_FROM, wish.quiet().from())
            .set(SETTING.QUIET_TO, wish.quiet().to())
            .set(SETTING.DIGEST_AT, wish.digestAt())
            .set(SETTING.SMS_OFF, off)
            .set(SETTING.VERSION, SETTING.VERSION.plus(1))
            .where(SETTING.VERSION.eq(expectedVersion))
            .execute()
        == 1;
  }
}
