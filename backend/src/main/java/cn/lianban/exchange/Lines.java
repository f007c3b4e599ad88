package cn.lianban.exchange;

import static cn.lianban.db.exchange.Tables.INTAKE;
import static cn.lianban.db.exchange.Tables.STAGED;

import cn.lianban.db.exchange.tables.records.StagedRecord;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Writes staged lines and how far an import got, inside the batch's transaction. */
@Component
class Lines {
  private final DSLContext sql;
  private final TenantScope scope;
  private final ImportQueries queries;
  private final Now now;

  Lines(DSLContext sql, TenantScope scope, ImportQueries queries, Now now) {
    this.sql = sql;
    this.scope = scope;
    this.queries = queries;
    this.now = now;
  }

  StagedRecord fresh(long id, int line, LineState state) {
    StagedRecord row = new StagedRecord();
    row.setDistrictId(scope.district());
    row.setActor(scope.current().actor());
    row.setIntakeId(id);
    row.setLine(line);
    row.setState(state.name());
    row.setAt(now.instant());
    return row;
  }

  void insert(List<StagedRecord> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Query insert =
        sql.insertInto(STAGED)
            .columns(
                STAGED.DISTRICT_ID,
                STAGED.ACTOR,
                STAGED.INTAKE_ID,
                STAGED.LINE,
                STAGED.STATE,
                STAGED.KEY,
                STAGED.CELLS,
                STAGED.RECORD,
                STAGED.FAULTS,
                STAGED.NOTES,
                STAGED.AT)
            .values((Integer) null, null, null, null, null, null, null, null, null, null, null);
    BatchBindStep batch = sql.batch(insert);
    for (StagedRecord row : rows) {
      batch =
          batch.bind(
              row.getDistrictId(),
              row.getActor(),
              row.getIntakeId(),
              row.getLine(),
              row.getState(),
              row.getKey(),
              row.getCells(),
              row.getRecord(),
              row.getFaults(),
              row.getNotes(),
              row.getAt());
    }
    batch.execute();
  }

  /** State, what was there before, faults and notes of lines that were looked at. */
  void update(List<StagedRecord> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Query update =
        sql.update(STAGED)
            .set(STAGED.STATE, "")
            .set(STAGED.BEFORE, "")
            .set(STAGED.FAULTS, "")
            .set(STAGED.NOTES, "")
            .where(STAGED.DISTRICT_ID.eq(0))
            .and(STAGED.ACTOR.eq(""))
            .and(STAGED.INTAKE_ID.eq(0L))
            .and(STAGED.LINE.eq(0));
    BatchBindStep batch = sql.batch(update);
    for (StagedRecord row : rows) {
      batch =
          batch.bind(
              row.getState(),
              row.getBefore(),
              row.getFaults(),
              row.getNotes(),
              row.getDistrictId(),
              row.getActor(),
              row.getIntakeId(),
              row.getLine());
    }
    batch.execute();
  }

  /** The next lines of these states behind a line, in the order of the file. */
  List<StagedRecord> next(long id, int after, int limit, LineState... states) {
    return sql.selectFrom(STAGED)
        .where(queries.own(id), STAGED.LINE.gt(after))
        .and(STAGED.STATE.in(names(states)))
        .orderBy(STAGED.LINE)
        .limit(limit)
        .fetch();
  }

  /** The last lines of these states before a line, backwards. */
  List<StagedRecord> previous(long id, int before, int limit, LineState... states) {
    return sql.selectFrom(STAGED)
        .where(queries.own(id), STAGED.LINE.lt(before))
        .and(STAGED.STATE.in(names(states)))
        .orderBy(STAGED.LINE.desc())
        .limit(limit)
        .fetch();
  }

  private static List<String> names(LineState... states) {
    List<String> names = new ArrayList<>();
    for (LineState state : states) {
      names.add(state.name());
    }
    return names;
  }

  int count(long id, LineState... states) {
    return sql.fetchCount(STAGED, queries.own(id), STAGED.STATE.in(names(states)));
  }

  /** The step got as far as this line. */
  void progress(long id, int position, int more) {
    sql.update(INTAKE)
        .set(INTAKE.POSITION, position)
        .set(INTAKE.DONE, INTAKE.DONE.plus(more))
        .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
        .execute();
  }

  /** What there is to tell of an undo; empty: nothing. */
  void note(long id, String words) {
    sql.update(INTAKE)
        .set(INTAKE.UNDO_NOTE, words.isEmpty() ? null : words)
        .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
        .execute();
  }

  /** The next step begins. */
  void turn(long id, ImportStatus status, int total) {
    boolean ended = !status.isMoving();
    sql.update(INTAKE)
        .set(INTAKE.STATUS, status.name())
        .set(INTAKE.POSITION, 0)
        .set(INTAKE.DONE, ended ? INTAKE.DONE : DSL.val(0))
        .set(INTAKE.TOTAL, total)
        .set(INTAKE.VERSION, INTAKE.VERSION.plus(1))
        .set(INTAKE.FINISHED_AT, ended ? now.instant() : null)
        .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
        .execute();
    tally(id);
  }

  /** Counts the lines anew; what was counted before they were forgotten stays. */
  void tally(long id) {
    Map<LineState, Integer> counts = new EnumMap<>(LineState.class);
    sql.select(STAGED.STATE, DSL.count())
        .from(STAGED)
        .where(queries.own(id))
        .groupBy(STAGED.STATE)
        .forEach(row -> counts.put(LineState.valueOf(row.value1()), row.value2()));
    sql.update(INTAKE)
        .set(INTAKE.COUNT_NEW, counts.getOrDefault(LineState.NEW, 0))
        .set(INTAKE.COUNT_CHANGED, counts.getOrDefault(LineState.CHANGED, 0))
        .set(INTAKE.COUNT_UNCHANGED, counts.getOrDefault(LineState.UNCHANGED, 0))
        .set(INTAKE.COUNT_REFUSED, counts.getOrDefault(LineState.REFUSED, 0))
        .set(INTAKE.COUNT_SKIPPED, counts.getOrDefault(LineState.SKIPPED, 0))
        .set(INTAKE.COUNT_MISSING, counts.getOrDefault(LineState.MISSING, 0))
        .set(INTAKE.COUNT_CREATED, counts.getOrDefault(LineState.CREATED, 0))
        .set(INTAKE.COUNT_UPDATED, counts.getOrDefault(LineState.UPDATED, 0))
        .set(INTAKE.COUNT_NOTED, sql.fetchCount(STAGED, queries.own(id), STAGED.NOTES.isNotNull()))
        .where(INTAKE.DISTRICT_ID.eq(scope.district()), INTAKE.ID.eq(id))
        .andNot(INTAKE.CONTENTS_GONE)
        .execute();
  }
}
