package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.db.cases.tables.records.CaseEventRecord;
import cn.lianban.tenancy.ManyRows;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The append-only history of a case. */
@Component
class CaseLog {
  private static final List<Field<?>> FIELDS = ManyRows.fieldsBut(CASE_EVENT, CASE_EVENT.ID);
  private final DSLContext sql;
  private final TenantScope scope;
  private final Now now;
  private final ApplicationEventPublisher events;

  CaseLog(DSLContext sql, TenantScope scope, Now now, ApplicationEventPublisher events) {
    this.sql = sql;
    this.scope = scope;
    this.now = now;
    this.events = events;
  }

  /**
   * @param at when it is said to have happened; when it was written is kept beside it
   */
  void add(Place place, CaseEventKind kind, By by, Instant at, String note) {
    CaseEventRecord row = row(scope.district(), place, kind, by, at, note);
    row.setRecordedAt(now.instant());
    sql.executeInsert(row);
    events.publishEvent(new CaseTold(place.caseId()));
  }

  /** What came before anybody looks: histories by the thousand. */
  void addAll(List<CaseEventRecord> rows) {
    Instant moment = now.instant();
    rows.forEach(row -> row.setRecordedAt(moment));
    ManyRows.insert(sql, CASE_EVENT, FIELDS, rows);
    events.publishEvent(
        new CasesTold(rows.stream().map(CaseEventRecord::getCaseId).distinct().toList()));
  }

  /** Not written yet. */
  static CaseEventRecord row(
      int district, Place place, CaseEventKind kind, By by, Instant at, String note) {
    CaseEventRecord row = new CaseEventRecord();
    row.setDistrictId(district);
    row.setSubDistrictId(place.subDistrictId());
    row.setAtDistrict(place.atDistrict());
    row.setCaseId(place.caseId());
    row.setAt(at);
    row.setKind(kind.name());
    row.setUnitId(by.unitId());
    row.setAccountId(by.accountId());
    row.setForAccountId(by.forAccountId());
    row.setNote(note);
    return row;
  }

  /** A case, and which levels see what is written about it. */
  record Place(long caseId, @Nullable Integer subDistrictId, boolean atDistrict) {
    static Place of(CaseFile file) {
      return new Place(file.id(), file.subDistrictId(), file.atDistrict());
    }

    Place raised() {
      return new Place(caseId, subDistrictId, true);
    }
  }
}
