package cn.lianban.cases;

import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Calendars;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.Duties;
import cn.lianban.clock.DutyMark;
import cn.lianban.clock.FollowingClocks;
import cn.lianban.clock.StartDuty;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.clock.SuspensionReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every step's own clock: the lead's lateness is the lead's, a co-unit's the co-unit's. */
@Component
class StepClocks {
  static final String STEP = "CASE_STEP";
  static final String OPINION = "CASE_OPINION";
  private final Clocks clocks;
  private final Calendars calendars;
  private final Duties duties;
  private final FollowingClocks following;
  private final SubjectClocks subjects;

  StepClocks(
      Clocks clocks,
      Calendars calendars,
      Duties duties,
      FollowingClocks following,
      SubjectClocks subjects) {
    this.clocks = clocks;
    this.calendars = calendars;
    this.duties = duties;
    this.following = following;
    this.subjects = subjects;
  }

  /** Of a case that stands still it stands still from the beginning. */
  long step(CaseFile file, CaseStep step, Instant from) {
    long duty = start(STEP, file, step.unitId(), step.name(), step.limitDays(), from);
    follow(file, duty, from);
    if (comesFirst(file)) {
      subjects.mark(DutyMark.GREEN_CHANNEL, Set.of(STEP), CaseFile.KIND, file.id());
    }
    return duty;
  }

  private boolean comesFirst(CaseFile file) {
    Long decision = file.dutyId();
    return decision != null
        && duties.find(decision).filter(d -> d.mark() == DutyMark.GREEN_CHANNEL).isPresent();
  }

  /** The case may stand still: so does its step, for the same reason. */
  void follow(CaseFile file, long dutyId, Instant at) {
    if (file.dutyId() != null) {
      following.stopWith(dutyId, file.dutyId(), at);
    }
  }

  long opinion(CaseFile file, int unitId, String subject, int days, Instant from) {
    return start(OPINION, file, unitId, subject, days, from);
  }

  private long start(String kind, CaseFile file, int unitId, String label, int days, Instant from) {
    return clocks.start(
        new StartDuty(
            kind,
            CaseFile.KIND,
            file.id(),
            file.itemId(),
            unitId,
            label,
            file.subDistrictId(),
            true,
            new Budget(days, BudgetUnit.WORKING_DAYS),
            null,
            from,
            file.test()));
  }

  void close(long dutyId, Instant at) {
    clocks.close(dutyId, at);
  }

  /** Of a case that ended all clocks may be closed already. */
  void closeIfOpen(long dutyId, Instant at) {
    if (duties.find(dutyId).filter(duty -> duty.closedAt() == null).isPresent()) {
      clocks.close(dutyId, at);
    }
  }

  /** Nobody owes an opinion on a case that is decided. */
  void endOpinions(long caseId, Instant at) {
    subjects.close(OPINION, CaseFile.KIND, caseId, at);
  }

  /** The lead waits for a co-unit's other answer: that time is not his. */
  void waitFor(long dutyId, CaseStep coUnit, Instant at) {
    if (following.stands(dutyId)) {
      return; // with its case
    }
    Budget days = new Budget(coUnit.limitDays(), BudgetUnit.WORKING_DAYS);
    LocalDate until = calendars.dueOn(at, days);
    clocks.suspend(
        dutyId, SuspensionReason.VERIFICATION, "等待配合单位重新答复：" + coUnit.name(), until, null, at);
  }

  /** While the case stands still it goes on with it. */
  void goOn(CaseFile file, long dutyId, Instant at) {
    if (file.dutyId() == null || !following.stands(file.dutyId())) {
      following.goOn(dutyId, at);
    }
  }
}
