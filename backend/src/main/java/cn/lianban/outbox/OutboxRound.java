package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One round over the districts that have something due: spread what was told, start the lanes. */
@Component
class OutboxRound {
  private static final Logger log = LoggerFactory.getLogger(OutboxRound.class);
  private static final int BATCHES = 20; // then the next district has its turn
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final OutboxKeys keys;
  private final Spreading spreading;
  private final Lanes lanes;

  OutboxRound(
      DSLContext sql,
      TenantScope scope,
      Now now,
      OutboxKeys keys,
      Spreading spreading,
      Lanes lanes) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.keys = keys;
    this.spreading = spreading;
    this.lanes = lanes;
  }

  /** A district that fails is told in the log and tried next time. */
  void round() {
    for (int district : scope.onPlatform(Reach.SCAN, Lanes.ACTOR, this::due)) {
      try {
        inDistrict(district);
      } catch (RuntimeException failed) {
        log.error("messages of district {} not sent", district, failed);
      }
    }
  }

  private List<Integer> due() {
    return sql.selectDistinct(PENDING.DISTRICT_ID)
        .from(PENDING)
        .where(PENDING.DUE_AT.le(now.instant()))
        .fetch(PENDING.DISTRICT_ID);
  }

  /** What the district has due: all that was told, and a batch for each target. */
  void inDistrict(int district) {
    scope.inDistrict(
        district,
        Reach.ALL,
        Lanes.ACTOR,
        () -> {
          keys.prepare();
          return true;
        });
    int spread = Spreading.BATCH;
    for (int batch = 0; batch < BATCHES && spread == Spreading.BATCH; batch++) {
      spread =
          scope.inDistrict(district, Reach.ALL, Lanes.ACTOR, () -> scope.write(spreading::batch));
    }
    lanes.start(district);
  }
}
