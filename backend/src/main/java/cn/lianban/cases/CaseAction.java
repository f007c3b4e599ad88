package cn.lianban.cases;

/** What somebody may do to a case; {@link CaseRights} decides who and when. */
enum CaseAction {
  HAND_UP,
  HAND_DOWN,
  SIGN,
  RETURN,
  DECIDE,
  DELIVER,
  SUSPEND,
  RESUME,
  EXTEND,
  REVEAL_APPLICANT,
  ACCEPT,
  NOT_ACCEPT,
  SUPPLEMENT,
  SUPPLEMENT_IN,
  END,
  OWED_IN,
  CHECK,
  GREEN_ASK,
  GREEN_ANSWER,
  RULE,
  PASS_ON
}
