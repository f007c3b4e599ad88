package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.INBOX;

import cn.lianban.db.outbox.tables.records.MessageRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Lines of people's inboxes. Five unread ones of a kind stand for themselves; what comes on top is
 * counted in one more line, so that a morning of 500 alerts is six lines and not 500.
 */
@Component
class InboxLines {
  static final int SINGLE = 5;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;

  InboxLines(DSLContext sql, TenantScope scope, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
  }

  static String actor(long account) {
    return "account:" + account;
  }

  /** The statements that write the lines; one question before. */
  List<Query> lines(Map<MessageRecord, Collection<Addressees.Person>> readers) {
    Map<Pile, Integer> unread = unread(readers);
    Map<Pile, Folded> folded = new HashMap<>();
    List<Query> rows = new ArrayList<>();
    readers.forEach(
        (message, people) ->
            people.forEach(
                person -> {
                  Pile pile = new Pile(actor(person.accountId()), message.getKind());
                  int lines = unread.merge(pile, 1, Integer::sum);
                  if (lines <= SINGLE) {
                    rows.add(line(pile.actor(), message, 1));
                  } else {
                    folded.computeIfAbsent(pile, any -> new Folded(message, lines > SINGLE + 1))
                        .count++;
                  }
                }));
    folded.forEach((pile, one) -> rows.add(fold(pile, one)));
    return rows;
  }

  private Map<Pile, Integer> unread(Map<MessageRecord, Collection<Addressees.Person>> readers) {
    List<String> actors =
        readers.values().stream()
            .flatMap(Collection::stream)
            .map(person -> actor(person.accountId()))
            .distinct()
            .toList();
    Map<Pile, Integer> unread = new HashMap<>();
    sql.select(INBOX.ACTOR, INBOX.KIND, DSL.count())
        .from(INBOX)
        .where(INBOX.DISTRICT_ID.eq(scope.district()), Among.these(INBOX.ACTOR, actors))
        .and(INBOX.READ_AT.isNull())
        .groupBy(INBOX.ACTOR, INBOX.KIND)
        .forEach(row -> unread.put(new Pile(row.value1(), row.value2()), row.value3()));
    return unread;
  }

  private Query line(String actor, MessageRecord message, int count) {
    return sql.insertInto(INBOX)
        .set(INBOX.DISTRICT_ID, scope.district())
        .set(INBOX.ACTOR, actor)
        .set(INBOX.MESSAGE_ID, message.getId())
        .set(INBOX.AT, now.instant())
        .set(INBOX.KIND, message.getKind())
        .set(INBOX.SUBJECT, message.getSubject())
        .set(INBOX.TITLE, message.getTitle())
        .set(INBOX.BODY, message.getBody())
        .set(INBOX.LINK, message.getLink())
        .set(INBOX.URGENT, message.getUrgent())
        .set(INBOX.COUNT, count)
        .onConflictDoNothing();
  }

  /** On top of the newest unread line of the kind once there is one that counts. */
  private Query fold(Pile pile, Folded folded) {
    if (!folded.upon) {
      return line(pile.actor(), folded.first, folded.count);
    }
    var newest =
        sql.select(DSL.max(INBOX.ID))
            .from(INBOX)
            .where(INBOX.DISTRICT_ID.eq(scope.district()), INBOX.ACTOR.eq(pile.actor()))
            .and(INBOX.KIND.eq(pile.kind()))
            .and(INBOX.READ_AT.isNull());
    return sql.update(INBOX)
        .set(INBOX.COUNT, INBOX.COUNT.plus(folded.count))
        .set(INBOX.AT, now.instant())
        .where(INBOX.DISTRICT_ID.eq(scope.district()), INBOX.ID.eq(newest));
  }

  private record Pile(String actor, String kind) {}

  private static final class Folded {
    private final MessageRecord first;
    private final boolean upon;
    private int count;

    Folded(MessageRecord first, boolean upon) {
      this.first = first;
      this.upon = upon;
    }
  }
}
