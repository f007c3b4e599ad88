package cn.lianban.identity;

import static cn.lianban.db.identity.Tables.THROTTLE;

import cn.lianban.db.identity.tables.records.ThrottleRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Counts attempts at a password per login name and per client address, each in a transaction
 * committed before the answer is known. An attempt at an account is counted before it is made and
 * forgiven when it succeeds, so that parallel guesses get no more tries than one after another.
 */
@Component
class Throttle {
  private static final String KEY = "throttle";
  private static final String PEOPLE = "";
  private final DSLContext sql;
  private final TenantScope scope;
  private final ServerKeys keys;
  private final Now now;

  Throttle(DSLContext sql, TenantScope scope, ServerKeys keys, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.keys = keys;
    this.now = now;
  }

  /**
   * Asks for one attempt at a password.
   *
   * @return how long to wait first; zero: the attempt may be made and has been counted
   */
  Duration admit(String loginName) {
    byte[] key = nameKey(loginName);
    return scope.write(() -> take(key, now.instant()));
  }

  /** How long nobody may sign in from this address; zero: it is not blocked. */
  Duration blocked(String address) {
    return blocked(PEOPLE, address);
  }

  /** The same at another door: failures there do not count here. */
  Duration blocked(String door, String address) {
    byte[] key = addressKey(door, address);
    return scope.write(
        () ->
            sql.selectFrom(THROTTLE)
                .where(THROTTLE.KEY.eq(key))
                .fetchOptional()
                .map(row -> remaining(row, now.instant()))
                .orElse(Duration.ZERO));
  }

  private Duration take(byte[] key, Instant at) {
    ThrottleRecord row = locked(key, at);
    Duration wait = remaining(row, at);
    if (!wait.isZero()) {
      return wait;
    }
    boolean fresh = row.getSince().plus(ThrottleRule.ACCOUNT_MEMORY).isBefore(at);
    int failures = fresh ? 1 : row.getFailures() + 1;
    Duration block = ThrottleRule.block(failures);
    write(key, failures, at, block.isZero() ? null : at.plus(block));
    return Duration.ZERO;
  }

  /** The password was wrong: counts against the address. */
  void failed(String address) {
    failed(PEOPLE, address);
  }

  void failed(String door, String address) {
    byte[] key = addressKey(door, address);
    Instant at = now.instant();
    scope.write(
        () -> {
          ThrottleRecord row = locked(key, at);
          boolean over = row.getSince().plus(ThrottleRule.ADDRESS_WINDOW).isBefore(at);
          int failures = over ? 1 : row.getFailures() + 1;
          Instant since = over ? at : row.getSince();
          boolean full = failures >= ThrottleRule.ADDRESS_FAILURES;
          write(key, failures, since, full ? at.plus(ThrottleRule.ADDRESS_WINDOW) : null);
        });
    sweep(at);
  }

  /**
   * Counts one request of a program.
   *
   * @param most so many are let in within the window
   * @return how long it has to wait; zero: this one is let in
   */
  Duration pace(String program, int most, Duration window) {
    byte[] key = keys.keyed(KEY, ("program:" + program).getBytes(StandardCharsets.UTF_8));
    Instant at = now.instant();
    return scope.write(
        () -> {
          ThrottleRecord row = locked(key, at);
          Instant end = row.getSince().plus(window);
          boolean over = !end.isAfter(at) || row.getSince().isAfter(at);
          if (!over && row.getFailures() >= most) {
            return Duration.between(at, end);
          }
          write(key, over ? 1 : row.getFailures() + 1, over ? at : row.getSince(), null);
          return Duration.ZERO;
        });
  }

  /** The password was right: the name's failures are forgotten. */
  void forget(String loginName) {
    byte[] key = nameKey(loginName);
    scope.write(() -> write(key, 0, now.instant(), null));
  }

  /** The attempt could not be made (the service was busy): it does not count. */
  void giveBack(String loginName) {
    byte[] key = nameKey(loginName);
    scope.write(
        () ->
            sql.update(THROTTLE)
                .set(THROTTLE.FAILURES, THROTTLE.FAILURES.minus(1))
                .setNull(THROTTLE.BLOCKED_UNTIL)
                .where(THROTTLE.KEY.eq(key), THROTTLE.FAILURES.gt(0))
                .execute());
  }

  private ThrottleRecord locked(byte[] key, Instant at) {
    sql.insertInto(THROTTLE)
        .set(THROTTLE.KEY, key)
        .set(THROTTLE.FAILURES, 0)
        .set(THROTTLE.SINCE, at)
        .onConflictDoNothing()
        .execute();
    return sql.selectFrom(THROTTLE).where(THROTTLE.KEY.eq(key)).forUpdate().fetchSingle();
  }

  private void write(
      byte[] key,
      int failures,
      Instant since,
      @org.jspecify.annotations.Nullable Instant blockedUntil) {
    sql.update(THROTTLE)
        .set(THROTTLE.FAILURES, failures)
        .set(THROTTLE.SINCE, since)
        .set(THROTTLE.BLOCKED_UNTIL, blockedUntil)
        .where(THROTTLE.KEY.eq(key))
        .execute();
  }

  private static Duration remaining(ThrottleRecord row, Instant at) {
    Instant until = row.getBlockedUntil();
    return until != null && until.isAfter(at) ? Duration.between(at, until) : Duration.ZERO;
  }

  /** Made-up names leave rows behind; they go once nothing counts in them any more. */
  private void sweep(Instant at) {
    scope.write(
        () ->
            sql.deleteFrom(THROTTLE)
                .where(
                    THROTTLE.KEY.in(
                        sql.select(THROTTLE.KEY)
                            .from(THROTTLE)
                            .where(THROTTLE.SINCE.lt(at.minus(ThrottleRule.ACCOUNT_MEMORY)))
                            .limit(100)
                            .forUpdate()
                            .skipLocked()))
                .execute());
  }

  private byte[] nameKey(String loginName) {
    return keys.keyed(KEY, ("name:" + loginName).getBytes(StandardCharsets.UTF_8));
  }

  /** No name's key begins as these do: "name:" does. */
  private byte[] addressKey(String door, String address) {
    byte[] place = (door + "@").getBytes(StandardCharsets.UTF_8);
    byte[] network = ThrottleRule.network(address);
    byte[] text = Arrays.copyOf(place, place.length + network.length);
    System.arraycopy(network, 0, text, place.length, network.length);
    return keys.keyed(KEY, text);
  }
}
