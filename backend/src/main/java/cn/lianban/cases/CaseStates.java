package cn.lianban.cases;

/** In which state of a case what may be done to it; pure. */
final class CaseStates {
  private CaseStates() {}

  /**
   * @param own the accepting unit decides itself
   * @param accepted it has been accepted at some time
   */
  static boolean allow(CaseAction action, CaseStatus status, boolean own, boolean accepted) {
    return switch (action) {
      case HAND_UP -> status.canBeHandedUp() && !own;
      case SIGN -> status == CaseStatus.HANDED_UP;
      case RETURN -> status == CaseStatus.HANDED_UP || status == CaseStatus.SIGNED && !own;
      case DECIDE, EXTEND -> status == CaseStatus.SIGNED || own && status == CaseStatus.ACCEPTED;
      case DELIVER -> status == CaseStatus.DECIDED;
      case SUSPEND, RESUME -> status.isInWork();
      case REVEAL_APPLICANT -> true;
      case ACCEPT, NOT_ACCEPT -> status == CaseStatus.RECEIVED;
      case SUPPLEMENT, SUPPLEMENT_IN -> status == CaseStatus.RECEIVED || status.isInWork();
      case END -> status.isOpen();
      case OWED_IN -> accepted;
      case CHECK -> status == CaseStatus.DECIDED || status == CaseStatus.DELIVERED;
      case GREEN_ASK, GREEN_ANSWER -> status.isUnderWay();
      case RULE -> status == CaseStatus.IN_RULING;
      case PASS_ON -> status == CaseStatus.SIGNED;
    };
  }
}
