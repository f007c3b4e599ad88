package cn.lianban.supervision;

import static cn.lianban.db.supervision.Tables.LOOK;
import static cn.lianban.db.supervision.Tables.SWEEP;

import cn.lianban.cases.ConcernedCases;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The cases that wait to be looked at: what changed, whose time has come, or all that are open. */
@Component
class LookQueue {
  private static final int SWEPT_AT_ONCE = 1_000;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final ConcernedCases cases;

  LookQueue(DSLContext sql, TenantScope scope, Now now, ConcernedCases cases) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.cases = cases;
  }

  /** Districts in which something waits; under reach SCAN. */
  List<Integer> districts() {
    return sql.selectDistinct(LOOK.DISTRICT_ID)
        .from(LOOK)
        .where(LOOK.LOOK_AT.le(now.instant()))
        .union(DSL.select(SWEEP.DISTRICT_ID).from(SWEEP))
        .fetch(LOOK.DISTRICT_ID);
  }

  /** Soon; until then once is enough. */
  int add(long caseId) {
    return addAll(List.of(caseId));
  }

  /** As {@link #add}: one statement for any number. */
  int addAll(List<Long> caseIds) {
    Instant soon = now.instant();
    var insert = sql.insertInto(LOOK).columns(LOOK.DISTRICT_ID, LOOK.CASE_ID, LOOK.LOOK_AT);
    for (long id : caseIds) {
      insert = insert.values(scope.district(), id, soon);
    }
    return insert
        .onConflict(LOOK.DISTRICT_ID, LOOK.CASE_ID)
        .doUpdate()
        .set(LOOK.LOOK_AT, DSL.least(LOOK.LOOK_AT, DSL.excluded(LOOK.LOOK_AT)))
        .execute();
  }

  /** Every open case, whatever happened to it: a rule was switched on. */
  void addAllOpen() {
    sql.insertInto(SWEEP)
        .set(SWEEP.DISTRICT_ID, scope.district())
        .onConflict(SWEEP.DISTRICT_ID)
        .doUpdate()
        .set(SWEEP.AFTER_CASE_ID, 0L)
        .execute();
  }

  /** The next piece of such a sweep; false when there is none left. */
  boolean sweep() {
    Long after =
        sql.select(SWEEP.AFTER_CASE_ID)
            .from(SWEEP)
            .where(SWEEP.DISTRICT_ID.eq(scope.district()))
            .forUpdate()
            .skipLocked()
            .fetchOne(SWEEP.AFTER_CASE_ID);
    if (after == null) {
      return false;
    }
    List<Long> open = cases.open(after, SWEPT_AT_ONCE);
    if (!open.isEmpty()) {
      addAll(open);
    }
    if (open.size() == SWEPT_AT_ONCE) {
      sql.update(SWEEP)
          .set(SWEEP.AFTER_CASE_ID, open.getLast())
          .where(SWEEP.DISTRICT_ID.eq(scope.district()))
          .execute();
      return true;
    }
    sql.deleteFrom(SWEEP).where(SWEEP.DISTRICT_ID.eq(scope.district())).execute();
    return false;
  }

  /** Those whose time has come, held until the transaction ends; others' are passed by. */
  List<Long> take(int most) {
    return take(DSL.noCondition(), most);
  }

  /** One of them, if nobody else has it. */
  List<Long> takeOne(long caseId) {
    return take(LOOK.CASE_ID.eq(caseId), 1);
  }

  private List<Long> take(Condition which, int most) {
    return sql.select(LOOK.CASE_ID)
        .from(LOOK)
        .where(LOOK.DISTRICT_ID.eq(scope.district()), LOOK.LOOK_AT.le(now.instant()))
        .and(which)
        .orderBy(LOOK.LOOK_AT)
        .limit(most)
        .forUpdate()
        .skipLocked()
        .fetch(LOOK.CASE_ID);
  }

  /** Looked at; some of them again at a later moment. */
  void forget(Collection<Long> ids, Map<Long, Instant> again) {
    sql.deleteFrom(LOOK)
        .where(LOOK.DISTRICT_ID.eq(scope.district()))
        .and(LOOK.CASE_ID.eq(DSL.any(ids.toArray(Long[]::new))))
        .execute();
    again.forEach(
        (id, when) ->
            sql.insertInto(LOOK)
                .set(LOOK.DISTRICT_ID, scope.district())
                .set(LOOK.CASE_ID, id)
                .set(LOOK.LOOK_AT, when)
                .execute());
  }

  void postpone(long caseId, Instant when) {
    sql.update(LOOK)
        .set(LOOK.LOOK_AT, when)
        .where(LOOK.DISTRICT_ID.eq(scope.district()), LOOK.CASE_ID.eq(caseId))
        .execute();
  }
}
