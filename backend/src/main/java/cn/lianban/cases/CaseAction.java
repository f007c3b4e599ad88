package cn.lianban.cases;

/** What somebody may do to a case; {@link CaseRights} decides who and when. */
enum CaseAction {
  HAND_UP,
  SIGN,
  RETURN,
  DECIDE,
  DELIVER,
  SUSPEND,
  RESUME,
  EXTEND,
  REVEAL_APPLICANT
}
