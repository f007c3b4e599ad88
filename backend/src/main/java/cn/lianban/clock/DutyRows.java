package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.DUTY;
import static cn.lianban.db.clock.Tables.EVENT;
import static cn.lianban.db.clock.Tables.RUNG;
import static cn.lianban.db.clock.Tables.SEGMENT;
import static cn.lianban.db.clock.Tables.SUSPENSION;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SegmentRecord;
import cn.lianban.db.clock.tables.records.SuspensionRecord;
import cn.lianban.graphql.Rejected;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The rows of a clock, read for a change. */
@Component
class DutyRows {
  /** All but the generated queue_at, whose 'infinity' no Java instant can hold. */
  static final List<Field<?>> FIELDS =
      Arrays.stream(DUTY.fields()).filter(f -> !f.equals(DUTY.QUEUE_AT)).toList();

  private final DSLContext sql;
  private final TenantScope scope;

  DutyRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * Locks an open clock for the rest of the transaction.
   *
   * @throws Rejected NOT_FOUND when it is not visible, CLOCK_CLOSED when it is over
   */
  DutyRecord lock(long dutyId) {
    DutyRecord row =
        sql.select(FIELDS)
            .from(DUTY)
            .where(DUTY.DISTRICT_ID.eq(scope.district()), DUTY.ID.eq(dutyId))
            .forNoKeyUpdate() // rungs being fired hold a key share on the row: no deadlock
            .fetchOneInto(DUTY);
    if (row == null) {
      throw new Rejected("NOT_FOUND", null, "没有找到该时限");
    }
    if (row.getClosedAt() != null) {
      throw new Rejected("CLOCK_CLOSED", null, "时限已办结");
    }
    return row;
  }

  /** Suspensions of any number of clocks in order, one statement. */
  Map<Long, List<SuspensionRecord>> suspensions(Collection<Long> dutyIds) {
    return sql.selectFrom(SUSPENSION)
        .where(
            SUSPENSION.DISTRICT_ID.eq(scope.district()), Among.these(SUSPENSION.DUTY_ID, dutyIds))
        .orderBy(SUSPENSION.ID)
        .collect(Collectors.groupingBy(SuspensionRecord::getDutyId));
  }

  /** Of one clock, in a list that may grow. */
  List<SuspensionRecord> suspensions(long dutyId) {
    return new ArrayList<>(suspensions(List.of(dutyId)).getOrDefault(dutyId, List.of()));
  }

  /** Segments of any number of clocks in order, one statement. */
  Map<Long, List<SegmentRecord>> segments(Collection<Long> dutyIds) {
    return sql.selectFrom(SEGMENT)
        .where(SEGMENT.DISTRICT_ID.eq(scope.district()), Among.these(SEGMENT.DUTY_ID, dutyIds))
        .orderBy(SEGMENT.ID)
        .collect(Collectors.groupingBy(SegmentRecord::getDutyId));
  }

  void save(DutyRecord row) {
    row.setVersion(row.getVersion() + 1);
    row.update();
  }

  /** The clock's, and seen where it is seen. */
  static void hang(SuspensionRecord suspension, DutyRecord row) {
    suspension.setDistrictId(row.getDistrictId());
    suspension.setSubDistrictId(row.getSubDistrictId());
    suspension.setAtDistrict(row.getAtDistrict());
    suspension.setDutyId(row.getId());
  }

  void openSuspension(DutyRecord row, SuspensionRecord suspension) {
    hang(suspension, row);
    suspension.attach(sql.configuration());
    suspension.insert();
  }

  DutyRecord insert(DutyRecord row) {
    row.attach(sql.configuration());
    row.insert();
    return row;
  }

  /** The district level takes part from now on: it sees the clock and everything about it. */
  void raise(DutyRecord row) {
    int district = row.getDistrictId();
    long id = row.getId();
    sql.update(SEGMENT)
        .set(SEGMENT.AT_DISTRICT, true)
        .where(SEGMENT.DISTRICT_ID.eq(district), SEGMENT.DUTY_ID.eq(id))
        .execute();
    sql.update(SUSPENSION)
        .set(SUSPENSION.AT_DISTRICT, true)
        .where(SUSPENSION.DISTRICT_ID.eq(district), SUSPENSION.DUTY_ID.eq(id))
        .execute();
    sql.update(EVENT)
        .set(EVENT.AT_DISTRICT, true)
        .where(EVENT.DISTRICT_ID.eq(district), EVENT.DUTY_ID.eq(id))
        .execute();
    sql.update(RUNG)
        .set(RUNG.AT_DISTRICT, true)
        .where(RUNG.DISTRICT_ID.eq(district), RUNG.DUTY_ID.eq(id))
        .execute();
  }

  /** What hangs on clocks that a sub-district sees from now on. */
  void place(Collection<Long> ids, int subDistrictId) {
    int district = scope.district();
    sql.update(SEGMENT)
        .set(SEGMENT.SUB_DISTRICT_ID, subDistrictId)
        .set(SEGMENT.AT_DISTRICT, true)
        .where(SEGMENT.DISTRICT_ID.eq(district), Among.these(SEGMENT.DUTY_ID, ids))
        .execute();
    sql.update(SUSPENSION)
        .set(SUSPENSION.SUB_DISTRICT_ID, subDistrictId)
        .set(SUSPENSION.AT_DISTRICT, true)
        .where(SUSPENSION.DISTRICT_ID.eq(district), Among.these(SUSPENSION.DUTY_ID, ids))
        .execute();
    sql.update(EVENT)
        .set(EVENT.SUB_DISTRICT_ID, subDistrictId)
        .set(EVENT.AT_DISTRICT, true)
        .where(EVENT.DISTRICT_ID.eq(district), Among.these(EVENT.DUTY_ID, ids))
        .execute();
    sql.update(RUNG)
        .set(RUNG.SUB_DISTRICT_ID, subDistrictId)
        .set(RUNG.AT_DISTRICT, true)
        .where(RUNG.DISTRICT_ID.eq(district), Among.these(RUNG.DUTY_ID, ids))
        .execute();
  }
}
