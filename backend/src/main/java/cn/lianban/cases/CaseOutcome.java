package cn.lianban.cases;

/** How a case was decided. */
public enum CaseOutcome {
  PASSED,
  REFUSED
}
