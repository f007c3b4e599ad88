package cn.lianban.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The signed-in account, and what its screens may offer; the use cases check again. */
record Viewer(
    long id,
    String loginName,
    String name,
    boolean mustChangePassword,
    boolean mustEnrolSecondFactor,
    Set<String> roles,
    @Nullable Integer unitId) {

  public boolean viewerCanAcceptCases() {
    return any(Role.WINDOW_CLERK);
  }

  public boolean viewerCanEditCalendar() {
    return any(Role.DISTRICT_ADMIN);
  }

  public boolean viewerCanSeeBoard() {
    return any(
        Role.DISTRICT_ADMIN,
        Role.SUB_DISTRICT_ADMIN,
        Role.SUPERVISOR,
        Role.LEADER,
        Role.AUDITOR,
        Role.DEPARTMENT_HEAD);
  }

  public boolean viewerCanAdministerAccounts() {
    return any(Role.DISTRICT_ADMIN, Role.SUB_DISTRICT_ADMIN);
  }

  public boolean viewerCanReadAudit() {
    return any(Role.AUDITOR, Role.DISTRICT_ADMIN);
  }

  private boolean any(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role.name())) {
        return true;
      }
    }
    return false;
  }
}
