package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;

import cn.lianban.api.types.DutyOrder;
import cn.lianban.graphql.Cursor;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.Problem;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.RowOrder;
import cn.lianban.tenancy.TenantScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue: open duties by due date, paused ones last; a light is a range of stored moments. */
@Component
class DutyQueries {
  static final int COUNT_CAP = 10_000;

  /** Later than any due date and earlier than the 'infinity' that paused duties are queued at. */
  static final Instant PAUSED_FROM = Instant.parse("9999-01-01T00:00:00Z");

  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final DutyQuestions questions;
  private final LatestDuties latest;

  DutyQueries(
      DSLContext sql, TenantScope scope, Now now, DutyQuestions questions, LatestDuties latest) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.questions = questions;
    this.latest = latest;
  }

  /** What is asked for; null: any. */
  record Filter(
      @Nullable Collection<Integer> unitIds,
      @Nullable String kind,
      @Nullable Light light,
      @Nullable Long assigneeId,
      boolean unassigned,
      @Nullable DutyMark mark) {
    /** What nearly every queue is opened with. */
    boolean isOneUnit() {
      boolean narrower = kind != null || light != null || assigneeId != null || unassigned;
      narrower |= mark != null;
      return unitIds != null && unitIds.size() == 1 && !narrower;
    }
  }

  /**
   * @throws Problem BAD_INPUT at first or after
   */
  Page<Duty> page(Filter filter, int first, @Nullable String after) {
    int size = Page.size(first);
    Place behind = after == null ? null : Place.of(after);
    if (filter.isOneUnit() && (behind == null || behind.at() != null)) {
      int unit = Objects.requireNonNull(filter.unitIds()).iterator().next();
      return Page.of(queue(unit, size + 1, behind), size, DutyQueries::cursor);
    }
    Instant moment = now.instant();
    List<Duty> rows =
        sql.select(DutyRows.FIELDS)
            .from(DUTY)
            .where(matching(filter, moment))
            .and(behind == null ? DSL.noCondition() : behind.condition())
            .orderBy(DUTY.QUEUE_AT, DUTY.ID)
            .limit(size + 1)
            .fetchInto(DUTY)
            .map(row -> Duty.of(row, moment));
    return Page.of(rows, size, DutyQueries::cursor);
  }

  /**
   * As {@link #page(Filter, int, String)}, in the order asked for; null: by due date.
   *
   * @throws Problem BAD_INPUT at first or after
   */
  Page<Duty> page(Filter filter, @Nullable DutyOrder order, int first, @Nullable String after) {
    Instant moment = now.instant();
    return switch (order) {
      case null -> page(filter, first, after);
      case DUE -> page(filter, first, after);
      case DUE_DESC -> latest.page(matching(filter, moment), first, after, moment);
      case STARTED, STARTED_DESC ->
          new RowOrder<>(DUTY.STARTED_ON, DUTY.ID, RowOrder.isDownwards(order), LocalDate::parse)
              .page(
                  sql,
                  DUTY,
                  DutyRows.FIELDS,
                  matching(filter, moment),
                  first,
                  after,
                  row -> Duty.of(row, moment));
      case LABEL, LABEL_DESC ->
          new RowOrder<>(DUTY.LABEL, DUTY.ID, RowOrder.isDownwards(order), Function.identity())
              .page(
                  sql,
                  DUTY,
                  DutyRows.FIELDS,
                  matching(filter, moment),
                  first,
                  after,
                  row -> Duty.of(row, moment));
    };
  }

  private List<Duty> queue(int unit, int limit, @Nullable Place behind) {
    return behind == null || behind.at() == null
        ? questions.queue(unit, limit)
        : questions.queue(unit, limit, behind.at(), behind.id());
  }

  /** All that match, at most {@link #COUNT_CAP}. */
  int count(Filter filter) {
    var some =
        sql.selectOne()
            .from(DUTY)
            .where(matching(filter, now.instant()))
            .limit(COUNT_CAP)
            .asTable("some");
    return sql.fetchCount(some);
  }

  /** The story of any number of clocks, in order; one statement. */
  Map<Long, List<ClockEvent>> events(Collection<Long> dutyIds) {
    return sql.selectFrom(EVENT)
        .where(EVENT.DISTRICT_ID.eq(scope.district()), Among.these(EVENT.DUTY_ID, dutyIds))
        .orderBy(EVENT.ID)
        .collect(
            Collectors.groupingBy(
                e -> e.getDutyId(), Collectors.mapping(ClockEvent::of, Collectors.toList())));
  }

  /** Rehearsals count nowhere, so the board's figures and this list leave them out alike. */
  static Condition open(Field<Integer> district) {
    return DUTY.DISTRICT_ID.eq(district).and(DUTY.CLOSED_AT.isNull()).andNot(DUTY.TEST);
  }

  private Condition matching(Filter filter, Instant moment) {
    Condition open = open(DSL.val(scope.district()));
    if (filter.unitIds() != null) {
      open = open.and(in(filter.unitIds()));
    }
    if (filter.assigneeId() != null) {
      open = open.and(DUTY.ASSIGNEE_ID.eq(filter.assigneeId()));
    }
    if (filter.unassigned()) {
      open = open.and(DUTY.ASSIGNEE_ID.isNull());
    }
    if (filter.mark() != null) {
      open = open.and(DUTY.MARK.eq(filter.mark().name()));
    }
    if (filter.kind() != null) {
      open = open.and(DUTY.KIND.eq(filter.kind()));
    }
    return filter.light() == null ? open : open.and(shining(filter.light(), moment));
  }

  /** One unit, as nearly always, is an equality: the queue's index gives its order as well. */
  private static Condition in(Collection<Integer> units) {
    return units.size() == 1
        ? DUTY.OWNER_UNIT_ID.eq(units.iterator().next())
        : Among.these(DUTY.OWNER_UNIT_ID, units);
  }

  /** Ranges on queue_at, the queue's index, narrow first; red_at is due_at. */
  private static Condition shining(Light light, Instant moment) {
    return switch (light) {
      case GREEN ->
          DUTY.QUEUE_AT
              .gt(moment)
              .and(DUTY.QUEUE_AT.lt(PAUSED_FROM))
              .and(DUTY.YELLOW_AT.isNull().or(DUTY.YELLOW_AT.gt(moment)));
      case YELLOW ->
          DUTY.QUEUE_AT
              .gt(moment)
              .and(DUTY.QUEUE_AT.lt(PAUSED_FROM))
              .and(DUTY.YELLOW_AT.le(moment));
      case RED -> DUTY.QUEUE_AT.le(moment).and(DUTY.DARK_AT.isNull().or(DUTY.DARK_AT.gt(moment)));
      case DARK -> DUTY.QUEUE_AT.le(moment).and(DUTY.DARK_AT.le(moment));
      case PAUSED -> DUTY.QUEUE_AT.ge(PAUSED_FROM);
      case CLOSED -> DSL.falseCondition(); // the queue holds open duties only
    };
  }

  private static String cursor(Duty last) {
    return Cursor.of(last.dueAt() == null ? "" : last.dueAt(), last.id());
  }

  /**
   * The last duty of the page before.
   *
   * @param at null: it is paused and stands at the queue's end
   */
  private record Place(@Nullable Instant at, long id) {
    static Place of(String cursor) {
      List<String> parts = Cursor.parse(cursor, 2);
      try {
        long id = Long.parseLong(parts.getLast());
        return new Place(parts.getFirst().isEmpty() ? null : Instant.parse(parts.getFirst()), id);
      } catch (NumberFormatException | DateTimeException malformed) {
        throw Problem.badInput("after", "翻页位置无效");
      }
    }

    Condition condition() {
      return at == null
          ? DUTY.QUEUE_AT.ge(PAUSED_FROM).and(DUTY.ID.gt(id))
          : DSL.row(DUTY.QUEUE_AT, DUTY.ID).gt(DSL.row(DSL.val(at), DSL.val(id)));
    }
  }
}
