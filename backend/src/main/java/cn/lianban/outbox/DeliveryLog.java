package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.ATTEMPT;
import static cn.lianban.db.outbox.Tables.DELIVERY;

import cn.lianban.db.outbox.tables.records.AttemptRecord;
import cn.lianban.db.outbox.tables.records.DeliveryRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what left, what waits and what failed; three statements a page. */
@Component
public class DeliveryLog {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Administrator administrator;
  private final Channels channels;
  private final NoticeKinds kinds;

  DeliveryLog(
      DSLContext sql,
      TenantScope scope,
      Administrator administrator,
      Channels channels,
      NoticeKinds kinds) {
    this.sql = sql;
    this.scope = scope;
    this.administrator = administrator;
    this.channels = channels;
    this.kinds = kinds;
  }

  public Page<Sent> page(
      @Nullable String state,
      @Nullable String channel,
      @Nullable String kind,
      boolean oldestFirst,
      int first,
      @Nullable String after) {
    administrator.require();
    int size = Page.size(first);
    Condition which =
        DELIVERY
            .DISTRICT_ID
            .eq(scope.district())
            .and(state == null ? DSL.noCondition() : DELIVERY.STATE.eq(state))
            .and(channel == null ? DSL.noCondition() : DELIVERY.CHANNEL.eq(channel))
            .and(kind == null ? DSL.noCondition() : DELIVERY.KIND.eq(kind))
            .and(after == null ? DSL.noCondition() : beyond(after, oldestFirst));
    List<DeliveryRecord> rows =
        sql.selectFrom(DELIVERY)
            .where(which)
            .orderBy(oldestFirst ? DELIVERY.ID.asc() : DELIVERY.ID.desc())
            .limit(size + 1)
            .fetch();
    return Page.of(told(rows), size, sent -> Cursor.of(sent.id()));
  }

  /**
   * @throws cn.lianban.graphql.Problem FORBIDDEN for everybody but the administrator
   */
  public void authorise() {
    administrator.require();
  }

  private static Condition beyond(String after, boolean oldestFirst) {
    long place = Inbox.number(after);
    return oldestFirst ? DELIVERY.ID.gt(place) : DELIVERY.ID.lt(place);
  }

  Optional<Sent> find(long id) {
    return told(
            sql.selectFrom(DELIVERY)
                .where(DELIVERY.DISTRICT_ID.eq(scope.district()), DELIVERY.ID.eq(id))
                .fetch())
        .stream()
        .findFirst();
  }

  Map<String, Integer> counts() {
    administrator.require();
    return sql.select(DELIVERY.STATE, DSL.count())
        .from(DELIVERY)
        .where(DELIVERY.DISTRICT_ID.eq(scope.district()))
        .and(DELIVERY.STATE.in(DeliveryState.WAITING.name(), DeliveryState.FAILED.name()))
        .groupBy(DELIVERY.STATE)
        .fetchMap(DELIVERY.STATE, row -> row.value2());
  }

  private List<Sent> told(List<DeliveryRecord> rows) {
    Map<Long, List<Try>> tries = tries(rows.stream().map(DeliveryRecord::getId).toList());
    Map<String, String> names =
        channels.all().stream().collect(Collectors.toMap(Channel::recipient, Channel::name));
    return rows.stream()
        .map(
            row ->
                new Sent(
                    row.getId(),
                    row.getChannel(),
                    names.getOrDefault(row.getRecipient(), row.getShown()),
                    row.getKind(),
                    kinds.of(row.getKind()).words(),
                    kinds.of(row.getKind()).wordsEn(),
                    row.getTitle(),
                    DeliveryState.valueOf(row.getState()),
                    row.getMadeAt(),
                    row.getNextAt(),
                    row.getDoneAt(),
                    row.getFault(),
                    tries.getOrDefault(row.getId(), List.of()),
                    DeliveryDesk.mayRetry(row),
                    row.getVersion()))
        .toList();
  }

  private Map<Long, List<Try>> tries(List<Long> ids) {
    return sql.selectFrom(ATTEMPT)
        .where(ATTEMPT.DISTRICT_ID.eq(scope.district()), Among.these(ATTEMPT.DELIVERY_ID, ids))
        .orderBy(ATTEMPT.DELIVERY_ID, ATTEMPT.NUMBER)
        .collect(
            Collectors.groupingBy(
                AttemptRecord::getDeliveryId,
                Collectors.mapping(
                    row ->
                        new Try(
                            row.getAt(),
                            row.getOutcome(),
                            row.getStatus(),
                            row.getMillis(),
                            row.getFault()),
                    Collectors.toList())));
  }

  /** A delivery as the administrator reads it: no number, no text. */
  public record Sent(
      long id,
      String channel,
      String recipient,
      String kind,
      String kindWords,
      String kindWordsEn,
      String title,
      DeliveryState state,
      Instant madeAt,
      Instant nextAt,
      @Nullable Instant doneAt,
      @Nullable String fault,
      List<Try> attempts,
      boolean viewerCanRetry,
      int version) {
    static final String KIND = "NoticeDelivery";
  }

  /** One attempt. */
  public record Try(
      Instant at, String outcome, @Nullable Integer status, int millis, @Nullable String fault) {}
}
