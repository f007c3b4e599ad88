package cn.lianban.cases;

import cn.lianban.graphql.Problem;
import cn.lianban.graphql.Rejected;
import cn.lianban.identity.Posts;
import cn.lianban.identity.Role;
import cn.lianban.tenancy.Scope;
import cn.lianban.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/**
 * Who may do what to a visible case, and in which state: the function × role matrix of the room.
 */
@Component
class CaseRights {
  private final Posts posts;
  private final TenantScope scope;

  CaseRights(Posts posts, TenantScope scope) {
    this.posts = posts;
    this.scope = scope;
  }

  boolean may(CaseAction action, CaseFile file) {
    return roleFits(action, file) && stateFits(action, file);
  }

  /**
   * @throws Problem FORBIDDEN when role or unit does not fit
   * @throws Rejected WRONG_STATE when the case stands elsewhere
   */
  void require(CaseAction action, CaseFile file) {
    if (!roleFits(action, file)) {
      throw Problem.forbidden();
    }
    if (!stateFits(action, file)) {
      throw new Rejected("WRONG_STATE", null, "办件当前状态不能进行此操作");
    }
  }

  private boolean roleFits(CaseAction action, CaseFile file) {
    return switch (action) {
      case HAND_UP -> isClerk() && isUnit(file.holderUnitId());
      case SIGN, RETURN, DECIDE -> isOfficer() && isUnit(file.decideUnitId());
      case DELIVER -> isClerk() && isUnit(file.acceptUnitId()) || decides(file);
      case SUSPEND, RESUME -> (isClerk() || isOfficer()) && isUnit(file.holderUnitId());
      case EXTEND -> posts.holds(Role.DEPARTMENT_HEAD) && isUnit(file.decideUnitId());
      case REVEAL_APPLICANT ->
          (isClerk() || isOfficer())
              && (isUnit(file.acceptUnitId()) || isUnit(file.holderUnitId()));
    };
  }

  private static boolean stateFits(CaseAction action, CaseFile file) {
    CaseStatus status = file.status();
    boolean ownDecision = file.acceptUnitId() == file.decideUnitId();
    return switch (action) {
      case HAND_UP -> status.canBeHandedUp() && !ownDecision;
      case SIGN -> status == CaseStatus.HANDED_UP;
      case RETURN -> status == CaseStatus.HANDED_UP || status == CaseStatus.SIGNED && !ownDecision;
      case DECIDE, EXTEND ->
          status == CaseStatus.SIGNED || ownDecision && status == CaseStatus.ACCEPTED;
      case DELIVER -> status == CaseStatus.DECIDED;
      case SUSPEND, RESUME -> status.isInWork();
      case REVEAL_APPLICANT -> true;
    };
  }

  private boolean decides(CaseFile file) {
    return isOfficer() && isUnit(file.decideUnitId());
  }

  private boolean isClerk() {
    return posts.holds(Role.WINDOW_CLERK);
  }

  private boolean isOfficer() {
    return posts.holds(Role.DEPARTMENT_OFFICER, Role.DEPARTMENT_HEAD);
  }

  private boolean isUnit(int unitId) {
    Scope caller = scope.current();
    return caller.unitId() != null && caller.unitId() == unitId;
  }
}
