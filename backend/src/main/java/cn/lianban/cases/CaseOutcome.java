package cn.lianban.cases;

/** How a case was decided. */
public enum CaseOutcome {
  PASSED,
  /** while a material is still owed (容缺通过) */
  PASSED_WITH_TOLERANCE,
  REFUSED;

  public boolean passed() {
    return this != REFUSED;
  }
}
