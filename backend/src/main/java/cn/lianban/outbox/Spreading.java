package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.MESSAGE;
import static cn.lianban.db.outbox.Tables.PENDING;

import cn.lianban.db.outbox.tables.records.MessageRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/**
 * From messages to each reader's inbox and ways out, in one transaction a batch: who the recipients
 * are today, what they and the district wish. A fixed number of statements a batch.
 */
@Component
class Spreading {
  static final int BATCH = 100;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Claims claims;
  private final Addressees addressees;
  private final Wishes wishes;
  private final Channels channels;
  private final InboxLines inbox;
  private final NewDeliveries deliveries;

  Spreading(
      DSLContext sql,
      TenantScope scope,
      Now now,
      Claims claims,
      Addressees addressees,
      Wishes wishes,
      Channels channels,
      InboxLines inbox,
      NewDeliveries deliveries) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.claims = claims;
    this.addressees = addressees;
    this.wishes = wishes;
    this.channels = channels;
    this.inbox = inbox;
    this.deliveries = deliveries;
  }

  /**
   * Spreads one batch of the district whose scope is open; answers how many messages it was. One at
   * a time: what folds lines into one counts those of the batch before.
   */
  int batch() {
    claims.alone();
    List<MessageRecord> messages = claimed();
    if (messages.isEmpty()) {
      return 0;
    }
    Map<MessageRecord, Collection<Addressees.Person>> readers = readers(messages);
    Map<String, Wishes.PersonWish> people = wishes.of(actors(readers.values()));
    List<Query> rows = new ArrayList<>(inbox.lines(readers));
    Wishes.DistrictWish district = wishes.district();
    List<Channel> ways = channels.all();
    for (MessageRecord message : messages) {
      NewDeliveries.For one = new NewDeliveries.For(message, district, people);
      rows.addAll(deliveries.toStaff(one, readers.getOrDefault(message, List.of())));
      rows.addAll(deliveries.toMobiles(one));
      rows.addAll(deliveries.toChannels(one, ways));
      rows.add(spread(message));
    }
    sql.batch(rows).execute();
    forget(messages);
    return messages.size();
  }

  private List<MessageRecord> claimed() {
    return sql.select(MESSAGE.fields())
        .from(PENDING)
        .join(MESSAGE)
        .on(MESSAGE.DISTRICT_ID.eq(PENDING.DISTRICT_ID), MESSAGE.ID.eq(PENDING.ID))
        .where(PENDING.DISTRICT_ID.eq(scope.district()), PENDING.STAGE.eq("M"))
        .and(PENDING.DUE_AT.le(now.instant()))
        .orderBy(PENDING.ID)
        .limit(BATCH)
        .forUpdate()
        .of(PENDING)
        .skipLocked()
        .fetchInto(MESSAGE);
  }

  private Map<MessageRecord, Collection<Addressees.Person>> readers(List<MessageRecord> messages) {
    Map<MessageRecord, List<Recipient>> staff = new LinkedHashMap<>();
    for (MessageRecord message : messages) {
      staff.put(
          message,
          Arrays.stream(message.getRecipients())
              .map(Recipient::new)
              .filter(Recipient::isStaff)
              .toList());
    }
    Map<Recipient, List<Addressees.Person>> people =
        addressees.of(staff.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Map<MessageRecord, Collection<Addressees.Person>> readers = new LinkedHashMap<>();
    staff.forEach((message, who) -> readers.put(message, Readers.of(who, people)));
    return readers;
  }

  private static List<String> actors(Collection<Collection<Addressees.Person>> readers) {
    return readers.stream()
        .flatMap(Collection::stream)
        .map(person -> InboxLines.actor(person.accountId()))
        .distinct()
        .toList();
  }

  /** Numbers and codes do not stay: they live in the delivery until it is done. */
  private Query spread(MessageRecord message) {
    String[] masked =
        Arrays.stream(message.getRecipients())
            .map(word -> new Recipient(word).masked())
            .distinct()
            .toArray(String[]::new);
    return sql.update(MESSAGE)
        .set(MESSAGE.SPREAD_AT, now.instant())
        .set(MESSAGE.RECIPIENTS, masked)
        .set(MESSAGE.BODY, Secrecy.kept(message.getKind(), message.getBody()))
        .where(MESSAGE.DISTRICT_ID.eq(scope.district()), MESSAGE.ID.eq(message.getId()));
  }

  private void forget(List<MessageRecord> messages) {
    sql.deleteFrom(PENDING)
        .where(PENDING.DISTRICT_ID.eq(scope.district()), PENDING.STAGE.eq("M"))
        .and(Among.these(PENDING.ID, messages.stream().map(MessageRecord::getId).toList()))
        .execute();
  }
}
