package cn.lianban.clock;

import static cn.lianban.db.clock.Tables.SEGMENT;

import cn.lianban.db.clock.tables.records.DutyRecord;
import cn.lianban.db.clock.tables.records.SegmentRecord;
import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Unit;
import cn.lianban.tenancy.Units;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who held a clock when: pieces of its running time that sum to what it consumed. */
@Component
class Segments {
  private final DSLContext sql;
  private final Units units;

  Segments(DSLContext sql, Units units) {
    this.sql = sql;
    this.units = units;
  }

  void open(DutyRecord row, int holder, Instant at) {
    sql.executeInsert(next(row, holder, at));
  }

  /** Ends the open segment and opens the next one. Returns the new holder's name. */
  String handOn(DutyRecord row, Reckoning reckoning, int unitId, Instant at) {
    String name =
        units
            .find(unitId)
            .map(Unit::name)
            .orElseThrow(() -> new IllegalArgumentException("no unit " + unitId));
    close(row, reckoning, at);
    open(row, unitId, at);
    return name;
  }

  /** As handing each clock on, for any number of them: one select and two batches. */
  void handOnAll(List<DutyRecord> rows, Map<Long, Reckoning> reckonings, int unitId, Instant at) {
    List<SegmentRecord> pieces =
        sql.selectFrom(SEGMENT)
            .where(SEGMENT.DISTRICT_ID.eq(rows.getFirst().getDistrictId()))
            .and(Among.these(SEGMENT.DUTY_ID, reckonings.keySet()))
            .orderBy(SEGMENT.ID)
            .fetch();
    for (SegmentRecord piece : pieces) {
      count(piece, Objects.requireNonNull(reckonings.get(piece.getDutyId())), at);
    }
    sql.batchUpdate(pieces).execute();
    sql.batchInsert(rows.stream().map(row -> next(row, unitId, at)).toList()).execute();
  }

  static SegmentRecord next(DutyRecord row, int holder, Instant at) {
    SegmentRecord piece = new SegmentRecord();
    piece.setDistrictId(row.getDistrictId());
    piece.setSubDistrictId(row.getSubDistrictId());
    piece.setAtDistrict(row.getAtDistrict());
    piece.setDutyId(row.getId());
    piece.setHolderUnitId(holder);
    piece.setFromAt(at);
    return piece;
  }

  static void count(SegmentRecord piece, Reckoning reckoning, Instant at) {
    if (piece.getToAt() == null) {
      piece.setToAt(at);
    }
    piece.setConsumed(reckoning.consumed(piece.getFromAt(), piece.getToAt()));
  }

  /**
   * Ends the open segment; all pieces are counted anew, for the calendar may have changed since.
   */
  void close(DutyRecord row, Reckoning reckoning, Instant at) {
    List<SegmentRecord> pieces =
        sql.selectFrom(SEGMENT)
            .where(SEGMENT.DISTRICT_ID.eq(row.getDistrictId()), SEGMENT.DUTY_ID.eq(row.getId()))
            .orderBy(SEGMENT.ID)
            .fetch();
    for (SegmentRecord piece : pieces) {
      count(piece, reckoning, at);
    }
    sql.batchUpdate(pieces).execute();
  }
}
