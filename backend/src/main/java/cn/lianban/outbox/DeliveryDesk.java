package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.ATTEMPT;
import static cn.lianban.db.outbox.Tables.DELIVERY;
import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.audit.AuditTrail;
import cn.lianban.audit.Once;
import cn.lianban.db.outbox.tables.records.DeliveryRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tries a failed delivery once more, by hand. */
@Component
class DeliveryDesk {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final AuditTrail audit;
  private final Administrator administrator;

  DeliveryDesk(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Once once,
      AuditTrail audit,
      Administrator administrator) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.audit = audit;
    this.administrator = administrator;
  }

  /** Failed for good, and still having what is needed to send it. */
  static boolean mayRetry(DeliveryRecord row) {
    boolean complete = !row.getChannel().equals("SMS") || row.getAddress() != null;
    return row.getState().equals(DeliveryState.FAILED.name()) && complete;
  }

  void retry(long id, int expectedVersion, String key, Object input) {
    administrator.require();
    once.run(key, input, () -> retried(id, expectedVersion));
  }

  private long retried(long id, int expectedVersion) {
    DeliveryRecord row =
        sql.selectFrom(DELIVERY)
            .where(DELIVERY.DISTRICT_ID.eq(scope.district()), DELIVERY.ID.eq(id))
            .forUpdate()
            .fetchOptional()
            .orElseThrow(() -> new Rejected("NOT_FOUND", "input.id", "没有这条记录"));
    if (!mayRetry(row)) {
      throw new Rejected("NOT_ALLOWED", null, "只能重发未送达的消息");
    }
    if (row.getVersion() != expectedVersion) {
      throw Administrator.conflict();
    }
    sql.update(DELIVERY)
        .set(DELIVERY.STATE, DeliveryState.WAITING.name())
        .set(DELIVERY.NEXT_AT, now.instant())
        .set(DELIVERY.EXPIRES_AT, now.instant().plus(NewDeliveries.LIFE))
        .set(DELIVERY.ATTEMPTS, row.getAttempts() + 1)
        .setNull(DELIVERY.DONE_AT)
        .set(DELIVERY.VERSION, DELIVERY.VERSION.plus(1))
        .where(DELIVERY.DISTRICT_ID.eq(scope.district()), DELIVERY.ID.eq(id))
        .execute();
    note(row);
    audit.record("notice.retry", "delivery:" + id, Map.of());
    return id;
  }

  private void note(DeliveryRecord row) {
    sql.insertInto(ATTEMPT)
        .set(ATTEMPT.DISTRICT_ID, scope.district())
        .set(ATTEMPT.DELIVERY_ID, row.getId())
        .set(ATTEMPT.NUMBER, row.getAttempts() + 1)
        .set(ATTEMPT.AT, now.instant())
        .set(ATTEMPT.MILLIS, 0)
        .set(ATTEMPT.OUTCOME, "BY_HAND")
        .execute();
    sql.insertInto(PENDING)
        .set(PENDING.DISTRICT_ID, scope.district())
        .set(PENDING.STAGE, "D")
        .set(PENDING.ID, row.getId())
        .set(PENDING.DUE_AT, now.instant())
        .onConflictDoNothing()
        .execute();
  }
}
