package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.CODE;
import static cn.lianban.db.outbox.Tables.CODE_LIMIT;

import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Codes that confirm a mobile number: six digits, five minutes, kept as keyed hashes only. */
@Component
class MobileCodes {
  static final String KIND = "mobile.code";
  static final Duration LIFE = Duration.ofMinutes(5);
  static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofMinutes(1); // between two codes to one number
  private static final Duration DAY = Duration.ofDays(1);
  private static final int PER_NUMBER = 8; // a day
  private static final int PER_ADDRESS = 60; // a day: a hall of citizens shares one address
  private final SecureRandom random = new SecureRandom();
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final OutboxKeys keys;
  private final Telling telling;

  MobileCodes(DSLContext sql, TenantScope scope, Now now, OutboxKeys keys, Telling telling) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.keys = keys;
    this.telling = telling;
  }

  void send(String mobile, String address) {
    if (!Recipient.isMobile(mobile)) {
      throw new Rejected("INVALID", "input.mobile", "请填写11位手机号码");
    }
    byte[] number = keys.keyed("mobile", mobile);
    byte[] network = keys.keyed("mobile", "@" + address);
    boolean admitted = scope.write(() -> admit(number, network));
    if (!admitted) {
      throw new Rejected("TOO_MANY", "input.mobile", "验证码发送过于频繁，请稍后再试");
    }
    scope.write(() -> issue(mobile, number));
  }

  /** Both counters are locked in one order, so that two requests cannot wait for each other. */
  private boolean admit(byte[] number, byte[] network) {
    boolean numberFirst = Arrays.compareUnsigned(number, network) < 0;
    boolean first = numberFirst ? ofNumber(number) : ofAddress(network);
    return first && (numberFirst ? ofAddress(network) : ofNumber(number));
  }

  private boolean ofNumber(byte[] key) {
    return taken(key, PER_NUMBER, PAUSE);
  }

  private boolean ofAddress(byte[] key) {
    return taken(key, PER_ADDRESS, Duration.ZERO);
  }

  private boolean taken(byte[] key, int most, Duration pause) {
    Instant at = now.instant();
    sql.insertInto(CODE_LIMIT)
        .set(CODE_LIMIT.DISTRICT_ID, scope.district())
        .set(CODE_LIMIT.KEY, key)
        .set(CODE_LIMIT.SINCE, at)
        .set(CODE_LIMIT.LAST_AT, at.minus(DAY))
        .set(CODE_LIMIT.SENDS, 0)
        .onConflictDoNothing()
        .execute();
    var row =
        sql.selectFrom(CODE_LIMIT)
            .where(CODE_LIMIT.DISTRICT_ID.eq(scope.district()), CODE_LIMIT.KEY.eq(key))
            .forUpdate()
            .fetchSingle();
    boolean fresh = !row.getSince().plus(DAY).isAfter(at);
    int sends = fresh ? 0 : row.getSends();
    if (sends >= most || row.getLastAt().plus(pause).isAfter(at)) {
      return false;
    }
    sql.update(CODE_LIMIT)
        .set(CODE_LIMIT.SINCE, fresh ? at : row.getSince())
        .set(CODE_LIMIT.SENDS, sends + 1)
        .set(CODE_LIMIT.LAST_AT, at)
        .where(CODE_LIMIT.DISTRICT_ID.eq(scope.district()), CODE_LIMIT.KEY.eq(key))
        .execute();
    return true;
  }

  private void issue(String mobile, byte[] number) {
    String digits = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    Instant end = now.instant().plus(LIFE);
    byte[] hash = hash(mobile, digits);
    sql.insertInto(CODE)
        .set(CODE.DISTRICT_ID, scope.district())
        .set(CODE.NUMBER, number)
        .set(CODE.CODE_, hash)
        .set(CODE.EXPIRES_AT, end)
        .set(CODE.ATTEMPTS, 0)
        .onConflict(CODE.DISTRICT_ID, CODE.NUMBER)
        .doUpdate()
        .set(CODE.CODE_, hash)
        .set(CODE.EXPIRES_AT, end)
        .set(CODE.ATTEMPTS, 0)
        .execute();
    String text = "验证码 " + digits + "，5分钟内有效，请勿告诉他人。";
    telling.tell(
        Notice.of(KIND, KIND, Set.of(Recipient.mobile(mobile)), "验证码", text)
            .asUrgent()
            .until(end)
            .once(KIND + ":" + java.util.UUID.randomUUID()));
  }

  boolean confirms(String mobile, String code) {
    byte[] number = keys.keyed("mobile", mobile);
    byte[] given = hash(mobile, code);
    return scope.write(() -> used(number, given));
  }

  private boolean used(byte[] number, byte[] given) {
    var row =
        sql.selectFrom(CODE)
            .where(CODE.DISTRICT_ID.eq(scope.district()), CODE.NUMBER.eq(number))
            .forUpdate()
            .fetchOne();
    if (row == null
        || row.getCode() == null
        || row.getAttempts() >= TRIES
        || !row.getExpiresAt().isAfter(now.instant())) {
      return false;
    }
    boolean right = MessageDigest.isEqual(row.getCode(), given);
    sql.update(CODE)
        .set(CODE.ATTEMPTS, row.getAttempts() + 1)
        .set(CODE.CODE_, right ? null : row.getCode())
        .where(CODE.DISTRICT_ID.eq(scope.district()), CODE.NUMBER.eq(number))
        .execute();
    return right;
  }

  private byte[] hash(String mobile, String digits) {
    return keys.keyed("mobile", mobile + "#" + digits);
  }
}
