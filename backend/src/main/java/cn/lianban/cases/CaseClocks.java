package cn.lianban.cases;

import cn.lianban.catalog.Item;
import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.clock.DutyMark;
import cn.lianban.clock.StartDuty;
import cn.lianban.clock.SubjectClocks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The legal clocks of a case: acceptance 5 working days (行政许可法 Art. 32), decision as promised under
 * the statutory limit (Art. 42), delivery 10 working days (Art. 44); and the duties that follow
 * from 容缺受理 and 告知承诺.
 */
@Component
class CaseClocks {
  static final String DECISION = "CASE";
  static final String ACCEPTANCE = "CASE_ACCEPTANCE";
  static final String DELIVERY = "CASE_DELIVERY";
  static final String OWED = "CASE_OWED";
  static final String CHECK = "CASE_CHECK";
  static final String TAKEOVER = "CASE_TAKEOVER";
  private static final int DELIVERY_DAYS = 10;
  private static final int TAKEOVER_DAYS = 5;
  private final Clocks clocks;
  private final SubjectClocks subjects;
  private final Duties duties;

  CaseClocks(Clocks clocks, SubjectClocks subjects, Duties duties) {
    this.clocks = clocks;
    this.subjects = subjects;
    this.duties = duties;
  }

  /**
   * Whose clock it is.
   *
   * @param unitId who owes
   * @param worker who of the unit has it in hand, null: whoever takes it
   */
  record Owner(CaseLog.Place place, int unitId, boolean test, @Nullable Long worker) {
    static Owner of(CaseFile file, int unitId) {
      return new Owner(CaseLog.Place.of(file), unitId, file.test(), null);
    }
  }

  /**
   * @param procedure handled jointly, the law gives 45 working days (行政许可法 Art. 42); null: none
   */
  long decision(Owner owner, Item item, int promised, @Nullable Procedure procedure, Instant from) {
    return clocks.start(decisionOwed(owner, item, promised, procedure, from));
  }

  /** As {@link #decision}, not started yet. */
  static StartDuty decisionOwed(
      Owner owner, Item item, int promised, @Nullable Procedure procedure, Instant from) {
    BudgetUnit unit = BudgetUnit.valueOf(item.limitUnit().name());
    boolean joint =
        procedure != null && procedure.joint() && unit == BudgetUnit.WORKING_DAYS; // 45 of those
    Integer legal = item.statutoryLimit();
    Integer statutory =
        joint && legal != null ? Integer.valueOf(Math.max(legal, Procedure.JOINT_DAYS)) : legal;
    return duty(DECISION, owner, item, new Budget(promised, unit), statutory, from);
  }

  long acceptance(Owner owner, Item item, Instant receivedAt) {
    return legal(ACCEPTANCE, owner, item, IntakeRules.ACCEPTANCE_DAYS, receivedAt);
  }

  void delivery(CaseFile file, Item item, Instant decidedAt) {
    legal(DELIVERY, Owner.of(file, file.acceptUnitId()), item, DELIVERY_DAYS, decidedAt);
  }

  /** Owed by the applicant, watched by the unit that accepted. */
  void owed(Owner owner, Item item, int days, Instant acceptedAt) {
    Budget budget = new Budget(days, BudgetUnit.WORKING_DAYS);
    clocks.start(duty(OWED, owner, item, budget, null, acceptedAt));
  }

  void check(CaseFile file, Item item, int days, Instant decidedAt) {
    Owner owner = Owner.of(file, file.decideUnitId());
    Budget budget = new Budget(days, BudgetUnit.WORKING_DAYS);
    clocks.start(duty(CHECK, owner, item, budget, null, decidedAt));
  }

  /** The supervising department signs for the result (审管衔接). */
  long takeover(CaseFile file, Item item, int unitId, Instant decidedAt) {
    Owner owner = new Owner(CaseLog.Place.of(file).raised(), unitId, file.test(), null);
    Budget budget = new Budget(TAKEOVER_DAYS, BudgetUnit.WORKING_DAYS);
    return clocks.start(duty(TAKEOVER, owner, item, budget, null, decidedAt));
  }

  private long legal(String kind, Owner owner, Item item, int days, Instant from) {
    Budget budget = new Budget(days, BudgetUnit.WORKING_DAYS);
    return clocks.start(duty(kind, owner, item, budget, days, from));
  }

  private static StartDuty duty(
      String kind,
      Owner owner,
      Item item,
      Budget budget,
      @Nullable Integer statutory,
      Instant from) {
    CaseLog.Place place = owner.place();
    return new StartDuty(
        kind,
        CaseFile.KIND,
        place.caseId(),
        item.id(),
        owner.unitId(),
        item.name(),
        place.subDistrictId(),
        place.atDistrict(),
        budget,
        statutory,
        from,
        owner.test(),
        owner.worker());
  }

  /** The newest clock of a kind. */
  @Nullable Duty find(String kind, long caseId) {
    return duties.bySubjects(kind, CaseFile.KIND, List.of(caseId)).get(caseId);
  }

  int close(String kind, long caseId, Instant at) {
    return subjects.close(kind, CaseFile.KIND, caseId, at);
  }

  void closeAll(long caseId, Instant at) {
    subjects.closeAll(CaseFile.KIND, caseId, at);
  }

  /** What was said to have come has been looked at. */
  void lookedAt(long caseId) {
    subjects.unmark(DutyMark.ARRIVED, CaseFile.KIND, caseId);
  }

  void raiseToDistrict(long caseId) {
    subjects.raiseToDistrict(CaseFile.KIND, caseId);
  }
}
