package cn.lianban.organisation;

import static cn.lianban.db.organisation.Tables.UNIT_CHANGE;
import static cn.lianban.db.organisation.Tables.UNIT_CHANGE_PART;

import cn.lianban.db.organisation.tables.records.UnitChangePartRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Writes changes of the organisation. */
@Component
class ChangeRows {
  private final DSLContext sql;
  private final TenantScope scope;

  ChangeRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  long insert(
      UnitChange.Kind kind,
      LocalDate effectiveOn,
      String paper,
      List<UnitChange.Part> parts,
      Instant at) {
    long id =
        Objects.requireNonNull(
            sql.insertInto(UNIT_CHANGE)
                .set(UNIT_CHANGE.DISTRICT_ID, scope.district())
                .set(UNIT_CHANGE.KIND, kind.name())
                .set(UNIT_CHANGE.EFFECTIVE_ON, effectiveOn)
                .set(UNIT_CHANGE.PAPER, paper)
                .set(UNIT_CHANGE.ENTERED_AT, at)
                .returning(UNIT_CHANGE.ID)
                .fetchSingle()
                .getId());
    sql.batchInsert(parts.stream().map(part -> record(id, part)).toList()).execute();
    return id;
  }

  private UnitChangePartRecord record(long change, UnitChange.Part part) {
    UnitChangePartRecord row = new UnitChangePartRecord();
    row.setDistrictId(scope.district());
    row.setChangeId(change);
    row.setSeq(part.seq());
    row.setFromUnitId(part.fromUnitId());
    row.setToUnitId(part.toUnitId());
    row.setOldName(part.oldName());
    row.setNewName(part.newName());
    row.setMain(part.main());
    row.setEnds(part.ends());
    List<Long> items = part.items();
    row.setItems(items == null ? null : items.toArray(Long[]::new));
    return row;
  }

  /** Notes who inherited and how much. */
  void done(long change, UnitChange.Part part, int toUnitId, Estate went) {
    sql.update(UNIT_CHANGE_PART)
        .set(UNIT_CHANGE_PART.TO_UNIT_ID, toUnitId)
        .set(UNIT_CHANGE_PART.POSTS, went.posts())
        .set(UNIT_CHANGE_PART.POINTS, went.points())
        .set(UNIT_CHANGE_PART.MOVED_ITEMS, went.items())
        .set(UNIT_CHANGE_PART.CASES, went.cases())
        .set(UNIT_CHANGE_PART.DUTIES, went.duties())
        .where(UNIT_CHANGE_PART.DISTRICT_ID.eq(scope.district()))
        .and(UNIT_CHANGE_PART.CHANGE_ID.eq(change))
        .and(UNIT_CHANGE_PART.SEQ.eq(part.seq()))
        .execute();
  }

  void done(long change, Instant at) {
    sql.update(UNIT_CHANGE)
        .set(UNIT_CHANGE.DONE_AT, at)
        .set(UNIT_CHANGE.VERSION, UNIT_CHANGE.VERSION.plus(1))
        .where(UNIT_CHANGE.DISTRICT_ID.eq(scope.district()), UNIT_CHANGE.ID.eq(change))
        .execute();
  }

  /**
   * @throws Rejected VERSION_CONFLICT, also when it was done meanwhile
   */
  void cancel(long change, int expectedVersion, Instant at) {
    int changed =
        sql.update(UNIT_CHANGE)
            .set(UNIT_CHANGE.CANCELLED_AT, at)
            .set(UNIT_CHANGE.VERSION, UNIT_CHANGE.VERSION.plus(1))
            .where(UNIT_CHANGE.DISTRICT_ID.eq(scope.district()), UNIT_CHANGE.ID.eq(change))
            .and(UNIT_CHANGE.VERSION.eq(expectedVersion))
            .and(UNIT_CHANGE.DONE_AT.isNull())
            .and(UNIT_CHANGE.CANCELLED_AT.isNull())
            .execute();
    if (changed == 0) {
      throw new Rejected("VERSION_CONFLICT", null, "已被他人修改，请刷新后重试");
    }
  }
}
