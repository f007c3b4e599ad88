package cn.lianban.clock;

import cn.lianban.db.clock.tables.records.DutyRecord;
import java.time.ZoneId;

/** The first row of a clock. */
final class NewDuty {
  private NewDuty() {}

  static DutyRecord row(StartDuty duty, int districtId, ZoneId zone) {
    DutyRecord row = new DutyRecord();
    row.setDistrictId(districtId);
    row.setSubDistrictId(duty.subDistrictId());
    row.setAtDistrict(duty.atDistrict());
    row.setSubjectKind(duty.subjectKind());
    row.setSubjectId(duty.subjectId());
    row.setKind(duty.kind());
    row.setItemId(duty.itemId());
    row.setOwnerUnitId(duty.ownerUnitId());
    row.setLabel(duty.label());
    row.setBudget(duty.promised().amount());
    row.setBudgetUnit(duty.promised().unit().name());
    row.setStatutoryBudget(duty.statutory());
    row.setExtendedBy(0);
    row.setGeneration(1);
    row.setStartedAt(duty.startedAt());
    row.setStartedOn(duty.startedAt().atZone(zone).toLocalDate());
    row.setRunningSince(duty.startedAt());
    row.setConsumed(0);
    row.setTest(duty.test());
    row.setAssigneeId(duty.assigneeId());
    row.setVersion(0);
    return row;
  }
}
