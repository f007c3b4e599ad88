package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;

import cn.lianban.tenancy.AnswerRow;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Question;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What every opening of a queue or a case asks of the clocks. */
@Component
class DutyQuestions {
  private static final List<Field<?>> FIELDS =
      List.of(
          DUTY.ID,
          DUTY.KIND,
          DUTY.SUBJECT_KIND,
          DUTY.SUBJECT_ID,
          DUTY.ITEM_ID,
          DUTY.OWNER_UNIT_ID,
          DUTY.LABEL,
          DUTY.BUDGET,
          DUTY.BUDGET_UNIT,
          DUTY.STATUTORY_BUDGET,
          DUTY.EXTENDED_BY,
          DUTY.CONSUMED,
          DUTY.STARTED_ON,
          DUTY.STARTED_AT,
          DUTY.DUE_ON,
          DUTY.DUE_AT,
          DUTY.YELLOW_AT,
          DUTY.DARK_AT,
          DUTY.PROVISIONAL,
          DUTY.CLOSED_AT,
          DUTY.CLOSED_LIGHT,
          DUTY.ASSIGNEE_ID,
          DUTY.MARK,
          DUTY.VERSION);

  private static final Condition BEHIND =
      DSL.row(DUTY.QUEUE_AT, DUTY.ID)
          .gt(Question.parameter(3, Instant.class), Question.parameter(4, Long.class));

  private final Now now;
  private final Question<Duty> byIds;
  private final Question<Duty> queue;
  private final Question<Duty> furtherQueue;

  DutyQuestions(DSLContext sql, TenantScope scope, Now now) {
    this.now = now;
    this.byIds =
        new Question<>(
            sql,
            scope,
            sql.select(FIELDS)
                .from(DUTY)
                .where(DUTY.DISTRICT_ID.eq(Question.DISTRICT))
                .and(Question.among(1, DUTY.ID)),
            this::duty);
    this.queue = new Question<>(sql, scope, queue(sql, DSL.noCondition()), this::duty);
    this.furtherQueue = new Question<>(sql, scope, queue(sql, BEHIND), this::duty);
  }

  private static Select<?> queue(DSLContext sql, Condition which) {
    return sql.select(FIELDS)
        .from(DUTY)
        .where(DutyQueries.open(Question.DISTRICT))
        .and(DUTY.OWNER_UNIT_ID.eq(Question.parameter(1, Integer.class)))
        .and(which)
        .orderBy(DUTY.QUEUE_AT, DUTY.ID)
        .limit(Question.parameter(2, Long.class));
  }

  List<Duty> byIds(Collection<Long> ids) {
    return byIds.ask((Object) ids.toArray(Long[]::new));
  }

  Supplier<Map<Long, Duty>> byIds(Round round, Collection<Long> ids) {
    return round.add(byIds, ids, Duty::id, new Long[0]);
  }

  /** The first open duties of a unit, by due date. */
  List<Duty> queue(int unitId, int limit) {
    return queue.ask(unitId, (long) limit);
  }

  /** Those that follow a duty in the queue. */
  List<Duty> queue(int unitId, int limit, Instant behindAt, long behindId) {
    return furtherQueue.ask(unitId, (long) limit, behindAt, behindId);
  }

  /** As {@link #FIELDS} have it. */
  private Duty duty(AnswerRow row) {
    Instant dueAt = row.momentOrNull(16);
    Instant yellowAt = row.momentOrNull(17);
    Instant closedAt = row.momentOrNull(20);
    return new Duty(
        row.big(1),
        row.text(2),
        row.text(3),
        row.big(4),
        row.bigOrNull(5),
        row.number(6),
        row.bigOrNull(22),
        row.text(7),
        closedAt != null
            ? Light.CLOSED
            : Dates.light(now.instant(), dueAt, yellowAt, row.momentOrNull(18)),
        row.number(8),
        row.word(9, BudgetUnit.class),
        row.numberOrNull(10),
        row.number(11),
        row.number(12),
        row.day(13),
        row.moment(14),
        row.dayOrNull(15),
        dueAt,
        yellowAt,
        row.yes(19),
        closedAt,
        row.wordOrNull(21, Light.class),
        row.momentOrNull(18),
        row.wordOrNull(23, DutyMark.class),
        row.number(24));
  }
}
