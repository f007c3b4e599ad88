package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.PIECE;
import static cn.lianban.db.exchange.Tables.SHEET;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Forgets the contents of files after 30 days; that they came and what became of them stays. */
@Component
class OldFiles {
  static final Duration LIFE = Duration.ofDays(30);
  private static final String JOB = "job:purge"; // the only actor that sees other actors' rows
  private static final int BATCH = 2_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Districts districts;
  private final Now now;

  OldFiles(DSLContext sql, TenantScope scope, Districts districts, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.districts = districts;
    this.now = now;
  }

  void forget() {
    Instant before = now.instant().minus(LIFE);
    for (int district : districts.ids()) {
      forgetAll(
          district,
          () ->
              sql.deleteFrom(STAGED)
                  .where(STAGED.DISTRICT_ID.eq(district), STAGED.AT.lt(before))
                  .limit(BATCH)
                  .execute());
      forgetAll(
          district,
          () ->
              sql.deleteFrom(SHEET)
                  .where(SHEET.DISTRICT_ID.eq(district), SHEET.AT.lt(before))
                  .limit(BATCH)
                  .execute());
      forgetAll(
          district,
          () ->
              sql.deleteFrom(PIECE)
                      .where(PIECE.DISTRICT_ID.eq(district), PIECE.AT.lt(before))
                      .limit(20)
                      .execute()
                  * (BATCH / 20));
    }
  }

  /** In short transactions: nobody waits for a long delete. */
  private void forgetAll(int district, IntSupplier batch) {
    int gone = BATCH;
    while (gone == BATCH) {
      gone = scope.inDistrict(district, Reach.ALL, JOB, () -> scope.write(() -> batch.getAsInt()));
    }
  }
}
