package cn.lianban.cases;

import cn.lianban.clock.Budget;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Clocks;
import cn.lianban.clock.StartDuty;
import cn.lianban.clock.SubjectClocks;
import cn.lianban.tenancy.TenantScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is owed about a consultation: an answer by who owns it, and by who was asked to take it over
 * that he takes it. Hours of the house, not of the law.
 */
@Component
class ConsultationClocks {
  static final String ANSWER = "CONSULTATION";
  static final String TAKE = "CONSULTATION_TAKE";
  private final Clocks clocks;
  private final SubjectClocks subjects;
  private final TenantScope scope;

  ConsultationClocks(Clocks clocks, SubjectClocks subjects, TenantScope scope) {
    this.clocks = clocks;
    this.subjects = subjects;
    this.scope = scope;
  }

  /**
   * @param worker who of the unit has it in hand
   */
  void start(
      String kind, Consultation one, int unitId, @Nullable Long worker, String label, Instant at) {
    clocks.start(
        new StartDuty(
            kind,
            Consultation.KIND,
            one.id(),
            one.itemId(),
            unitId,
            label,
            one.subDistrictId(),
            one.atDistrict(),
            new Budget(one.hours(), BudgetUnit.HOURS),
            null,
            at,
            false,
            worker));
  }

  void raiseToDistrict(Consultation one) {
    subjects.raiseToDistrict(Consultation.KIND, one.id());
  }

  /** The sender's too, which a sub-district that has taken over does not see. */
  void closeAll(long id, Instant at) {
    scope.asSubject(
        scope.current().actor(),
        () -> {
          subjects.closeAll(Consultation.KIND, id, at);
          return id;
        });
  }
}
