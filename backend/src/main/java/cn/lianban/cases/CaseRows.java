package cn.lianban.cases;

import cn.lianban.db.cases.tables.records.ApplicantRecord;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import org.jspecify.annotations.Nullable;

/** Rows into records. */
final class CaseRows {
  private CaseRows() {}

  static CaseFile caseFile(CasefileRecord row) {
    String outcome = row.getOutcome();
    return new CaseFile(
        row.getId(),
        row.getNumber(),
        CaseStatus.valueOf(row.getStatus()),
        row.getItemId(),
        row.getItemEdition(),
        row.getApplicantId(),
        row.getAcceptUnitId(),
        row.getDecideUnitId(),
        row.getHolderUnitId(),
        row.getSubDistrictId(),
        row.getAtDistrict(),
        row.getDutyId(),
        row.getReceivedAt(),
        row.getAcceptedAt(),
        row.getDecidedAt(),
        row.getDeliveredAt(),
        outcome == null ? null : CaseOutcome.valueOf(outcome),
        row.getOutcomeReason(),
        row.getResultNo(),
        row.getTest(),
        row.getVersion(),
        row.getProcedureId(),
        row.getParentId(),
        row.getBelowUnitId(),
        row.getRuled(),
        new CaseFile.Origin(row.getSource(), row.getForeignNo(), row.getForeignDueOn()));
  }

  static Applicant applicant(ApplicantRecord row) {
    return new Applicant(
        Applicant.Kind.valueOf(row.getKind()),
        row.getName(),
        Applicant.IdKind.valueOf(row.getIdKind()),
        row.getIdNumber(),
        row.getMobile(),
        agent(row));
  }

  private static @Nullable Agent agent(ApplicantRecord row) {
    String kind = row.getAgentIdKind();
    String mandate = row.getMandate();
    return row.getAgentName() == null
        ? null
        : new Agent(
            row.getAgentName(),
            kind == null ? null : Applicant.IdKind.valueOf(kind),
            row.getAgentIdNumber(),
            mandate == null ? null : Agent.Mandate.valueOf(mandate),
            row.getMandateUntil());
  }
}
