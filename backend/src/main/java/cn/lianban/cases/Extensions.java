package cn.lianban.cases;

import cn.lianban.clock.BudgetUnit;
import cn.lianban.clock.Duties;
import cn.lianban.clock.Duty;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Extensions (行政许可法 Art. 42): once, before the limit has passed; by the organ's head at most 10
 * working days, of a joint handling by the district's leader at most 15.
 */
@Component
class Extensions {
  private static final int ALONE = 10;
  private final Duties duties;
  private final ProcedureRows procedures;
  private final Posts posts;

  Extensions(Duties duties, ProcedureRows procedures, Posts posts) {
    this.duties = duties;
    this.procedures = procedures;
    this.posts = posts;
  }

  private boolean isJoint(CaseFile file) {
    Long procedure = file.procedureId();
    return procedure != null && procedures.find(procedure).filter(Procedure::joint).isPresent();
  }

  /** Days that the caller, who has the right to extend, may give to the clock now; 0: none. */
  int most(CaseFile file, Duty duty, Instant at) {
    Instant limit = duty.darkAt() != null ? duty.darkAt() : duty.dueAt();
    boolean other = duty.budgetUnit() != BudgetUnit.WORKING_DAYS;
    if (other || duty.extendedBy() > 0 || limit != null && !at.isBefore(limit)) {
      return 0;
    }
    if (!isJoint(file)) {
      return ALONE;
    }
    return posts.holds(Role.LEADER) ? Procedure.JOINT_EXTENSION : 0;
  }

  /**
   * @throws Rejected INVALID at by, NOT_EXTENDABLE at by, LEADER_ONLY, EXTENDED_BEFORE,
   *     EXTENSION_LATE
   */
  void check(CaseFile file, int days, Instant at) {
    boolean joint = isJoint(file);
    int most = joint ? Procedure.JOINT_EXTENSION : ALONE;
    if (days < 1 || days > most) {
      throw new Rejected("INVALID", "by", "延期 1 至 " + most + " 个工作日");
    }
    if (joint && !posts.holds(Role.LEADER)) {
      throw new Rejected("LEADER_ONLY", null, "联合办理的延期须经本级政府负责人批准");
    }
    Duty duty = duties.find(Objects.requireNonNull(file.dutyId())).orElseThrow();
    // the law's days are working days: added to hours or calendar days they would be others
    if (duty.budgetUnit() != BudgetUnit.WORKING_DAYS) {
      throw new Rejected("NOT_EXTENDABLE", "by", "该事项的时限不按工作日计算，法定延期只适用于按工作日计算的时限");
    }
    if (duty.extendedBy() > 0) {
      throw new Rejected("EXTENDED_BEFORE", null, "只能延长一次");
    }
    Instant limit = duty.darkAt() != null ? duty.darkAt() : duty.dueAt();
    if (limit != null && !at.isBefore(limit)) {
      throw new Rejected("EXTENSION_LATE", null, "期限已过，不能再延长");
    }
  }
}
