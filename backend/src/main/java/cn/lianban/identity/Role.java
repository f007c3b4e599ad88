package cn.lianban.identity;

import cn.lianban.tenancy.Reach;

/** What a post may do, and how far it sees. */
public enum Role {
  PLATFORM_OPERATOR(Reach.PLATFORM),
  DISTRICT_ADMIN(Reach.ALL),
  SUB_DISTRICT_ADMIN(Reach.OWN),
  WINDOW_CLERK(null),
  DEPARTMENT_OFFICER(null),
  DEPARTMENT_HEAD(null),
  /** Passes what the district is going to publish (合法性审查). */
  LEGAL_REVIEWER(null),
  SUPERVISOR(Reach.ALL),
  LEADER(Reach.ALL),
  AUDITOR(Reach.ALL);

  private final @org.jspecify.annotations.Nullable Reach reach;

  Role(@org.jspecify.annotations.Nullable Reach reach) {
    this.reach = reach;
  }

  /** A role without a reach of its own sees what its unit's level sees. */
  Reach reach(boolean inSubDistrict) {
    return reach != null ? reach : inSubDistrict ? Reach.OWN : Reach.LEVEL;
  }
}
