package cn.lianban.cases;

import cn.lianban.cases.CaseParts.Direction;
import cn.lianban.cases.CaseSteps.Decision;
import cn.lianban.cases.CaseSteps.Standstill;
import cn.lianban.clock.ClockStory;
import cn.lianban.db.cases.tables.records.ApplicantRecord;
import cn.lianban.db.cases.tables.records.CaseEventRecord;
import cn.lianban.db.cases.tables.records.CasefileRecord;
import cn.lianban.db.cases.tables.records.HandoverRecord;
import cn.lianban.tenancy.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of another platform whose life so far is told before any of it is written. Its steps
 * change its rows as those of {@link CaseSteps} do; nobody waits for news of it yet, and it has one
 * clock and no procedure. {@link PastStories} begins such cases and writes them down.
 */
final class PastStory {
  private final CasefileRecord file;
  private final ApplicantRecord applicant;
  private final ClockStory clock;
  private final Unit decider;
  private final List<CaseEventRecord> told = new ArrayList<>();
  private @Nullable HandoverRecord handover;

  /**
   * @param file with all its ids; accepted just now
   * @param decider the unit that decides it
   */
  PastStory(CasefileRecord file, ApplicantRecord applicant, ClockStory clock, Unit decider) {
    this.file = file;
    this.applicant = applicant;
    this.clock = clock;
    this.decider = decider;
    tell(CaseEventKind.RECEIVED, file.getAcceptUnitId(), file.getReceivedAt(), "");
    tell(CaseEventKind.ACCEPTED, file.getAcceptUnitId(), file.getAcceptedAt(), "");
  }

  ClockStory clock() {
    return clock;
  }

  /**
   * Handed up and signed for in one moment; a case that is decided where it came in stays there.
   */
  void handOver(Instant at) {
    int from = file.getAcceptUnitId();
    if (decider.id() == from) {
      return;
    }
    step(CaseStates.after(CaseAction.HAND_UP, status()));
    tell(CaseEventKind.HANDED_UP, from, at, "");
    handover = up(at);
    step(CaseStates.signed(status(), false));
    file.setHolderUnitId(decider.id());
    clock.holdBy(decider, at);
    tell(CaseEventKind.SIGNED, decider.id(), at, "");
  }

  private HandoverRecord up(Instant at) {
    HandoverRecord row = new HandoverRecord();
    row.setDistrictId(file.getDistrictId());
    row.setSubDistrictId(file.getSubDistrictId());
    row.setAtDistrict(true);
    row.setCaseId(file.getId());
    row.setDirection(Direction.UP.name());
    row.setFromUnitId(file.getAcceptUnitId());
    row.setToUnitId(decider.id());
    row.setSentAt(at);
    row.setSignedAt(at);
    row.setTask(false);
    return row;
  }

  void suspend(Standstill stop, Instant at) {
    step(status());
    clock.suspend(stop.reason(), stop.basis(), stop.until(), stop.toldAt(), at);
    tell(CaseEventKind.SUSPENDED, file.getHolderUnitId(), at, stop.basis());
  }

  void resume(Instant at) {
    step(status());
    clock.resume(at);
    tell(CaseEventKind.RESUMED, file.getHolderUnitId(), at, "");
  }

  void decide(Decision decision, Instant at) {
    step(CaseStates.after(CaseAction.DECIDE, status()));
    file.setDecidedAt(at);
    file.setOutcome(decision.outcome().name());
    file.setOutcomeReason(decision.reason());
    file.setResultNo(decision.resultNo());
    clock.close(at);
    tell(CaseEventKind.DECIDED, decider.id(), at, "");
  }

  /**
   * @param end WITHDRAWN, VOIDED or TRANSFERRED
   */
  void end(CaseStatus end, String reason, Instant at) {
    step(end);
    file.setOutcomeReason(reason);
    clock.close(at);
    tell(CaseEventKind.valueOf(end.name()), file.getHolderUnitId(), at, reason);
  }

  void deliver(Instant at) {
    step(CaseStates.after(CaseAction.DELIVER, status()));
    file.setDeliveredAt(at);
    tell(CaseEventKind.DELIVERED, file.getAcceptUnitId(), at, "");
  }

  private CaseStatus status() {
    return CaseStatus.valueOf(file.getStatus());
  }

  private void step(CaseStatus to) {
    file.setStatus(to.name());
    file.setVersion(file.getVersion() + 1);
  }

  private void tell(CaseEventKind kind, int unitId, Instant at, String note) {
    CaseLog.Place place =
        new CaseLog.Place(file.getId(), file.getSubDistrictId(), file.getAtDistrict());
    told.add(CaseLog.row(file.getDistrictId(), place, kind, new By(unitId, null), at, note));
  }

  CasefileRecord file() {
    return file;
  }

  ApplicantRecord applicant() {
    return applicant;
  }

  /** Null when it stayed where it came in. */
  @Nullable HandoverRecord handover() {
    return handover;
  }

  List<CaseEventRecord> told() {
    return told;
  }
}
