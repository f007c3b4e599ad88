package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.ATTEMPT;
import static cn.lianban.db.outbox.Tables.DELIVERY;
import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what became of a sending; what failed for good raises an alarm somebody sees. */
@Component
class Outcomes {
  static final String FAILED_KIND = "outbox.failed";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Claims claims;
  private final Telling telling;

  Outcomes(DSLContext sql, TenantScope scope, Now now, Claims claims, Telling telling) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.claims = claims;
    this.telling = telling;
  }

  /** In a transaction of its own, after the gateway answered. */
  void record(Parcel parcel, Answer answer, long millis) {
    switch (answer.kind()) {
      case SENT -> end(parcel, DeliveryState.SENT, "SENT", answer, millis);
      case REFUSED -> {
        end(parcel, DeliveryState.FAILED, "REFUSED", answer, millis);
        alarm(parcel, DeliveryState.FAILED);
      }
      case AGAIN -> again(parcel, answer, millis);
    }
  }

  /** Its time is over: a code is only noted, anything else is an alarm. */
  void expired(Parcel parcel) {
    String fault = parcel.attempts() == 0 ? "未及发送" : "一直未能发送";
    end(parcel, DeliveryState.EXPIRED, "EXPIRED", Answer.refused(null, fault), 0);
    if (!parcel.kind().equals(MobileCodes.KIND)) {
      alarm(parcel, DeliveryState.EXPIRED);
    }
  }

  private void end(Parcel parcel, DeliveryState state, String outcome, Answer answer, long millis) {
    int changed =
        sql.update(DELIVERY)
            .set(DELIVERY.STATE, state.name())
            .set(DELIVERY.ATTEMPTS, parcel.attempts() + 1)
            .set(DELIVERY.DONE_AT, now.instant())
            .set(DELIVERY.FAULT, answer.fault())
            .set(DELIVERY.ADDRESS, kept(parcel, state))
            .set(DELIVERY.BODY, Secrecy.kept(parcel.kind(), parcel.body()))
            .set(DELIVERY.VERSION, DELIVERY.VERSION.plus(1))
            .where(DELIVERY.DISTRICT_ID.eq(scope.district()), DELIVERY.ID.eq(parcel.id()))
            .and(DELIVERY.STATE.eq(DeliveryState.WAITING.name()))
            .execute();
    sql.deleteFrom(PENDING)
        .where(PENDING.DISTRICT_ID.eq(scope.district()), PENDING.STAGE.eq("D"))
        .and(PENDING.ID.eq(parcel.id()))
        .execute();
    if (changed == 1) {
      attempt(parcel, outcome, answer, millis);
    }
  }

  /** A number stays only while somebody may still send to it by hand. */
  private static @Nullable String kept(Parcel parcel, DeliveryState state) {
    boolean byHand = state == DeliveryState.FAILED && !parcel.kind().equals(MobileCodes.KIND);
    return byHand ? parcel.address() : null;
  }

  private void again(Parcel parcel, Answer answer, long millis) {
    Instant next = now.instant().plus(Backoff.after(parcel.attempts() + 1, answer.pause()));
    int changed =
        sql.update(DELIVERY)
            .set(DELIVERY.ATTEMPTS, parcel.attempts() + 1)
            .set(DELIVERY.NEXT_AT, next)
            .set(DELIVERY.FAULT, answer.fault())
            .set(DELIVERY.VERSION, DELIVERY.VERSION.plus(1))
            .where(DELIVERY.DISTRICT_ID.eq(scope.district()), DELIVERY.ID.eq(parcel.id()))
            .and(DELIVERY.STATE.eq(DeliveryState.WAITING.name()))
            .execute();
    if (changed == 1) {
      claims.move(List.of(parcel.id()), next);
      attempt(parcel, "AGAIN", answer, millis);
    }
  }

  private void attempt(Parcel parcel, String outcome, Answer answer, long millis) {
    sql.insertInto(ATTEMPT)
        .set(ATTEMPT.DISTRICT_ID, scope.district())
        .set(ATTEMPT.DELIVERY_ID, parcel.id())
        .set(ATTEMPT.NUMBER, parcel.attempts() + 1)
        .set(ATTEMPT.AT, now.instant())
        .set(ATTEMPT.MILLIS, (int) Math.min(millis, 600_000))
        .set(ATTEMPT.OUTCOME, outcome)
        .set(ATTEMPT.STATUS, answer.status())
        .set(ATTEMPT.FAULT, answer.fault())
        .onConflictDoNothing()
        .execute();
  }

  /** Once an hour for a target and an end: the page it opens tells the rest. */
  private void alarm(Parcel parcel, DeliveryState state) {
    String hour = now.instant().truncatedTo(ChronoUnit.HOURS).toString();
    telling.tell(
        new Notice(
            FAILED_KIND,
            "delivery:" + parcel.id(),
            Set.of(Recipient.role("DISTRICT_ADMIN")),
            "消息未能送达",
            "“" + parcel.title() + "”等消息未能送达，请查看发送记录并处理。",
            "/deliveries?state=" + state,
            false,
            FAILED_KIND + ":" + state + ":" + parcel.target() + ":" + hour,
            null));
  }
}
