package cn.lianban.cases;

/** In which state of a case what may be done to it, and where that leads; pure. */
final class CaseStates {
  private CaseStates() {}

  /**
   * What the rules ask of a case.
   *
   * @param own the accepting unit decides itself
   * @param district the district's level takes part in it
   * @param accepted it has been accepted at some time
   * @param ruled who handles it was ruled on, which binds
   */
  record Standing(
      CaseStatus status, boolean own, boolean district, boolean accepted, boolean ruled) {
    static Standing of(CaseFile file) {
      return new Standing(
          file.status(),
          file.acceptUnitId() == file.decideUnitId(),
          file.subDistrictId() == null || file.atDistrict(),
          file.acceptedAt() != null,
          file.ruled());
    }

    /** The deciding unit has it in hand. */
    boolean withDecider() {
      return status == CaseStatus.SIGNED || own && status == CaseStatus.ACCEPTED;
    }
  }

  static boolean allow(CaseAction action, Standing at) {
    CaseStatus status = at.status();
    return switch (action) {
      case HAND_UP ->
          status == CaseStatus.RETURNED
              || status == CaseStatus.SIGNED_BELOW
              || status == CaseStatus.ACCEPTED && !at.own();
      case HAND_DOWN -> at.district() && at.withDecider();
      case SIGN -> status.isOnTheWay();
      case RETURN ->
          !at.ruled()
              && (status == CaseStatus.HANDED_UP || status == CaseStatus.SIGNED && !at.own());
      case DECIDE, EXTEND, PASS_ON -> at.withDecider();
      case DELIVER -> status == CaseStatus.DECIDED;
      case SUSPEND, RESUME -> status.isInWork();
      case REVEAL_APPLICANT -> true;
      case ACCEPT, NOT_ACCEPT -> status == CaseStatus.RECEIVED;
      case SUPPLEMENT, SUPPLEMENT_IN -> status == CaseStatus.RECEIVED || status.isInWork();
      case END -> status.isOpen();
      case OWED_IN -> at.accepted();
      case CHECK -> status == CaseStatus.DECIDED || status == CaseStatus.DELIVERED;
      case GREEN_ASK, GREEN_ANSWER -> status.isUnderWay();
      case RULE -> status == CaseStatus.IN_RULING;
    };
  }

  /** A clock is stopped, goes on and is extended once, where the act is allowed at all. */
  static boolean allowClock(CaseAction action, boolean paused, boolean extended) {
    return switch (action) {
      case SUSPEND -> !paused;
      case RESUME -> paused;
      case EXTEND -> !extended;
      default -> true;
    };
  }

  /** Where an act leads that has one end only; the others leave the state as it is. */
  static CaseStatus after(CaseAction action, CaseStatus status) {
    return switch (action) {
      case ACCEPT -> CaseStatus.ACCEPTED;
      case NOT_ACCEPT -> CaseStatus.NOT_ACCEPTED;
      case HAND_UP, PASS_ON -> CaseStatus.HANDED_UP;
      case HAND_DOWN -> CaseStatus.HANDED_DOWN;
      case DECIDE -> CaseStatus.DECIDED;
      case DELIVER -> CaseStatus.DELIVERED;
      default -> status;
    };
  }

  /**
   * @param task it was handed down to be worked on; false: sent back
   */
  static CaseStatus signed(CaseStatus status, boolean task) {
    return status == CaseStatus.HANDED_UP
        ? CaseStatus.SIGNED
        : task ? CaseStatus.SIGNED_BELOW : CaseStatus.RETURNED;
  }

  /**
   * A second return is no return. What had been signed for above goes down and is signed for there;
   * what had not stays with its sender, who decides it if he had passed it on.
   *
   * @param again it was sent back before
   * @param across it was passed on by the department that had it
   */
  static CaseStatus returned(CaseStatus status, boolean again, boolean across) {
    if (again) {
      return CaseStatus.IN_RULING;
    }
    if (status == CaseStatus.SIGNED) {
      return CaseStatus.HANDED_DOWN;
    }
    return across ? CaseStatus.SIGNED : CaseStatus.RETURNED;
  }

  static CaseStatus ruled(boolean departmentHandles) {
    return departmentHandles ? CaseStatus.SIGNED : CaseStatus.RETURNED;
  }
}
