package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.CASE_EVENT;

import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The append-only history of a case. */
@Component
class CaseLog {
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
    sql.insertInto(CASE_EVENT)
        .set(CASE_EVENT.DISTRICT_ID, scope.district())
        .set(CASE_EVENT.SUB_DISTRICT_ID, place.subDistrictId())
        .set(CASE_EVENT.AT_DISTRICT, place.atDistrict())
        .set(CASE_EVENT.CASE_ID, place.caseId())
        .set(CASE_EVENT.AT, at)
        .set(CASE_EVENT.KIND, kind.name())
        .set(CASE_EVENT.UNIT_ID, by.unitId())
        .set(CASE_EVENT.ACCOUNT_ID, by.accountId())
        .set(CASE_EVENT.FOR_ACCOUNT_ID, by.forAccountId())
        .set(CASE_EVENT.NOTE, note)
        .set(CASE_EVENT.RECORDED_AT, now.instant())
        .execute();
    events.publishEvent(new CaseTold(place.caseId()));
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
