package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.ATTEMPT;
import static cn.lianban.db.outbox.Tables.DELIVERY;
import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.db.outbox.tables.records.DeliveryRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Many messages to one reader at once leave as one. Machines (webhooks) get each of theirs. */
@Component
class Digests {
  static final int OVER = 3; // so many single SMS to a person at once, urgent ones or others
  static final int ROBOT_A_MINUTE = 20; // 企业微信 and 钉钉 alike
  private static final int MOST = 5_000; // in one digest
  private static final int NAMED = 3;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Digests(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /** Merges what is due to staff by SMS; citizens' messages are never put together. */
  void ofStaff() {
    sql.select(DELIVERY.RECIPIENT, DELIVERY.URGENT)
        .from(DELIVERY)
        .join(PENDING)
        .on(joined())
        .where(due(DELIVERY.CHANNEL.eq("SMS").and(DELIVERY.RECIPIENT.like("account:%"))))
        .groupBy(DELIVERY.RECIPIENT, DELIVERY.URGENT)
        .having(DSL.count().gt(OVER))
        .limit(100)
        .forEach(
            row ->
                merge(DELIVERY.RECIPIENT.eq(row.value1()).and(DELIVERY.URGENT.eq(row.value2()))));
  }

  /**
   * Merges what is due to a robot when it is more than may be said this minute.
   *
   * @return how many may leave now
   */
  int ofRobot(String recipient) {
    Condition mine = DELIVERY.RECIPIENT.eq(recipient);
    int said =
        sql.fetchCount(
            sql.selectOne()
                .from(ATTEMPT)
                .join(DELIVERY)
                .on(DELIVERY.DISTRICT_ID.eq(ATTEMPT.DISTRICT_ID))
                .and(DELIVERY.ID.eq(ATTEMPT.DELIVERY_ID))
                .where(ATTEMPT.DISTRICT_ID.eq(scope.district()), mine)
                .and(ATTEMPT.AT.gt(now.instant().minus(Duration.ofMinutes(1)))));
    int left = Math.max(0, ROBOT_A_MINUTE - said);
    int waiting =
        sql.fetchCount(sql.selectOne().from(DELIVERY).join(PENDING).on(joined()).where(due(mine)));
    if (waiting > left && left > 0) {
      merge(mine);
    }
    return left;
  }

  private static Condition joined() {
    return PENDING
        .DISTRICT_ID
        .eq(DELIVERY.DISTRICT_ID)
        .and(PENDING.ID.eq(DELIVERY.ID))
        .and(PENDING.STAGE.eq("D"));
  }

  private Condition due(Condition which) {
    return DELIVERY
        .DISTRICT_ID
        .eq(scope.district())
        .and(DELIVERY.STATE.eq(DeliveryState.WAITING.name()))
        .and(PENDING.DUE_AT.le(now.instant()))
        .and(which);
  }

  private void merge(Condition which) {
    List<DeliveryRecord> all =
        sql.select(DELIVERY.fields())
            .from(DELIVERY)
            .join(PENDING)
            .on(joined())
            .where(due(which))
            .orderBy(DELIVERY.ID)
            .limit(MOST)
            .forUpdate()
            .of(PENDING)
            .skipLocked()
            .fetchInto(DELIVERY);
    if (all.size() < 2) {
      return;
    }
    long digest = insert(all);
    List<Long> ids = all.stream().map(DeliveryRecord::getId).toList();
    sql.update(DELIVERY)
        .set(DELIVERY.STATE, DeliveryState.MERGED.name())
        .set(DELIVERY.MERGED_INTO, digest)
        .set(DELIVERY.DONE_AT, now.instant())
        .setNull(DELIVERY.ADDRESS)
        .set(DELIVERY.VERSION, DELIVERY.VERSION.plus(1))
        .where(DELIVERY.DISTRICT_ID.eq(scope.district()), Among.these(DELIVERY.ID, ids))
        .execute();
    sql.deleteFrom(PENDING)
        .where(PENDING.DISTRICT_ID.eq(scope.district()), PENDING.STAGE.eq("D"))
        .and(Among.these(PENDING.ID, ids))
        .execute();
  }

  private long insert(List<DeliveryRecord> all) {
    DeliveryRecord first = all.getFirst();
    return sql.insertInto(DELIVERY)
        .set(DELIVERY.DISTRICT_ID, scope.district())
        .set(DELIVERY.CHANNEL, first.getChannel())
        .set(DELIVERY.RECIPIENT, first.getRecipient())
        .set(DELIVERY.ADDRESS, first.getAddress())
        .set(DELIVERY.SHOWN, first.getShown())
        .set(DELIVERY.KIND, "digest")
        .set(DELIVERY.SUBJECT, "digest")
        .set(DELIVERY.TITLE, "您有" + all.size() + "条新提醒")
        .set(DELIVERY.BODY, text(all.stream().map(DeliveryRecord::getTitle).toList()))
        .set(DELIVERY.LINK, "/inbox")
        .set(DELIVERY.URGENT, first.getUrgent())
        .set(DELIVERY.STATE, DeliveryState.WAITING.name())
        .set(DELIVERY.MADE_AT, now.instant())
        .set(DELIVERY.NEXT_AT, now.instant())
        .set(DELIVERY.EXPIRES_AT, now.instant().plus(NewDeliveries.LIFE))
        .set(DELIVERY.SENT_AS, UUID.randomUUID())
        .returning(DELIVERY.ID)
        .fetchSingle()
        .getId();
  }

  /** Says how many there are and names the first ones. */
  static String text(List<String> titles) {
    String named = titles.stream().distinct().limit(NAMED).collect(Collectors.joining("；"));
    return "您有" + titles.size() + "条新提醒：" + named + "等，请登录联办平台查看。";
  }
}
