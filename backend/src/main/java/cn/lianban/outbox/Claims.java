package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.DELIVERY;
import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.db.outbox.tables.Delivery;
import cn.lianban.db.outbox.tables.Pending;
import cn.lianban.db.outbox.tables.records.DeliveryRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Takes due deliveries for a while: nobody else sends them meanwhile, and when the sender dies they
 * come back by themselves.
 */
@Component
class Claims {
  static final int BATCH = 40;
  private static final int LOCK = 0x0b0e; // the first of the advisory lock's two numbers

  /** Longer than a batch can take: each sending gives up after some ten seconds. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  Claims(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  /**
   * One at a time in the district until the transaction ends: what folds many into one must see
   * them all, and two that fold at once would share them out between two digests.
   */
  void alone() {
    sql.select(
            DSL.function(
                DSL.name("pg_catalog", "pg_advisory_xact_lock"),
                SQLDataType.VARCHAR,
                DSL.val(LOCK),
                DSL.val(scope.district())))
        .fetch();
  }

  /** The targets that something is due to: SMS, or a channel. */
  Set<String> targets() {
    return sql
        .selectDistinct(
            DELIVERY.CHANNEL,
            DSL.when(DELIVERY.CHANNEL.eq("SMS"), DSL.inline("SMS")).otherwise(DELIVERY.RECIPIENT))
        .from(PENDING)
        .join(DELIVERY)
        .on(DELIVERY.DISTRICT_ID.eq(PENDING.DISTRICT_ID), DELIVERY.ID.eq(PENDING.ID))
        .where(due())
        .stream()
        .map(row -> Parcel.target(row.value1(), row.value2()))
        .collect(Collectors.toSet());
  }

  /** A burst is spread as a whole before anything leaves: else one morning is many digests. */
  boolean isSpreading() {
    return sql.fetchExists(
        PENDING,
        PENDING.DISTRICT_ID.eq(scope.district()),
        PENDING.STAGE.eq("M"),
        PENDING.DUE_AT.le(now.instant()));
  }

  private Condition due() {
    return PENDING
        .DISTRICT_ID
        .eq(scope.district())
        .and(PENDING.STAGE.eq("D"))
        .and(PENDING.DUE_AT.le(now.instant()));
  }

  /** What may leave to a target now, urgent ones first, then in the order it was told. */
  List<Parcel> take(String target, int most) {
    Condition mine =
        target.equals("SMS") ? DELIVERY.CHANNEL.eq("SMS") : DELIVERY.RECIPIENT.eq(target);
    List<Parcel> taken =
        sql
            .select(DELIVERY.fields())
            .from(PENDING)
            .join(DELIVERY)
            .on(DELIVERY.DISTRICT_ID.eq(PENDING.DISTRICT_ID), DELIVERY.ID.eq(PENDING.ID))
            .where(due(), mine, DSL.notExists(earlier()))
            .orderBy(DELIVERY.URGENT.desc(), DELIVERY.ID)
            .limit(Math.min(most, BATCH))
            .forUpdate()
            .of(PENDING)
            .skipLocked()
            .fetchInto(DELIVERY)
            .stream()
            .map(Claims::parcel)
            .toList();
    move(taken.stream().map(Parcel::id).toList(), now.instant().plus(LEASE));
    return taken;
  }

  /** One that failed before, to the same reader, waits for its next try: it goes first. */
  private org.jooq.Select<?> earlier() {
    Delivery first = DELIVERY.as("first");
    Pending mark = PENDING.as("mark");
    return sql.selectOne()
        .from(first)
        .join(mark)
        .on(mark.DISTRICT_ID.eq(first.DISTRICT_ID), mark.ID.eq(first.ID), mark.STAGE.eq("D"))
        .where(first.DISTRICT_ID.eq(DELIVERY.DISTRICT_ID), first.CHANNEL.eq(DELIVERY.CHANNEL))
        .and(first.RECIPIENT.eq(DELIVERY.RECIPIENT))
        .and(first.STATE.eq(DeliveryState.WAITING.name()))
        .and(first.ID.lt(DELIVERY.ID))
        .and(first.URGENT.eq(DELIVERY.URGENT))
        .and(first.ATTEMPTS.gt(0))
        .and(mark.DUE_AT.gt(now.instant()));
  }

  /** When they are due again. */
  void move(Collection<Long> ids, Instant dueAt) {
    sql.update(PENDING)
        .set(PENDING.DUE_AT, dueAt)
        .where(PENDING.DISTRICT_ID.eq(scope.district()), PENDING.STAGE.eq("D"))
        .and(Among.these(PENDING.ID, ids))
        .execute();
  }

  static Parcel parcel(DeliveryRecord row) {
    return new Parcel(
        row.getId(),
        row.getChannel(),
        row.getRecipient(),
        row.getAddress(),
        row.getKind(),
        row.getSubject(),
        row.getTitle(),
        row.getBody(),
        row.getLink(),
        row.getMadeAt(),
        row.getExpiresAt(),
        row.getAttempts(),
        row.getSentAs());
  }
}
