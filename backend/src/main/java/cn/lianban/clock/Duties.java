package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.Round;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads duties by what they are about; what the caller's reach does not show is missing. */
@Component
public class Duties {
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final DutyQuestions questions;

  Duties(DSLContext sql, TenantScope scope, Now now, DutyQuestions questions) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.questions = questions;
  }

  public Optional<Duty> find(long id) {
    return fetch(DUTY.ID.eq(id)).stream().findFirst();
  }

  /** One statement for any number of ids. */
  public Map<Long, Duty> byIds(Collection<Long> ids) {
    return questions.byIds(ids).stream().collect(Collectors.toMap(Duty::id, Function.identity()));
  }

  /** As {@link #byIds(Collection)}, asked together with other questions. */
  public Supplier<Map<Long, Duty>> byIds(Round round, Collection<Long> ids) {
    return questions.byIds(round, ids);
  }

  /**
   * The newest duty of a kind of each subject, by subject id; one statement.
   *
   * @param kind {@code CASE} …
   * @param subjectKind as given to {@link Clocks#start}
   */
  public Map<Long, Duty> bySubjects(String kind, String subjectKind, Collection<Long> subjectIds) {
    return fetch(
            DUTY.SUBJECT_KIND
                .eq(subjectKind)
                .and(Among.these(DUTY.SUBJECT_ID, subjectIds))
                .and(DUTY.KIND.eq(kind)))
        .stream()
        .collect(Collectors.toMap(Duty::subjectId, Function.identity(), (old, newer) -> newer));
  }

  /** Every duty of each subject, in the order in which they started; one statement. */
  public Map<Long, List<Duty>> ofSubjects(String subjectKind, Collection<Long> subjectIds) {
    return fetch(DUTY.SUBJECT_KIND.eq(subjectKind).and(Among.these(DUTY.SUBJECT_ID, subjectIds)))
        .stream()
        .collect(Collectors.groupingBy(Duty::subjectId));
  }

  /** What moved a duty's last day, in order; one statement. */
  public List<DueMove> moves(long dutyId) {
    return sql.selectFrom(EVENT)
        .where(EVENT.DISTRICT_ID.eq(scope.district()), EVENT.DUTY_ID.eq(dutyId))
        .and(EVENT.KIND.in("SUSPENDED", "RESUMED", "EXTENDED", "SHORTENED", "RECOMPUTED"))
        .orderBy(EVENT.ID)
        .fetch(
            row ->
                new DueMove(
                    row.getAt(),
                    row.getKind(),
                    row.getCause(),
                    row.getOldDueOn(),
                    row.getNewDueOn()));
  }

  /**
   * Who gave whose duties to whom, by subject, in order; one statement. What acts on a subject
   * moved is not among them: its own story tells.
   */
  public Map<Long, List<ClockEvent>> transfers(String subjectKind, Collection<Long> subjectIds) {
    return sql.select(EVENT.fields())
        .select(DUTY.SUBJECT_ID)
        .from(DUTY)
        .join(EVENT)
        .on(EVENT.DISTRICT_ID.eq(DUTY.DISTRICT_ID), EVENT.DUTY_ID.eq(DUTY.ID))
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.SUBJECT_KIND.eq(subjectKind))
        .and(Among.these(DUTY.SUBJECT_ID, subjectIds))
        .and(
            EVENT
                .KIND
                .eq(ClockEventKind.TRANSFERRED.name())
                .or(EVENT.KIND.eq(ClockEventKind.HELD_BY.name()).and(EVENT.BY_ID.isNotNull())))
        .orderBy(EVENT.ID)
        .fetchGroups(DUTY.SUBJECT_ID, row -> ClockEvent.of(row.into(EVENT)));
  }

  /** The pause a duty is in; null while it runs. */
  public @Nullable Suspension pause(long dutyId) {
    return sql.selectFrom(SUSPENSION)
        .where(SUSPENSION.DISTRICT_ID.eq(scope.district()), SUSPENSION.DUTY_ID.eq(dutyId))
        .and(SUSPENSION.TO_AT.isNull())
        .fetchOne(Suspension::of);
  }

  /**
   * Subjects of one kind, after an id and in its order, of which an open duty's limit ran out
   * between two instants.
   */
  public List<Long> runOut(String subjectKind, Instant from, Instant to, long after, int limit) {
    return sql.selectDistinct(DUTY.SUBJECT_ID)
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.CLOSED_AT.isNull())
        .and(DUTY.QUEUE_AT.ge(from)) // when it is due, by an index
        .and(DUTY.QUEUE_AT.lt(to))
        .and(DUTY.SUBJECT_KIND.eq(subjectKind))
        .and(DUTY.SUBJECT_ID.gt(after))
        .orderBy(DUTY.SUBJECT_ID)
        .limit(limit)
        .fetch(DUTY.SUBJECT_ID);
  }

  private List<Duty> fetch(Condition which) {
    Instant moment = now.instant();
    return sql.select(DutyRows.FIELDS)
        .from(DUTY)
        .where(DUTY.DISTRICT_ID.eq(scope.district()))
        .and(which)
        .orderBy(DUTY.ID)
        .fetchInto(DUTY)
        .map(row -> Duty.of(row, moment));
  }
}
