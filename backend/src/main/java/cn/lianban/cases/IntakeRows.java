package cn.lianban.cases;

import static cn.lianban.db.cases.Sequences.NUMBER_SEQ;
import static cn.lianban.db.cases.Tables.APPLICANT;
import static cn.lianban.db.cases.Tables.CASEFILE;
import static cn.lianban.db.cases.Tables.CASE_MATERIAL;

import cn.lianban.catalog.Item;
import cn.lianban.catalog.Material;
import cn.lianban.db.cases.tables.records.ApplicantRecord;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.tenancy.District;
import cn.lianban.tenancy.Now;
import cn.lianban.tenancy.TenantScope;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a case that comes in. */
@Component
class IntakeRows {
  private final DSLContext sql;
  private final TenantScope scope;

  IntakeRows(DSLContext sql, TenantScope scope) {
    this.sql = sql;
    this.scope = scope;
  }

  /**
   * @param unit where it comes in
   * @param decides the unit that will decide
   * @param acceptedAt null: received only
   * @param at when it is written down; the day stands in its number
   */
  record Coming(
      NewCase wanted, Item item, Unit unit, int decides, @Nullable Instant acceptedAt, Instant at) {
    @Nullable Integer subDistrict() {
      return IntakeRows.subDistrict(unit);
    }

    /** What another platform had accepted comes with its hand-over done. */
    boolean atDistrict() {
      boolean handedUp = acceptedAt != null && wanted.foreignNo() != null && decides != unit.id();
      return handedUp || unit.atDistrictLevel();
    }

    CaseLog.Place place(long caseId) {
      return new CaseLog.Place(caseId, subDistrict(), atDistrict());
    }
  }

  static @Nullable Integer subDistrict(Unit unit) {
    return unit.subDistrict() == null ? null : unit.subDistrict().id();
  }

  long insert(District district, Coming coming) {
    CasefileRecord row = file(district, coming, sql.nextval(NUMBER_SEQ));
    row.setApplicantId(
        sql.insertInto(APPLICANT)
            .set(applicant(district.id(), coming))
            .returning(APPLICANT.ID)
            .fetchSingle()
            .getId());
    return sql.insertInto(CASEFILE).set(row).returning(CASEFILE.ID).fetchSingle().getId();
  }

  /**
   * Not written yet: ids and the applicant are missing.
   *
   * @param sequence the number's
   */
  static CasefileRecord file(District district, Coming coming, long sequence) {
    NewCase wanted = coming.wanted();
    LocalDate day = LocalDate.ofInstant(coming.at(), Now.CHINA);
    CaseStatus status = coming.acceptedAt() == null ? CaseStatus.RECEIVED : CaseStatus.ACCEPTED;
    CasefileRecord row = new CasefileRecord();
    row.setDistrictId(district.id());
    row.setSubDistrictId(coming.subDistrict());
    row.setAtDistrict(coming.atDistrict());
    row.setNumber(CaseNumber.of(district.code(), day, sequence));
    row.setItemId(coming.item().id());
    row.setItemEdition(coming.item().edition());
    row.setAcceptUnitId(coming.unit().id());
    row.setDecideUnitId(coming.decides());
    row.setHolderUnitId(coming.unit().id());
    row.setStatus(status.name());
    row.setReceivedAt(wanted.receivedAt());
    row.setAcceptedAt(coming.acceptedAt());
    row.setQueryHash(new byte[0]);
    row.setSource(wanted.source());
    row.setImported(wanted.imported());
    row.setForeignNo(wanted.foreignNo());
    row.setForeignDueOn(wanted.foreignDueOn());
    row.setTest(wanted.test());
    return row;
  }

  /** Not written yet: the id is missing. */
  static ApplicantRecord applicant(int district, Coming coming) {
    Applicant applicant = coming.wanted().applicant();
    Agent agent = applicant.agent();
    Applicant.IdKind idKind = agent == null ? null : agent.idKind();
    Agent.Mandate mandate = agent == null ? null : agent.mandate();
    ApplicantRecord row = new ApplicantRecord();
    row.setDistrictId(district);
    row.setSubDistrictId(coming.subDistrict());
    row.setAtDistrict(coming.atDistrict());
    row.setKind(applicant.kind().name());
    row.setName(applicant.name());
    row.setIdKind(applicant.idKind().name());
    row.setIdNumber(applicant.idNumber());
    row.setMobile(applicant.mobile());
    row.setAgentName(agent == null ? null : agent.name());
    row.setAgentIdKind(idKind == null ? null : idKind.name());
    row.setAgentIdNumber(agent == null ? null : agent.idNumber());
    row.setMandate(mandate == null ? null : mandate.name());
    row.setMandateUntil(agent == null ? null : agent.until());
    return row;
  }

  /**
   * Writes the checklist: a listed material that is named, in its state. What stood there before
   * under the same number is written over.
   *
   * @param reused material number → number of the earlier case
   */
  void materials(
      CaseLog.Place place,
      List<Material> listed,
      Map<Integer, MaterialState> seen,
      Map<Integer, String> reused) {
    for (Material material : listed) {
      MaterialState state = seen.get(material.seq());
      if (state != null) {
        sql.insertInto(CASE_MATERIAL)
            .set(CASE_MATERIAL.DISTRICT_ID, scope.district())
            .set(CASE_MATERIAL.CASE_ID, place.caseId())
            .set(CASE_MATERIAL.SEQ, material.seq())
            .set(CASE_MATERIAL.SUB_DISTRICT_ID, place.subDistrictId())
            .set(CASE_MATERIAL.AT_DISTRICT, place.atDistrict())
            .set(CASE_MATERIAL.NAME, material.name())
            .set(CASE_MATERIAL.STATE, state.name())
            .set(CASE_MATERIAL.REUSED_FROM, reused.get(material.seq()))
            .onConflict(CASE_MATERIAL.DISTRICT_ID, CASE_MATERIAL.CASE_ID, CASE_MATERIAL.SEQ)
            .doUpdate()
            .set(CASE_MATERIAL.NAME, material.name())
            .set(CASE_MATERIAL.STATE, state.name())
            .set(CASE_MATERIAL.REUSED_FROM, reused.get(material.seq()))
            .execute();
      }
    }
  }

  /** Lines of the list at receipt that the list at acceptance does not have. */
  void forgetOthers(long caseId, List<Material> listed) {
    sql.deleteFrom(CASE_MATERIAL)
        .where(CASE_MATERIAL.DISTRICT_ID.eq(scope.district()))
        .and(CASE_MATERIAL.CASE_ID.eq(caseId))
        .and(CASE_MATERIAL.SEQ.notIn(listed.stream().map(Material::seq).toList()))
        .execute();
  }

  /** The clock that the case's decision is owed under, and the procedure it stays on. */
  void runsUnder(long id, long dutyId, @Nullable Long procedureId) {
    sql.update(CASEFILE)
        .set(CASEFILE.DUTY_ID, dutyId)
        .set(CASEFILE.PROCEDURE_ID, procedureId)
        .where(CASEFILE.DISTRICT_ID.eq(scope.district()), CASEFILE.ID.eq(id))
        .execute();
  }
}
