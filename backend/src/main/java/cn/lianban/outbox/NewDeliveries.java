package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.DELIVERY;

import cn.lianban.db.outbox.tables.records.MessageRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements that write down what is to leave of a message. */
@Component
class NewDeliveries {
  static final Duration LIFE = Duration.ofDays(3);
  static final String SMS = "SMS";
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final OutboxKeys keys;

  NewDeliveries(DSLContext sql, TenantScope scope, Now now, OutboxKeys keys) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.keys = keys;
  }

  /** A message and what is wished. */
  record For(
      MessageRecord message, Wishes.DistrictWish district, Map<String, Wishes.PersonWish> people) {}

  List<Query> toStaff(For one, Collection<Addressees.Person> readers) {
    List<Query> rows = new ArrayList<>();
    for (Addressees.Person person : readers) {
      String mobile = person.mobile();
      if (person.away() || mobile == null || !Recipient.isMobile(mobile)) {
        continue;
      }
      String actor = InboxLines.actor(person.accountId());
      MessageRecord message = one.message();
      SmsRule.when(
              message.getKind(),
              message.getUrgent(),
              one.district(),
              one.people().getOrDefault(actor, Wishes.PersonWish.DEFAULT),
              now.instant())
          .ifPresent(at -> rows.add(row(message, new Way(SMS, actor, mobile), at)));
    }
    return rows;
  }

  List<Query> toMobiles(For one) {
    MessageRecord message = one.message();
    Instant at = now.instant();
    Instant when = message.getUrgent() ? at : one.district().quiet().earliest(at);
    return Arrays.stream(message.getRecipients())
        .filter(word -> word.startsWith("mobile:"))
        .map(word -> word.substring("mobile:".length()))
        .map(number -> row(message, new Way(SMS, hashed(number), number), when))
        .toList();
  }

  private String hashed(String number) {
    return "mobile:" + HexFormat.of().formatHex(keys.keyed("mobile", number), 0, 16);
  }

  List<Query> toChannels(For one, List<Channel> ways) {
    MessageRecord message = one.message();
    if (!Arrays.asList(message.getRecipients()).contains(Recipient.channels().word())) {
      return List.of();
    }
    return ways.stream()
        .filter(way -> way.takes(message.getKind()))
        .map(way -> row(message, new Way(way.kind().name(), way.recipient(), null), now.instant()))
        .toList();
  }

  private record Way(String channel, String recipient, @Nullable String mobile) {}

  private Query row(MessageRecord message, Way way, Instant when) {
    Instant at = now.instant();
    Instant end = message.getExpiresAt() == null ? at.plus(LIFE) : message.getExpiresAt();
    return sql.insertInto(DELIVERY)
        .set(DELIVERY.DISTRICT_ID, scope.district())
        .set(DELIVERY.MESSAGE_ID, message.getId())
        .set(DELIVERY.CHANNEL, way.channel())
        .set(DELIVERY.RECIPIENT, way.recipient())
        .set(DELIVERY.ADDRESS, way.mobile())
        .set(DELIVERY.SHOWN, way.mobile() == null ? "" : Secrecy.masked(way.mobile()))
        .set(DELIVERY.KIND, message.getKind())
        .set(DELIVERY.SUBJECT, message.getSubject())
        .set(DELIVERY.TITLE, message.getTitle())
        .set(DELIVERY.BODY, message.getBody())
        .set(DELIVERY.LINK, message.getLink())
        .set(DELIVERY.URGENT, message.getUrgent())
        .set(DELIVERY.STATE, DeliveryState.WAITING.name())
        .set(DELIVERY.MADE_AT, at)
        .set(DELIVERY.NEXT_AT, when)
        .set(DELIVERY.EXPIRES_AT, end)
        .set(DELIVERY.SENT_AS, UUID.randomUUID());
  }
}
