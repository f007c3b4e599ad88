package cn.lianban.cases;

import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASE_EVENT;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;
import static cn.lianban.db.cases.Tables.GREEN;
import static cn.lianban.db.cases.Tables.HANDOVER;
import static cn.lianban.db.cases.Tables.SUPPLEMENT;

import cn.lianban.cases.CaseParts.Direction;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Hand-overs between the two levels, and the mark that lets the district see a case's rows. */
@Component
class Handovers {
  private final DSLContext sql;
  private final TenantScope scope;

  Handovers(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  void send(CaseFile file, int toUnitId, Instant at) {
    insert(file, Direction.UP, file.holderUnitId(), toUnitId, at).execute();
  }

  void signed(CaseFile file, Instant at) {
    sql.update(HANDOVER).set(HANDOVER.SIGNED_AT, at).where(waiting(file)).execute();
  }

  /** To be worked on there. */
  void sendDown(CaseFile file, int toUnitId, String note, Instant at) {
    insert(file, Direction.DOWN, file.holderUnitId(), toUnitId, at)
        .set(HANDOVER.TASK, true)
        .set(HANDOVER.REASON, note.isEmpty() ? null : note)
        .execute();
  }

  void passOn(CaseFile file, int toUnitId, String reason, Instant at) {
    insert(file, Direction.ACROSS, file.holderUnitId(), toUnitId, at)
        .set(HANDOVER.REASON, reason)
        .execute();
  }

  /**
   * Closes the open hand-over; once it had been signed for, one down begins, which waits for its
   * signature unless a ruling is awaited.
   */
  void sentBack(CaseFile file, CaseStatus status, String reason, Instant at) {
    if (file.status() == CaseStatus.HANDED_UP) {
      sql.update(HANDOVER)
          .set(HANDOVER.RETURNED_AT, at)
          .set(HANDOVER.REASON, reason)
          .where(waiting(file))
          .execute();
      return;
    }
    insert(file, Direction.DOWN, file.decideUnitId(), file.acceptUnitId(), at)
        .set(HANDOVER.RETURNED_AT, status == CaseStatus.HANDED_DOWN ? null : at)
        .set(HANDOVER.REASON, reason)
        .execute();
  }

  /** How often the case was sent back so far. */
  int returns(CaseFile file) {
    Condition down = HANDOVER.DIRECTION.eq(Direction.DOWN.name()).andNot(HANDOVER.TASK);
    return sql.fetchCount(
        HANDOVER,
        HANDOVER
            .DISTRICT_ID
            .eq(scope.district())
            .and(HANDOVER.CASE_ID.eq(file.id()))
            .and(HANDOVER.RETURNED_AT.isNotNull().or(down)));
  }

  /** What waits for a signature was handed down to be worked on. */
  boolean isTask(CaseFile file) {
    return sql.fetchExists(HANDOVER, waiting(file).and(HANDOVER.TASK));
  }

  /** What waits for a signature was passed on by another department. */
  boolean isAcross(CaseFile file) {
    return sql.fetchExists(
        HANDOVER, waiting(file).and(HANDOVER.DIRECTION.eq(Direction.ACROSS.name())));
  }

  private org.jooq.InsertSetMoreStep<?> insert(
      CaseFile file, Direction direction, int from, int to, Instant at) {
    return sql.insertInto(HANDOVER)
        .set(HANDOVER.DISTRICT_ID, scope.district())
        .set(HANDOVER.SUB_DISTRICT_ID, file.subDistrictId())
        .set(HANDOVER.AT_DISTRICT, true)
        .set(HANDOVER.CASE_ID, file.id())
        .set(HANDOVER.DIRECTION, direction.name())
        .set(HANDOVER.FROM_UNIT_ID, from)
        .set(HANDOVER.TO_UNIT_ID, to)
        .set(HANDOVER.SENT_AT, at);
  }

  private Condition waiting(CaseFile file) {
    return HANDOVER
        .DISTRICT_ID
        .eq(scope.district())
        .and(HANDOVER.CASE_ID.eq(file.id()))
        .and(HANDOVER.SIGNED_AT.isNull())
        .and(HANDOVER.RETURNED_AT.isNull());
  }

  /** Set when a hand-up is sent, because the receiver must see the case to sign; never cleared. */
  void raiseToDistrict(CaseFile file) {
    int district = scope.district();
    sql.update(APPLICANT)
        .set(APPLICANT.AT_DISTRICT, true)
        .where(APPLICANT.DISTRICT_ID.eq(district), APPLICANT.ID.eq(file.applicantId()))
        .execute();
    sql.update(CASE_MATERIAL)
        .set(CASE_MATERIAL.AT_DISTRICT, true)
        .where(CASE_MATERIAL.DISTRICT_ID.eq(district), CASE_MATERIAL.CASE_ID.eq(file.id()))
        .execute();
    sql.update(CASE_EVENT)
        .set(CASE_EVENT.AT_DISTRICT, true)
        .where(CASE_EVENT.DISTRICT_ID.eq(district), CASE_EVENT.CASE_ID.eq(file.id()))
        .execute();
    sql.update(SUPPLEMENT)
        .set(SUPPLEMENT.AT_DISTRICT, true)
        .where(SUPPLEMENT.DISTRICT_ID.eq(district), SUPPLEMENT.CASE_ID.eq(file.id()))
        .execute();
    sql.update(GREEN)
        .set(GREEN.AT_DISTRICT, true)
        .where(GREEN.DISTRICT_ID.eq(district), GREEN.CASE_ID.eq(file.id()))
        .execute();
    sql.update(HANDOVER)
        .set(HANDOVER.AT_DISTRICT, true)
        .where(HANDOVER.DISTRICT_ID.eq(district), HANDOVER.CASE_ID.eq(file.id()))
        .execute();
  }
}
