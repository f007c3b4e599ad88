package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.graphql.Page;
import cn.lianban.tenancy.RowOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Open duties by due date, the latest first and paused ones last all the same: two stretches of the
 * queue's index, the one after the other.
 */
@Component
class LatestDuties {
  private static final RowOrder<Instant> DUE =
      new RowOrder<>(DUTY.QUEUE_AT, DUTY.ID, true, Instant::parse);

  /** Paused duties have no moment: by id alone. */
  private static final RowOrder<Long> PAUSED =
      new RowOrder<>(DUTY.ID, DUTY.ID, false, Long::valueOf);

  private static final String IN_PAUSED = "paused:";
  private final DSLContext sql;

  LatestDuties(DSLContext sql) {
    this.sql = sql;
  }

  Page<Duty> page(Condition which, int first, @Nullable String after, Instant moment) {
    int size = Page.size(first);
    boolean inPaused = after != null && after.startsWith(IN_PAUSED);
    List<Placed> rows = new ArrayList<>();
    if (!inPaused) {
      Condition due = which.and(DUTY.QUEUE_AT.lt(DutyQueries.PAUSED_FROM)).and(DUE.behind(after));
      rows.addAll(fetch(due, DUE, size + 1, duty -> DUE.cursor(duty.dueAt(), duty.id()), moment));
    }
    if (rows.size() <= size) {
      String place = after != null && inPaused ? after.substring(IN_PAUSED.length()) : null;
      Condition paused =
          which.and(DUTY.QUEUE_AT.ge(DutyQueries.PAUSED_FROM)).and(PAUSED.behind(place));
      rows.addAll(
          fetch(
              paused,
              PAUSED,
              size + 1 - rows.size(),
              duty -> IN_PAUSED + PAUSED.cursor(duty.id(), duty.id()),
              moment));
    }
    Page<Placed> page = Page.of(rows, size, Placed::place);
    return new Page<>(page.nodes().stream().map(Placed::duty).toList(), page.pageInfo());
  }

  private List<Placed> fetch(
      Condition which, RowOrder<?> order, int limit, Function<Duty, String> place, Instant moment) {
    return sql
        .select(DutyRows.FIELDS)
        .from(DUTY)
        .where(which)
        .orderBy(order.fields())
        .limit(limit)
        .fetchInto(DUTY)
        .map(row -> Duty.of(row, moment))
        .stream()
        .map(duty -> new Placed(duty, place.apply(duty)))
        .toList();
  }

  private record Placed(Duty duty, String place) {}
}
