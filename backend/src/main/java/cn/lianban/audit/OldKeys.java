package cn.lianban.audit;

import static cn.lianban.db.audit.Tables.IDEMPOTENCY;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys older than 7 days. */
@Component
class OldKeys {
  static final Duration LIFE = Duration.ofDays(7);
  private static final String JOB = "job:purge"; // the only actor that sees other actors' keys
  private static final int BATCH = 5_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final Now now;

  OldKeys(DSLContext sql, TenantScope scope, Districts districts, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.now = now;
  }

  void forget() {
    Instant before = now.instant().minus(LIFE);
    forgetAll(0, before); // operators' keys
    districts.ids().forEach(district -> forgetAll(district, before));
  }

  /** In short transactions: a writer never waits for a long delete. */
  private void forgetAll(int district, Instant before) {
    int gone = BATCH;
    while (gone == BATCH) {
      gone = forget(district, before);
    }
  }

  private int forget(int district, Instant before) {
    return scope.inDistrict(
        district,
        Reach.ALL,
        JOB,
        () ->
            scope.write(
                () ->
                    sql.deleteFrom(IDEMPOTENCY)
                        .where(IDEMPOTENCY.DISTRICT_ID.eq(district))
                        .and(IDEMPOTENCY.AT.lt(before))
                        .limit(BATCH)
                        .execute()));
  }
}
