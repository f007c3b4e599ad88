package cn.lianban.outbox;

import static cn.lianban.db.outbox.Tables.INBOX;

import cn.lianban.audit.Once;
import cn.lianban.db.outbox.tables.records.InboxRecord;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's own inbox: nobody else reads it, whatever his reach. */
@Component
public class Inbox {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final Once once;
  private final NoticeKinds kinds;

  Inbox(DSLContext sql, TenantScope scope, Now now, Once once, NoticeKinds kinds) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.once = once;
    this.kinds = kinds;
  }

  /** The newest first. */
  public Page<Line> lines(
      @Nullable Boolean unread, @Nullable String kind, int first, @Nullable String after) {
    int size = Page.size(first);
    Condition which = DSL.noCondition();
    if (unread != null) {
      which = unread ? INBOX.READ_AT.isNull() : INBOX.READ_AT.isNotNull();
    }
    if (kind != null) {
      which = which.and(INBOX.KIND.eq(kind));
    }
    if (after != null) {
      which = which.and(INBOX.ID.lt(number(after)));
    }
    List<Line> rows =
        sql.selectFrom(INBOX)
            .where(mine(), which)
            .orderBy(INBOX.ID.desc())
            .limit(size + 1)
            .fetch(this::line);
    return Page.of(rows, size, line -> Cursor.of(line.id()));
  }

  static long number(String after) {
    try {
      return Long.parseLong(Cursor.parse(after, 1).getFirst());
    } catch (NumberFormatException malformed) {
      throw cn.lianban.graphql.Problem.badInput("after", "翻页位置无效");
    }
  }

  private Condition mine() {
    return INBOX.DISTRICT_ID.eq(scope.district()).and(INBOX.ACTOR.eq(scope.current().actor()));
  }

  int unread() {
    return sql.fetchCount(INBOX, mine(), INBOX.READ_AT.isNull());
  }

  void read(List<Long> ids, String key, Object input) {
    mark(Among.these(INBOX.ID, ids), key, input);
  }

  void readUpTo(long id, String key, Object input) {
    mark(INBOX.ID.le(id), key, input);
  }

  /** Not audited: it changes nothing but what its reader has seen. */
  private void mark(Condition which, String key, Object input) {
    once.run(
        key,
        input,
        () ->
            sql.update(INBOX)
                .set(INBOX.READ_AT, now.instant())
                .where(mine(), INBOX.READ_AT.isNull(), which)
                .execute());
  }

  private Line line(InboxRecord row) {
    return new Line(
        row.getId(),
        row.getAt(),
        row.getKind(),
        kinds.of(row.getKind()).words(),
        kinds.of(row.getKind()).wordsEn(),
        row.getTitle(),
        row.getBody(),
        row.getLink(),
        row.getUrgent(),
        row.getCount(),
        row.getReadAt() != null);
  }

  /** A line as its owner reads it. */
  public record Line(
      long id,
      Instant at,
      String kind,
      String kindWords,
      String kindWordsEn,
      String title,
      String body,
      @Nullable String link,
      boolean urgent,
      int count,
      boolean read) {
    static final String KIND = "InboxLine";
  }
}
